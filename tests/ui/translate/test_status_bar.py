"""The line at the foot of the window, where there is little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.translate.status_bar import StatusBar

SERVICE = "A service with a long name · its-model-with-a-long-name-4.1-instruct"


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> StatusBar:
    made = StatusBar(theme)
    qtbot.addWidget(made)
    made.show_service(SERVICE)
    made.arrange(360)
    made.resize(360, made.height())
    made.show()
    return made


@pytest.mark.parametrize("words", ["Not translated", "Ready", "Translating"])
@pytest.mark.parametrize("percent", [80, 100, 110, 130, 150])
def test_how_things_stand_is_whole_and_the_service_gives_way(
    bar: StatusBar, theme: Theme, percent: int, words: str
) -> None:  # fmt: skip
    theme.choose("light", percent)
    bar.resize(int(360 * max(1, percent / 100)), bar.height())
    bar.show_status(words, "error")
    bar.layout().activate()

    status, service = bar.findChild(QLabel, "statusLabel"), bar.findChild(QPushButton, "serviceButton")
    assert status is not None
    assert service is not None
    status.grab()
    assert status.toolTip() == ""  # which says what is cut
    assert service.text().endswith("…")
    assert service.text().startswith("A serv")


def test_the_dot_is_there(bar: StatusBar, theme: Theme) -> None:
    bar.show_status("Not translated", "error")
    bar.layout().activate()
    picture = bar.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(40) for y in range(picture.height())}
    assert theme.colour("error_line").name() in colours


def test_a_long_status_gives_way_too(bar: StatusBar) -> None:
    before = bar.minimumSizeHint().width()
    bar.show_status("Waiting until the service takes requests again, which is in 120 seconds", "warning")
    assert bar.minimumSizeHint().width() <= max(before, 360)


@pytest.mark.parametrize("name", ["服务", "Services", "Ollama"])
def test_a_short_name_is_whole_in_a_button_that_was_empty_before(theme: Theme, qtbot: QtBot, name: str) -> None:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    bar.resize(1100, bar.height())
    bar.show()
    bar.layout().activate()
    bar.show_service(name)
    bar.layout().activate()

    assert bar.service.text() == name


def test_fewer_words_take_less_room_again(bar: StatusBar) -> None:
    status = bar.findChild(QLabel, "statusLabel")
    assert status is not None
    widths = []
    for words in ("Ready", "Translating", "Ready"):
        bar.show_status(words, "ready")
        bar.layout().activate()
        widths.append(status.width())
    assert widths[0] == widths[2] < widths[1]


def test_in_a_mirrored_window_the_ellipsis_stays_at_the_end_of_a_latin_name(bar: StatusBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.resize(340, bar.height())
    bar.layout().activate()
    service = bar.findChild(QPushButton, "serviceButton")
    assert service is not None
    assert service.text().endswith("…\N{LEFT-TO-RIGHT MARK}")


@pytest.mark.parametrize("percent", [100, 130, 150, 175, 200])
@pytest.mark.parametrize("name", ["OpenAI · gpt-6-luna", "Ollama · gemma3", "Demo"])
def test_a_name_that_has_room_is_drawn_whole(bar: StatusBar, theme: Theme, percent: int, name: str) -> None:
    theme.choose("light", percent)
    bar.resize(1000, bar.height())
    bar.show_service(name)
    bar.layout().activate()

    assert bar.service.text() == name
    assert bar.service.width() >= QPushButton.sizeHint(bar.service).width()  # of less it would be cut as it is drawn


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_name_is_cut_once_and_not_again_as_it_is_drawn(bar: StatusBar, theme: Theme, percent: int) -> None:
    theme.choose("light", percent)
    for width in range(300, 420):
        bar.resize(width, bar.height())
        bar.layout().activate()
        assert bar.service.text().endswith("…")
        assert bar.service.width() >= QPushButton.sizeHint(bar.service).width()

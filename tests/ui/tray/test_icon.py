"""The icon, its menu and the question, as one sees them."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tests.support.watched_log import WatchedLog
from tests.ui.themes import theme
from translator.assets import resources
from translator.language.tag import LanguageTag
from translator.surroundings.summons import Summons
from translator.ui.look.theme import Theme
from translator.ui.tray.icon import TrayIcon
from translator.ui.tray.menu import TrayMenu
from translator.ui.tray.pictures import draw_icon
from translator.ui.tray.screen import Target, TrayState
from translator.ui.tray.stay_question import StayDialog

__all__ = ["theme"]

FOLDER = resources() / "icons" / "tray"
DE, FR = LanguageTag("de"), LanguageTag("fr")
STATE = TrayState(
    "Translator", watches=False, is_paused=True, keys={Summons.CLIPBOARD: "Ctrl+Shift+F1"},
    targets=(Target(DE, "German", is_current=True), Target(FR, "Black & white French", is_current=False)),
)  # fmt: skip


@pytest.fixture(autouse=True)
def offscreen_has_no_tray(watched_log: WatchedLog) -> None:
    """Qt looks for X11's there, and says so; it is no fault of ours."""
    watched_log.allow(r"WARNING qt: .*No such signal QPlatformNativeInterface::systemTrayWindowChanged")


class Commands:
    def __init__(self) -> None:
        self.done: list[object] = []

    def summon(self, summons: Summons) -> None:
        self.done.append(summons)

    def choose_target(self, tag: LanguageTag) -> None:
        self.done.append(tag)

    def pick_target(self) -> None:
        self.done.append("pick")

    def set_watching(self, wanted: bool) -> None:
        self.done.append(("watch", wanted))

    def set_paused(self, wanted: bool) -> None:
        self.done.append(("pause", wanted))

    def follow_opening(self) -> None:
        self.done.append("opening")

    def quit(self) -> None:
        self.done.append("quit")


@pytest.fixture
def commands() -> Commands:
    return Commands()


@pytest.fixture
def menu(qapp: QApplication, commands: Commands) -> Iterator[TrayMenu]:
    made = TrayMenu(commands)
    made.show_state(STATE)
    yield made
    made.deleteLater()


def action(menu: QMenu, name: str) -> QAction:
    found = menu.findChild(QAction, name)
    assert found is not None
    return found


def languages(menu: QMenu) -> list[QAction]:
    submenu = menu.findChild(QMenu, "trayTargetMenu")
    assert submenu is not None
    return submenu.actions()


@pytest.fixture
def icon(qapp: QApplication, commands: Commands) -> Iterator[TrayIcon]:
    made = TrayIcon(FOLDER, "linux")
    made.listen(commands)
    yield made
    made.disappear()


def shown(icon: TrayIcon) -> QSystemTrayIcon:
    assert icon._made is not None
    return icon._made[0]


# The menu


def test_its_lines_say_what_they_do_and_which_keys_do_the_same(menu: TrayMenu) -> None:
    assert [line.text() for line in menu.actions() if not line.isSeparator()] == [
        "Translate the clipboard (Ctrl+Shift+F1)", "Translate the selection", "Translate a part of the screen",
        "Open Translator", "Target language", "Watch the clipboard", "Pause the shortcuts", "Quit",
    ]  # fmt: skip
    assert not action(menu, "trayWatchAction").isChecked()
    assert action(menu, "trayPauseAction").isChecked()


def test_its_lines_do_it(menu: TrayMenu, commands: Commands) -> None:
    for name in ("trayClipboardAction", "traySelectionAction", "trayRegionAction", "trayOpenAction"):
        action(menu, name).trigger()
    for name in ("trayWatchAction", "trayPauseAction", "trayMoreLanguagesAction", "trayQuitAction"):
        action(menu, name).trigger()

    assert commands.done == [
        Summons.CLIPBOARD, Summons.SELECTION, Summons.REGION, Summons.OPEN, ("watch", True), ("pause", False), "pick",
        "quit",
    ]  # fmt: skip


def test_what_is_merely_shown_is_no_command(menu: TrayMenu, commands: Commands) -> None:
    menu.show_state(TrayState("Translator", watches=True, is_paused=False, keys={}, targets=()))

    assert commands.done == []


def test_one_of_the_languages_has_a_tick_and_each_can_be_chosen(menu: TrayMenu, commands: Commands) -> None:
    german, french, *_ = languages(menu)
    assert (german.isChecked(), french.isChecked()) == (True, False)
    assert french.text() == "Black && white French"

    french.trigger()
    assert commands.done == [FR]
    assert not german.isChecked()


def test_the_languages_are_looked_up_when_it_opens(menu: TrayMenu, commands: Commands) -> None:
    menu.aboutToShow.emit()

    assert commands.done == ["opening"]


# The icon


def test_it_is_made_for_each_tray_and_goes_with_it(icon: TrayIcon) -> None:
    icon.show_state(STATE)
    assert icon._made is None

    icon.appear(STATE)
    first = shown(icon)
    assert first.isVisible()
    assert first.toolTip() == "Translator"
    assert isinstance(first.contextMenu(), TrayMenu)

    icon.disappear()
    icon.appear(STATE)
    assert shown(icon) is not first


@pytest.mark.parametrize(
    ("platform", "clicks", "done"),
    [
        ("linux", ["Trigger"], [Summons.OPEN]),
        ("linux", ["Trigger", "DoubleClick"], [Summons.OPEN]),
        ("linux", ["MiddleClick"], [Summons.CLIPBOARD]),
        ("linux", ["Context"], []),
        ("darwin", ["Trigger"], []),
    ],
)
def test_a_click_opens_the_window(commands: Commands, platform: str, clicks: list[str], done: list[Summons]) -> None:
    icon = TrayIcon(FOLDER, platform)
    icon.listen(commands)
    icon.appear(STATE)
    for click in clicks:
        shown(icon).activated.emit(QSystemTrayIcon.ActivationReason[click])
    icon.disappear()

    assert commands.done == done


def test_each_state_looks_different_at_every_size(qapp: QApplication) -> None:
    icons = [draw_icon(FOLDER, watches=w, is_paused=p) for w in (False, True) for p in (False, True)]

    for size in icons[0].availableSizes():
        pictures = [bytes(icon.pixmap(size).toImage().constBits()) for icon in icons]
        assert len(set(pictures)) == 4, size
    assert {16, 22, 24, 32, 64} <= {size.width() for size in icons[0].availableSizes()}


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return float(sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)))


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("is_paused", [False, True])
@pytest.mark.parametrize("panel", ["#151618", "#2E2E2E", "#F3F3F0", "#FFFFFF"])
def test_it_stands_out_from_dark_panels_and_light_ones(qapp: QApplication, is_paused: bool, panel: str) -> None:
    image = draw_icon(FOLDER, watches=False, is_paused=is_paused).pixmap(64, 64).toImage()

    assert contrast(image.pixelColor(32, 5), QColor(panel)) >= 2.9


def test_a_mask_has_the_same_dot_in_its_own_gap(qapp: QApplication) -> None:
    icon = draw_icon(FOLDER, watches=True, is_paused=False, as_mask=True)
    image = icon.pixmap(48, 48).toImage()

    assert icon.isMask()
    assert image.pixelColor(37, 37).alpha() == 255
    assert image.pixelColor(37, 26).alpha() == 0
    assert isinstance(icon, QIcon)


# The question


def test_it_is_asked_over_the_window_and_answered_once(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    answers: list[bool] = []
    question = StayDialog(theme, window)
    for button, expected in (("stayInTrayButton", True), ("quitInsteadButton", False)):
        question.ask(answers.append)
        question.ask(answers.append)
        (dialog,) = (found for found in window.findChildren(QDialog) if found.isVisible())
        assert dialog.isModal()
        pressed = dialog.findChild(QPushButton, button)
        assert pressed is not None
        pressed.click()
        assert answers[-1] is expected
        assert not dialog.isVisible()
    assert len(answers) == 2


def test_it_can_be_left_and_withdrawn_without_an_answer(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    answers: list[bool] = []
    question = StayDialog(theme, window)
    for is_left in (True, False):
        question.ask(answers.append)
        if is_left:
            window.findChildren(QDialog)[-1].reject()
        else:
            question.withdraw()
        assert not [found for found in window.findChildren(QDialog) if found.isVisible()]

    assert answers == []


def test_it_fits_a_narrow_window_with_large_texts(theme: Theme, qtbot: QtBot) -> None:
    theme.choose("dark", 200)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    question = StayDialog(theme, window)
    question.ask(lambda _: None)
    dialog = window.findChildren(QDialog)[-1]
    dialog.resize(360, dialog.height())

    assert dialog.width() == 360
    question.withdraw()

"""Buttons and switches: how they look where the keyboard is, and where there is no room."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import TOOL
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.widgets.buttons.buttons import Button, Kind, ToolButton
from translator.ui.widgets.buttons.switch import Switch


class Row:
    """A window with two buttons, a tool and a switch, in the order in which Tab goes through them."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.first = Button(theme, "First", "first")
        self.second = Button(theme, "Second", "second", "primary")
        self.tool = ToolButton(theme, "copy", "Copy", "tool", "Ctrl+C")
        self.switch = Switch(theme, "Private mode")
        row = QHBoxLayout(self.window)
        for part in (self.first, self.second, self.tool, self.switch):
            row.addWidget(part)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.first.setFocus()


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> Row:
    return Row(theme, qtbot)


def press_tab(row: Row, qtbot: QtBot, times: int = 1) -> None:
    for _ in range(times):
        focused = row.window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)


# The ring


def test_tab_brings_a_ring_and_takes_it_along(row: Row, qtbot: QtBot) -> None:
    press_tab(row, qtbot)
    assert row.second.property("ring") is True

    press_tab(row, qtbot)
    assert row.second.property("ring") is False
    assert row.tool.property("ring") is True

    qtbot.keyClick(row.tool, Qt.Key.Key_Backtab)
    assert row.second.property("ring") is True


@pytest.mark.parametrize("name", ["second", "tool"])
def test_the_style_draws_no_frame_within_the_ring(row: Row, qtbot: QtBot, name: str) -> None:
    button = getattr(row, name)
    press_tab(row, qtbot, 1 if name == "second" else 2)
    focused = button.grab().toImage()
    row.first.setFocus()
    set_property(button, "ring", value=True)

    assert button.grab().toImage() == focused


@pytest.mark.parametrize("name", ["first", "tool"])
def test_enter_presses_the_button_that_has_the_focus_as_space_does(row: Row, qtbot: QtBot, name: str) -> None:
    button = getattr(row, name)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert len(pressed) == 3

    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 3


@pytest.mark.parametrize("kind", ["text", "danger", "quiet"])
def test_a_button_that_is_but_a_word_shows_that_it_is_pressed(theme: Theme, qtbot: QtBot, kind: Kind) -> None:
    button = Button(theme, "Undo", "undo", kind)
    qtbot.addWidget(button)
    button.setDown(True)
    image = button.grab().toImage()
    assert image.pixelColor(5, image.height() // 2) == theme.colour("pressed")


class Painted(LanguageButton):
    """Counts how often all of it is painted."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += event.rect() == self.rect()
        super().paintEvent(event)


def test_what_paints_itself_is_painted_anew_when_it_is_told_apart(theme: Theme, qtbot: QtBot) -> None:
    button = Painted(theme, "language", "Source language")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    qtbot.waitUntil(lambda: button.times > 0)
    qtbot.wait(1)  # for what was still to be painted
    before = button.times
    set_property(button, "open", value=True)
    qtbot.waitUntil(lambda: button.times > before)


def test_a_click_brings_none(row: Row, qtbot: QtBot) -> None:
    qtbot.mouseClick(row.second, Qt.MouseButton.LeftButton)
    assert not row.second.property("ring")

    row.second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not row.second.property("ring")


def test_a_shortcut_brings_one(row: Row) -> None:
    row.second.setFocus(Qt.FocusReason.ShortcutFocusReason)

    assert row.second.property("ring") is True


def test_the_ring_is_seen(row: Row, qtbot: QtBot, theme: Theme) -> None:
    before = row.tool.grab().toImage()
    press_tab(row, qtbot, 2)
    after = row.tool.grab().toImage()

    assert not holds(before, theme.colour("focus").name())
    assert holds(after, theme.colour("focus").name())


def holds(image: QImage, colour: str) -> bool:
    return any(image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height()))


# Buttons


def test_an_icon_button_has_a_name_and_says_its_key(row: Row) -> None:
    assert row.tool.accessibleName() == "Copy"
    assert row.tool.toolTip() == "Copy (Ctrl+C)"
    assert row.tool.size() == QSize(32, 32)


def test_a_labelled_tool_has_room_for_its_label(row: Row) -> None:
    row.tool.show_label()

    assert row.tool.text() == "Copy"
    assert row.tool.sizeHint().width() > 32
    assert row.tool.maximumWidth() > 1000


def test_tools_grow_with_the_text_size(row: Row, theme: Theme) -> None:
    theme.choose("light", 200)

    assert row.tool.height() == 64 or row.tool.minimumHeight() == 64
    assert row.tool.iconSize() == QSize(40, 40)


# Switch


def test_a_switch_is_switched_by_click_and_by_space(row: Row, qtbot: QtBot) -> None:
    qtbot.mouseClick(row.switch, Qt.MouseButton.LeftButton)
    assert row.switch.isChecked()

    qtbot.keyClick(row.switch, Qt.Key.Key_Space)
    assert not row.switch.isChecked()


def test_a_switch_shows_where_it_stands(row: Row, theme: Theme) -> None:
    off = row.switch.grab().toImage()
    row.switch.setChecked(True)
    on = row.switch.grab().toImage()

    assert not holds(off, theme.colour("accent").name())
    assert holds(on, theme.colour("accent").name())
    assert row.switch.accessibleName() == "Private mode"


@pytest.mark.parametrize(
    ("checked", "direction", "side"),
    [
        (True, Qt.LayoutDirection.LeftToRight, "right"),
        (False, Qt.LayoutDirection.LeftToRight, "left"),
        (True, Qt.LayoutDirection.RightToLeft, "left"),
        (False, Qt.LayoutDirection.RightToLeft, "right"),
    ],
)
def test_the_knob_is_where_reading_ends_when_it_is_on(
    row: Row, theme: Theme, checked: bool, direction: Qt.LayoutDirection, side: str
) -> None:
    row.switch.setLayoutDirection(direction)
    row.switch.setChecked(checked)
    image = row.switch.grab().toImage()
    knob = theme.colour("on_accent" if checked else "border_strong")
    middle, x = image.height() // 2, {"left": 14, "right": image.width() - 14}

    assert image.pixelColor(x[side], middle) == knob
    assert image.pixelColor(x["left" if side == "right" else "right"], middle) != knob


# Words beside an icon


def test_words_beside_an_icon_give_way_and_come_back(theme: Theme, qtbot: QtBot) -> None:
    tool = ToolButton(theme, "copy", "Copy", "copyButton")
    qtbot.addWidget(tool)
    tool.show_label()
    wide = tool.sizeHint().width()
    assert tool.labelled_width() <= wide + 4

    tool.fold_label(folded=True)
    assert tool.maximumWidth() == theme.px(TOOL)
    tool.fold_label(folded=False)

    assert tool.sizeHint().width() == wide
    assert tool.maximumWidth() > wide


def test_a_tool_without_words_has_none_to_unfold(theme: Theme, qtbot: QtBot) -> None:
    tool = ToolButton(theme, "copy", "Copy", "copyButton")
    qtbot.addWidget(tool)
    tool.fold_label(folded=False)

    assert tool.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert tool.labelled_width() == theme.px(TOOL)


def test_a_button_without_room_tells_its_words_in_its_tooltip_until_there_is_room(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Stay in the tray", "stayButton")
    qtbot.addWidget(button)
    wide = button.sizeHint()
    button.resize(wide.width() - 20, wide.height())
    button.grab()
    assert button.toolTip() == "Stay in the tray"
    button.resize(wide)
    button.grab()
    assert button.toolTip() == ""


def test_one_that_wants_more_than_it_shows_is_not_cut_for_that(theme: Theme, qtbot: QtBot) -> None:
    class Wanting(Button):
        def sizeHint(self) -> QSize:
            return QSize(900, 40)

    plain, wanting = (kind(theme, "A service…", "serviceButton") for kind in (Button, Wanting))
    for button in (plain, wanting):
        qtbot.addWidget(button)
        button.resize(Button.sizeHint(plain))
    assert wanting.grab().toImage() == plain.grab().toImage()


def test_a_button_that_shows_its_icon_alone_says_its_words_otherwise(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "New glossary", "add", icon="plus")
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    for _ in range(2):
        button.fold_words(folded=True)

    assert button.sizeHint().width() < width // 2
    assert (button.accessibleName(), button.toolTip()) == ("New glossary", "New glossary")

    button.fold_words(folded=False)

    assert button.sizeHint().width() == width
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("New glossary", "", "")

"""What a screen reader meets in each window has a name, and says what it is and how it stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from tests.support.waiting import until
from tests.support.watched_log import WatchedLog
from tests.ui.accessible.windows import EVERY, views
from translator.ui.look.theme import Theme

Role = QAccessible.Role
NAMED = {
    Role.Button, Role.ButtonDropDown, Role.ButtonMenu, Role.Cell, Role.CheckBox, Role.ColumnHeader, Role.ComboBox,
    Role.Dialog, Role.EditableText, Role.Link, Role.List, Role.ListItem, Role.MenuItem, Role.ProgressBar,
    Role.RadioButton, Role.SpinBox, Role.Table, Role.Tree, Role.TreeItem, Role.Window,
}  # fmt: skip


def every_part(window: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield all that is to be met in a window, but what is hidden."""
    whole = QAccessible.queryAccessibleInterface(window)
    assert whole is not None
    yield from _within(whole)


def _within(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield part
    for place in range(part.childCount()):
        child = part.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _within(child)


def name_of(part: QAccessibleInterface) -> str:
    """Return what it is called: its own name, or what its label says."""
    own = part.text(QAccessible.Text.Name).strip()
    if own:
        return own
    labels = part.relations(QAccessible.RelationFlag.Label)
    return " ".join(label.text(QAccessible.Text.Name) for label, _ in labels)


def told(part: QAccessibleInterface) -> str:
    widget = part.object()
    return f"{part.role().name} {widget.objectName() if widget else ''} {type(widget).__name__}"


@pytest.mark.parametrize("name", EVERY)
async def test_everything_that_one_works_with_has_a_name_and_says_how_it_stands(theme: Theme, name: str) -> None:
    nameless: list[str] = []
    wrong: list[str] = []
    async with EVERY[name](theme) as window:
        async for _ in views(window):
            met = list(every_part(window))
            asked = [part for part in met if part.role() in NAMED or _takes_the_keyboard(part)]
            assert asked
            nameless += [told(part) for part in asked if not name_of(part)]
            wrong += [told(part) for part in met if not _says_how_it_stands(part)]

    assert (nameless, wrong) == ([], [])


def _takes_the_keyboard(part: QAccessibleInterface) -> bool:
    """Return whether it is one of what the keyboard goes to; of a text that can be copied only the mouse makes one."""
    return bool(part.state().focusable) and part.role() is not Role.StaticText


def _says_how_it_stands(part: QAccessibleInterface) -> bool:
    button, state = part.object(), part.state()
    if not isinstance(button, QAbstractButton):
        return True
    is_check_box = part.role() in (Role.CheckBox, Role.RadioButton)
    said = bool(state.checkable), bool(state.checked), not state.disabled, is_check_box
    return said == (button.isCheckable(), button.isChecked(), button.isEnabled(), button.isCheckable())


async def test_a_screen_reader_opens_the_menu(theme: Theme, watched_log: WatchedLog) -> None:
    """Where a press of the mouse would open it at once, Qt offers the action, and does nothing."""
    watched_log.allow("grabbing the keyboard")
    async with EVERY["empty_window"](theme) as window:
        button = window.findChild(QWidget, "menuButton")
        menu = window.findChild(QMenu, "mainMenu")
        assert button is not None
        assert menu is not None
        tool = QAccessible.queryAccessibleInterface(button)
        assert tool is not None
        assert tool.state().hasPopup
        actions = tool.actionInterface()

        actions.doAction("ShowMenu")

        assert menu.isVisible()
        await until(lambda: menu.activeAction() is menu.actions()[0])
        menu.close()

"""Groups of rows under a heading that opens and closes, for what is seldom wanted."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.group import Group, Row, answers

_CHEVRON = 16


class Disclosure(QWidget):
    """Closed at first. A search opens it for as long as it finds something in it."""

    def __init__(self, theme: Theme, title: str, object_name: str) -> None:
        super().__init__()
        self._button = _Heading(theme, title, object_name)
        self._button.toggled.connect(self._settle)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(24)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        line = QHBoxLayout()  # not inset as other words on buttons: where there is no margin, they would be cut
        line.addWidget(self._button)
        line.addStretch(1)
        whole.addLayout(line)
        whole.addWidget(self._inside)
        self._groups: list[Group] = []
        self._searched = False
        self._settle()

    def add(self, group: Group) -> Group:
        """Add a group at the end."""
        self._groups.append(group)
        self._column.addWidget(group)
        return group

    @property
    def every_row(self) -> list[Row]:
        """All rows of all groups."""
        return [row for group in self._groups for row in group.rows]

    @property
    def name(self) -> str:
        """The object name of its heading."""
        return self._button.objectName()

    @property
    def is_open(self) -> bool:
        """Whether somebody has opened it; a search does so for a while only."""
        return self._button.isChecked()

    def open(self) -> None:
        """Show what is inside."""
        self._button.setChecked(True)

    def filter(self, search: str) -> bool:
        """Keep the rows in which all words of a search are found; return whether any is left."""
        whole = answers(search, self._button.text())
        found = [group.filter("" if whole else search) for group in self._groups]
        self._searched = bool(search)
        self._settle()
        self.setVisible(any(found))
        return any(found)

    def settle(self) -> bool:
        """Draw the groups anew after rows came or went; return whether anything is to be seen."""
        shown = [group.settle() for group in self._groups]
        self.setVisible(any(shown))
        return any(shown)

    def _settle(self) -> None:
        is_open = self._searched or self._button.isChecked()
        self._inside.setVisible(is_open)
        self._button.show_open(is_open=is_open)


class _Heading(Button):
    """A word with a chevron that points where reading goes on, or down to what is open."""

    _is_open = False

    def __init__(self, theme: Theme, title: str, object_name: str) -> None:
        super().__init__(theme, title, object_name, "text")
        self.setCheckable(True)
        self._tint()

    def show_open(self, *, is_open: bool) -> None:
        """Point down to what is open, whatever has opened it, or on."""
        self._is_open = is_open
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Turn the chevron with the direction of reading."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._tint()

    def _tint(self) -> None:
        name = "chevron_down" if self._is_open else "chevron_right"
        self.setIcon(QIcon(self._theme.pixmap(name, self, "accent_text", _CHEVRON)))
        self.setIconSize(QSize(self._theme.px(_CHEVRON), self._theme.px(_CHEVRON)))

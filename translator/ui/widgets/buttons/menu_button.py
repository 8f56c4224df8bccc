"""A button with an icon alone that opens a menu."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import TOOL
from translator.ui.widgets.buttons.by_keyboard import PressedByEnter, Ringed
from translator.ui.widgets.windows.on_screen import screen_at


def give_menu(button: QPushButton, menu: QMenu) -> None:
    """Have the button open this menu. Closed elsewhere, Qt leaves the button as if the pointer were still on it."""

    def look() -> None:
        if not button.rect().contains(button.mapFromGlobal(QCursor.pos())):
            QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
            button.update()

    button.setMenu(menu)
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, button, look))


class MenuButton(Ringed, PressedByEnter, QPushButton):
    """Looks like a ToolButton, and is none.

    Told by a screen reader to show its menu, Qt's would do nothing, or give no answer until the menu is closed.
    """

    def __init__(self, theme: Theme, icon: str, name: str, object_name: str, shortcut: str, menu: QMenu) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setObjectName(object_name)
        self.setProperty("kind", "icon")
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_menu(self, menu)
        menu.aboutToShow.connect(self._fit)
        menu.aboutToShow.connect(self._go_to_first_soon)
        theme.changed.connect(self._tint)
        self._tint()

    def _fit(self) -> None:
        """Show a long menu in columns where the screen has room for them; where it has not, the menu scrolls."""
        menu, place = self.menu(), self.mapToGlobal(self.rect().center())
        room = screen_at(place).availableSize().width()
        for columns in (True, False):
            set_property(menu, "columns", columns)
            QApplication.sendEvent(menu, QEvent(QEvent.Type.StyleChange))  # only then does it ask whether it scrolls
            if menu.sizeHint().width() <= room:
                break

    def _go_to_first_soon(self) -> None:
        if not self.underMouse():
            QTimer.singleShot(0, self, self._go_to_first)

    def _go_to_first(self) -> None:
        """Let the keyboard begin with the first entry: without one, a screen reader has nothing to say."""
        menu = self.menu()
        if menu.isVisible() and menu.activeAction() is None:
            menu.setActiveAction(menu.actions()[0])

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self))
        self.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        self.setFixedSize(self._theme.px(TOOL), self._theme.px(TOOL))

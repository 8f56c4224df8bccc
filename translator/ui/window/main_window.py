"""The window: the two panes, the menu, and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.translate.view import TranslateView
from translator.ui.widgets.windows.on_screen import fit_into_screen, room_for
from translator.ui.window.actions import Actions

_SIZE = QSize(1100, 720)
_SMALLEST = QSize(360, 480)


class MainWindow(QMainWindow):
    """Says when it was first painted, when Escape was pressed, and when it was closed for good."""

    first_painted = Signal()
    escape_pressed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._theme = theme
        self._hold_least()
        theme.changed.connect(self._hold_least)
        self.resize(_SIZE)
        fit_into_screen(self)
        self.was_painted = False
        self.may_end: Callable[[], bool] = lambda: True
        self._fill()
        self.view.installEventFilter(self)

    def _fill(self) -> None:
        self.setWindowTitle(tr("Translator"))
        self.actions_ = Actions(self)
        self._menu = QMenu(self)
        self._menu.setObjectName("mainMenu")
        self.actions_.fill(self._menu)
        self.view = TranslateView(self._theme, self._menu)
        self.setCentralWidget(self.view)

    def fill_anew(self) -> list[QObject]:
        """Make all that is in the window anew, in the language that is spoken now; the window stays where it is.

        Return what was in it, out of sight: it is for the caller to delete, once nobody works with it any more. Every
        dialog of the window is among it. Nobody follows Escape any more.
        """
        before = [*self.actions(), self._menu, *self._own_dialogs(), self.view]
        self.takeCentralWidget()
        self.escape_pressed.disconnect()
        for action in self.actions():
            self.removeAction(action)
        self._fill()
        return before

    def _own_dialogs(self) -> list[QDialog]:
        dialogs = self.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for dialog in dialogs:
            dialog.hide()
        return dialogs

    def _hold_least(self) -> None:
        """Be never smaller than letters of this size need, as far as the screen has room."""
        self.setMinimumSize(self._theme.least(_SMALLEST).boundedTo(room_for(self)))

    def geometry_to_keep(self) -> bytes:
        """Return what brings the window back to its place and size."""
        return bytes(self.saveGeometry().data())

    def restore(self, geometry: bytes, splitter: tuple[int, ...]) -> None:
        """Bring the window and its panes back; whatever is no longer possible is left out."""
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
            fit_into_screen(self)
        self.view.restore_sizes(splitter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting."""
        if watched is self.view and event.type() is QEvent.Type.Paint:
            self.view.removeEventFilter(self)
            self.was_painted = True
            QTimer.singleShot(0, self.first_painted.emit)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape where nothing inside the window wanted it, F10 for the menu, and F6 for the next part."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif event.key() == Qt.Key.Key_F10:
            self.view.bar.more.showMenu()
        elif event.key() == Qt.Key.Key_F6:
            self.view.go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go from the screen at once; what still has to be written is written after."""
        if self.may_end():
            event.accept()
            self.quit()
        else:
            event.ignore()

    def quit(self) -> None:
        """End the program, whatever closing the window does."""
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.close()
        self.hide()
        self.closed.emit()

    def put_away(self) -> None:
        """Go from the screen, with the dialogs that belong to the window, without ending anything."""
        for other in QApplication.topLevelWidgets():
            owner = other.parentWidget()
            if other.isVisible() and owner is not None and owner.window() is self:
                other.close()
        self.hide()
        # What Qt keeps drawn for later it looks through every ten seconds, for minutes on end.
        QPixmapCache.clear()

    def bring_back(self, *, activates: bool = True) -> None:
        """Come to the screen as it was when it went, and to the front unless that is not wanted."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not activates)
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        if activates:
            self.raise_()
            self.activateWindow()

"""The window: the two panes, the menu, and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPixmapCache
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from translator.i18n import tr
from translator.ui.actions import Actions
from translator.ui.look.theme import Theme
from translator.ui.translate.view import TranslateView

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
        self.setWindowTitle(tr("Translator"))
        self.setMinimumSize(_SMALLEST)
        self.resize(_SIZE)
        self.was_painted = False
        self.may_end: Callable[[], bool] = lambda: True
        self.actions_ = Actions(self)
        menu = QMenu(self)
        menu.setObjectName("mainMenu")
        self.actions_.fill(menu)
        self.view = TranslateView(theme, menu)
        self.setCentralWidget(self.view)
        self.view.installEventFilter(self)

    def geometry_to_keep(self) -> bytes:
        """Return what brings the window back to its place and size."""
        return bytes(self.saveGeometry().data())

    def restore(self, geometry: bytes, splitter: tuple[int, ...]) -> None:
        """Bring the window and its panes back; whatever is no longer possible is left out."""
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        self.view.restore_sizes(splitter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting."""
        if watched is self.view and event.type() is QEvent.Type.Paint:
            self.view.removeEventFilter(self)
            self.was_painted = True
            QTimer.singleShot(0, self.first_painted.emit)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape where nothing inside the window wanted it, and F10 for the menu."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif event.key() == Qt.Key.Key_F10:
            self.view.bar.more.showMenu()
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

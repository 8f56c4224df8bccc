"""The program in front where no program may press keys in another: Wayland, and whatever else Qt runs on."""

from PySide6.QtGui import QClipboard, QGuiApplication

from translator.desktop.clipboard.content import MOST_TEXT, clean_text
from translator.desktop.clipboard.qt_clipboard import is_secret
from translator.surroundings.copied import CannotReplace, MarkedSecret, NothingThere, TooMuch
from translator.surroundings.obstacles import Obstacle


class ElsewhereInFront:
    """Reads the primary selection, where the desktop has one. It cannot be known from which window that is.

    A Wayland desktop shows it to a window that has the keyboard alone: the popup has to be in front by then.
    """

    def __init__(self, *, is_wayland: bool) -> None:
        self._is_wayland = is_wayland

    async def warm(self) -> None:
        """There is nothing to load."""

    def remember(self) -> None:
        """Nothing can be known of the window in front."""

    @property
    def obstacle(self) -> Obstacle:
        """Why nothing can be replaced there."""
        return Obstacle.WAYLAND if self._is_wayland else Obstacle.UNSUPPORTED

    async def selected_text(self) -> str:
        """Return the primary selection. Raises CannotRead."""
        clipboard = QGuiApplication.clipboard()
        if not clipboard.supportsSelection():
            raise NothingThere
        content = clipboard.mimeData(QClipboard.Mode.Selection)
        if is_secret(content):
            raise MarkedSecret
        text = clean_text(content.text())
        if len(text) > MOST_TEXT:
            raise TooMuch
        if not text:
            raise NothingThere
        return text

    async def replace(self, text: str) -> None:
        """Raise CannotReplace."""
        raise CannotReplace

    def return_focus(self) -> None:
        """Do nothing: the desktop gives it back by itself when our window closes."""

"""The application object, which is where macOS says what it wants opened."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Qt's own, and the files that the user opens with it in the Finder or drops on it in the Dock.

    On other systems those come on the command line. A subclass, since a filter would be asked about every event of
    every object.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._waiting: list[str] = []
        self._open: Callable[[str], None] = self._waiting.append

    def open_files_with(self, open_file: Callable[[str], None]) -> None:
        """Hand every path to this from now on; of those that came before, the first, as of a command line's."""
        self._open = open_file
        for path in self._waiting[:1]:
            open_file(path)
        self._waiting.clear()

    def event(self, event: QEvent) -> bool:
        """Take in what is to be opened; addresses are not for us."""
        if isinstance(event, QFileOpenEvent):
            if event.file():
                self._open(event.file())
            return True
        return super().event(event)

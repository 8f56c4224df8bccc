"""What can wait until a text is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class AfterPainting(QObject):
    """Does something as soon as what has just changed is painted; asked for again meanwhile, it is done once.

    Buttons that come with a text have the whole window laid out anew, each of them, which takes longer than the text.
    Qt paints before it looks at timers that are due at once.
    """

    def __init__(self, parent: QObject, does: Callable[[], None]) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(does)

    def ask(self) -> None:
        """Have it done."""
        self._timer.start(0)

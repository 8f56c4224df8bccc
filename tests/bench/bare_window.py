"""A window with two text fields and nothing behind it: what any PySide6 program has to pay.

``python -m tests.bench.bare_window SECONDS`` says when it was painted; after so many seconds of rest, what memory and
processor time that took.
"""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit

from tests.bench.probes import Rest, memory_mb, tell


class FirstPaint(QObject):
    """Notes in ``at`` (time.monotonic) when a widget was first painted, and calls ``then``."""

    def __init__(self, widget, then) -> None:
        super().__init__(widget)
        self.at = 0.0
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self.at = time.monotonic()
        self._then()


def two_panes() -> QMainWindow:
    """Return a window of the app's size with two panes."""
    window = QMainWindow()
    window.resize(1100, 720)
    panes = QSplitter()
    panes.addWidget(QTextEdit())
    panes.addWidget(QTextEdit())
    window.setCentralWidget(panes)
    return window


def main(seconds: float) -> None:
    """Show it, rest, and say what was measured."""
    app = QApplication(sys.argv[:1])
    window = two_panes()

    def rest() -> None:
        at_rest = Rest()
        QTimer.singleShot(round(seconds * 1000), lambda: end(at_rest))

    def end(at_rest: Rest) -> None:
        tell({"painted": first.at, "cpu_percent": at_rest.cpu_percent(), "memory_mb": memory_mb()})
        app.quit()

    first = FirstPaint(window.centralWidget(), rest)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(float(sys.argv[1]))

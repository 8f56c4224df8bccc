"""The app as anybody starts it: ``python -m tests.bench.start_app --demo``. It says when it was painted, and ends."""

import sys
import time

from PySide6.QtWidgets import QApplication

from tests.bench.probes import tell
from translator import app, cli
from translator.opening import Opening, open_window
from translator.parts import WindowOptions


def open_watched(application: QApplication, options: WindowOptions) -> Opening:
    """Open the app's window, and listen to its first painting."""
    opening = open_window(application, options)

    def painted() -> None:
        tell({"painted": time.monotonic()})
        opening.window.close()

    opening.window.first_painted.connect(painted)
    return opening


if __name__ == "__main__":
    app.open_window = open_watched
    sys.exit(cli.main())

"""The app as anybody starts it: ``python -m tests.bench.start_app --demo``. It says when it was painted, and ends."""

import json
import sys
import time
from typing import TYPE_CHECKING

from translator import cli
from translator.commands import window  # noqa: F401 - before PySide6, as in the app: it slows down imports
from translator.ui.loop import plain_import

if TYPE_CHECKING:
    from translator.running.opening import Opening

restore_import = plain_import.restore_import


def watch() -> None:
    """Do what the app does before it imports its window; then listen to the window that it opens."""
    restore_import()
    from translator import app

    open_window = app.open_window

    def open_watched(*arguments) -> "Opening":
        opening = open_window(*arguments)
        opening.window.first_painted.connect(lambda: painted(opening))
        return opening

    app.open_window = open_watched


def painted(opening: "Opening") -> None:
    """Say when that was, and close the window."""
    sys.stdout.write(json.dumps({"painted": time.monotonic()}) + "\n")
    opening.window.close()


if __name__ == "__main__":
    restore_import()  # the app has imported no PySide6 yet where it imports what follows
    plain_import.restore_import = watch
    sys.exit(cli.main())

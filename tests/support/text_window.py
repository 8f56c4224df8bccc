"""A window with a text in it, as any other program has one: ``python -m tests.support.text_window TITLE TEXT``.

It says its text, as JSON, on a line of its own when its window is there and whenever the text has changed.
"""

import json
import sys

from PySide6.QtWidgets import QApplication, QPlainTextEdit


def main(title: str, text: str) -> None:
    app = QApplication(sys.argv[:1])
    editor = QPlainTextEdit(text)
    editor.setWindowTitle(title)

    def say() -> None:
        sys.stdout.write(json.dumps(editor.toPlainText()) + "\n")
        sys.stdout.flush()

    editor.textChanged.connect(say)
    editor.resize(300, 100)
    editor.show()
    say()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A window with a little of everything, to try the driver on."""

import sys

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


def main() -> int:
    """Show the window until the program is ended."""
    application = QApplication(sys.argv)
    window, editor, button, picker = QWidget(), QPlainTextEdit(), QPushButton("Reverse"), QComboBox()
    window.setWindowTitle("Sample")
    editor.setObjectName("editor")
    editor.setAccessibleName("Text")
    button.setObjectName("button")
    picker.setObjectName("picker")
    picker.addItems(["German", "French", "Japanese"])
    layout = QVBoxLayout(window)
    for widget in (picker, editor, button):
        layout.addWidget(widget)

    def reverse() -> None:
        editor.setPlainText(editor.toPlainText()[::-1])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(editor, "Reversed"))

    button.clicked.connect(reverse)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

"""The system's clipboard, through Qt."""

from PySide6.QtGui import QClipboard, QGuiApplication


class SystemClipboard:
    """Reads and writes plain text."""

    def text(self) -> str:
        """Return the text that is on the clipboard, or nothing."""
        return _clipboard().text()

    def set_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        _clipboard().setText(text)


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()

"""The system's clipboard, through Qt."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

# What password managers put beside a password, on the systems that have such a custom.
_KDE_HINT = "x-kde-passwordManagerHint"
_CONCEALED = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "org.nspasteboard.ConcealedType",
    "org.nspasteboard.TransientType",
)


class SystemClipboard:
    """Reads and writes plain text. What its owner marked as secret is not read."""

    def text(self) -> str:
        """Return the text that is on the clipboard, or nothing."""
        content = _clipboard().mimeData()
        return "" if _is_secret(content) else content.text()

    def set_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        _clipboard().setText(text)


def _is_secret(content: QMimeData) -> bool:
    if content.hasFormat(_KDE_HINT):
        return bytes(content.data(_KDE_HINT).data()).strip() == b"secret"
    # Windows' and macOS' own names stand inside the names that Qt makes of them.
    return any(mark in name for name in content.formats() for mark in _CONCEALED)


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()

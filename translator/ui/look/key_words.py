"""What keys are called on the keyboards of those who read the interface."""

from PySide6.QtCore import QTranslator

from translator.i18n import ptr

_QT = "QShortcut"
"""Where Qt looks for the names of keys."""


def key_words() -> dict[str, str]:
    """Return what keys are called whose names differ between keyboards, by their English names."""
    return {
        "Ctrl": ptr("a key", "Ctrl"), "Shift": ptr("a key", "Shift"), "Enter": ptr("a key", "Enter"),
        "Del": ptr("a key", "Del"), "Left": ptr("a key", "Left"),
    }  # fmt: skip


class KeyWords(QTranslator):
    """Lets Qt's menus call the keys what all else calls them; in some languages Qt has other names."""

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _number: int = -1) -> str | None:
        """Return the name of a key; None has Qt look elsewhere."""
        return key_words().get(source) if context == _QT else None

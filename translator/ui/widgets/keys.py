"""What keys are called on the keyboards of those who read the interface."""

from PySide6.QtGui import QKeySequence


def key_names(keys: str) -> str:
    """Return a shortcut such as "Ctrl+Enter" as the system and the interface's language call it: "Strg+Enter"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def named_with_keys(name: str, keys: str) -> str:
    """Return the tooltip of what can be done by a shortcut as well."""
    return f"{name} ({key_names(keys)})"

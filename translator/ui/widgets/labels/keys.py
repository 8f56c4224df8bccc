"""What keys are called on the keyboards of those who read the interface."""

import sys

from PySide6.QtGui import QKeySequence

from translator.ui.look.key_words import key_words


def key_names(keys: str, platform: str = sys.platform) -> str:
    """Return a shortcut such as "Ctrl+Enter" as the interface calls it elsewhere: "Strg+Eingabe"; on macOS as it does.

    Qt's own words are not taken: in some languages they are other ones than those on the keys.
    """
    if platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    names = key_words()
    return "+".join(names.get(key, key) for key in keys.split("+"))


def named_with_keys(name: str, keys: str) -> str:
    """Return the tooltip of what can be done by a shortcut as well."""
    return f"{name} ({key_names(keys)})"

"""Gives Python's own ``import`` back after PySide6 has replaced it."""

import builtins

import PySide6.QtCore  # noqa: F401 - it is this import that replaces ``import``


def restore_import() -> None:
    """Import modules without PySide6 looking at each of them. Call it before most of them are imported.

    To support ``from __feature__ import snake_case``, which nothing here uses, PySide6 reads and keeps the source text
    of every module that is imported after it: what the window is made of, and all of openai. Measured in
    docs/decisions/0007-speed.md. PySide6 keeps the function that it replaced under the name looked up here; where a
    later version does not, its own stays.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

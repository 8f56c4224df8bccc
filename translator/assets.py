"""The one place that finds what is read at run time: inside the installed package, or beside it in a clone."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder of icons, catalogues and language names."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


@cache
def guide() -> Path:
    """Return the folder of the user guide: one folder a language in it, and its pictures in ``images`` beside it."""
    installed = resources() / "guide"
    return installed if installed.is_dir() else _PACKAGE.parent / "docs" / "guide"

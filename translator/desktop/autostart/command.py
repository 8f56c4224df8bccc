"""How this program is started again, by somebody who knows neither its folder nor its environment."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

BACKGROUND = "--background"
"""Starts without a window."""


def background_command(
    executable: str = sys.executable,
    script: str = sys.argv[0],
    *,
    is_frozen: bool = hasattr(sys, "frozen"),
    environment: Mapping[str, str] = os.environ,
) -> tuple[str, ...]:
    """Return the command that starts this program, as it runs now, in the background.

    An AppImage runs from a place that is another one each time; it says itself where it lies.
    """
    if is_frozen:
        return environment.get("APPIMAGE", "") or executable, BACKGROUND
    installed = Path(script)
    if installed.stem == "translator" and installed.is_absolute() and not installed.suffix and installed.is_file():
        return str(installed), BACKGROUND
    return _without_console(executable), "-m", "translator", BACKGROUND


def _without_console(python: str) -> str:
    """Return the Python beside this one that opens no console, where there is one, as on Windows."""
    quiet = Path(python).with_name("pythonw.exe")
    return str(quiet) if quiet.is_file() else python

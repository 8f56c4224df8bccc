"""Which way to start at login this platform has."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from translator.desktop.autostart.command import background_command
from translator.desktop.autostart.macos import LaunchAgentAutostart
from translator.desktop.autostart.windows import RunKeyAutostart
from translator.desktop.autostart.xdg import XdgAutostart, autostart_folder


def find_autostart(
    application_id: str, write: Callable[[Path, bytes], None], platform: str = sys.platform,
    command: Sequence[str] = (),
) -> XdgAutostart | RunKeyAutostart | LaunchAgentAutostart:  # fmt: skip
    """Return this platform's way. ``write`` replaces a file as a whole and raises OSError."""
    command = command or background_command()
    if platform == "win32":
        return RunKeyAutostart(import_module("winreg"), application_id, command)
    if platform == "darwin":
        return LaunchAgentAutostart(Path.home() / "Library" / "LaunchAgents", application_id, command, write)
    return XdgAutostart(autostart_folder(), application_id, command, write)

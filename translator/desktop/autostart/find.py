"""Which way to start at login this platform has. Only that one is imported."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from translator.desktop.autostart.command import background_command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from translator.desktop.autostart.macos import LaunchAgentAutostart
    from translator.desktop.autostart.windows import RunKeyAutostart
    from translator.desktop.autostart.xdg import XdgAutostart


def find_autostart(
    application_id: str, write: Callable[[Path, bytes], None], platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> XdgAutostart | RunKeyAutostart | LaunchAgentAutostart | None:  # fmt: skip
    """Return this platform's way; None in a Flatpak, whose configuration is a folder that no desktop looks into.

    ``write`` replaces a file as a whole and raises OSError.
    """
    command = background_command()
    if platform == "win32":
        from translator.desktop.autostart.windows import RunKeyAutostart

        return RunKeyAutostart(import_module("winreg"), application_id, command)
    if platform == "darwin":
        from translator.desktop.autostart.macos import LaunchAgentAutostart

        return LaunchAgentAutostart(Path.home() / "Library" / "LaunchAgents", application_id, command, write)
    if environment.get("FLATPAK_ID"):
        return None
    from translator.desktop.autostart.xdg import XdgAutostart, autostart_folder

    return XdgAutostart(autostart_folder(), application_id, command, write)

"""The folders of this user's files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from translator import DIRECTORY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping


class Places(NamedTuple):
    """The folders of this user's files, made when something is first written there."""

    config: Path
    state: Path
    data: Path

    @property
    def settings_file(self) -> Path:
        """Where the settings are."""
        return self.config / "settings.toml"

    @property
    def database_file(self) -> Path:
        """Where memory, glossaries, history and usage are, and what was learned of services."""
        return self.data / "translator.db"

    @property
    def session_file(self) -> Path:
        """Where the draft and the window's state are."""
        return self.state / "session.json"

    @property
    def crash_folder(self) -> Path:
        """Where it is written down when the program goes wrong."""
        return self.state / "crashes"


def find_places() -> Places:
    """Return the folders that the system sets aside for such files."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs(DIRECTORY_NAME, appauthor=False)
    return Places(folders.user_config_path, folders.user_state_path, folders.user_data_path)


def find_settings_file(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return where the settings are, as ``find_places`` does, and import nothing for it: words wait for this."""
    home = Path(environment.get("USERPROFILE" if platform == "win32" else "HOME") or Path.home())
    if platform == "win32":
        folder = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(environment.get("XDG_CONFIG_HOME", "").strip() or home / ".config")
    return folder / DIRECTORY_NAME / "settings.toml"


def find_runtime_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder where the running program is found. Imports nothing: a start may only pass something on.

    On Linux it is in the session's own folder, which goes when the user logs out; a folder there that is not the
    user's, as after sudo, would shut its owner out, and is not used.
    """
    home = Path(environment.get("USERPROFILE" if platform == "win32" else "HOME") or Path.home())
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / DIRECTORY_NAME / "run"
    if platform == "darwin":
        return home / "Library" / "Application Support" / DIRECTORY_NAME / "run"
    session = Path(environment.get("XDG_RUNTIME_DIR", ""))
    if session.is_absolute() and session.is_dir() and session.stat().st_uid == os.getuid():
        return session / DIRECTORY_NAME
    state = Path(environment.get("XDG_STATE_HOME", ""))
    return (state if state.is_absolute() else home / ".local" / "state") / DIRECTORY_NAME / "run"

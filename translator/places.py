"""The folders of this user's files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translator import DIRECTORY_NAME

if TYPE_CHECKING:
    from pathlib import Path


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
        """Where usage is, and what was learned of services."""
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

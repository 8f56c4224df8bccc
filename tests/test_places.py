"""Where the running program is found."""

import os
from pathlib import Path

import pytest

from translator.places import find_places, find_runtime_folder, find_settings_file


def test_on_linux_it_is_in_the_sessions_own_folder(tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "HOME": "/home/me"}
    assert find_runtime_folder(environment, "linux") == tmp_path / "translator"


@pytest.mark.parametrize("session", ["", "relative", "/not/there"])
def test_without_such_a_folder_it_is_in_the_users_state(session: str) -> None:
    environment = {"XDG_RUNTIME_DIR": session, "HOME": "/home/me"}
    assert find_runtime_folder(environment, "linux") == Path("/home/me/.local/state/translator/run")
    environment["XDG_STATE_HOME"] = "/elsewhere"
    assert find_runtime_folder(environment, "linux") == Path("/elsewhere/translator/run")


def test_a_sessions_folder_of_somebody_else_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "HOME": "/home/me"}
    assert find_runtime_folder(environment, "linux") == Path("/home/me/.local/state/translator/run")


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("darwin", {"HOME": "/Users/me"}, "/Users/me/Library/Application Support/translator/run"),
        ("win32", {"LOCALAPPDATA": "/local", "USERPROFILE": "/me"}, "/local/translator/run"),
        ("win32", {"USERPROFILE": "/me"}, "/me/AppData/Local/translator/run"),
    ],
)
def test_each_system_has_a_place_for_it(platform: str, environment: dict[str, str], folder: str) -> None:
    assert find_runtime_folder(environment, platform) == Path(folder)


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/home/me"}, "/home/me/.config/translator"),
        ("linux", {"HOME": "/home/me", "XDG_CONFIG_HOME": "/elsewhere"}, "/elsewhere/translator"),
        ("darwin", {"HOME": "/Users/me"}, "/Users/me/Library/Application Support/translator"),
        ("win32", {"LOCALAPPDATA": "/local", "USERPROFILE": "/me"}, "/local/translator"),
        ("win32", {"USERPROFILE": "/me"}, "/me/AppData/Local/translator"),
    ],
)
def test_each_system_has_a_place_for_the_settings(platform: str, environment: dict[str, str], folder: str) -> None:
    assert find_settings_file(environment, platform) == Path(folder) / "settings.toml"


@pytest.mark.parametrize("config", ["", "/elsewhere"])
def test_the_settings_are_where_all_places_say(config: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", config)
    assert find_settings_file() == find_places().settings_file

"""What every file that keeps something does: settings and session alike."""

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from translator.session import Session
from translator.settings import Service, Settings
from translator.storage.atomic_file import CannotSave
from translator.storage.session_file import SessionFile
from translator.storage.settings.settings_file import SettingsFile


@dataclass(frozen=True)
class Store:
    """One kind of file, with something to keep in it."""

    load: Callable[[], Any]
    save: Callable[[Any], None]
    path: Path
    empty: Any
    full: Any


def _settings(folder: Path) -> Store:
    file = SettingsFile(folder / "settings.toml")
    service = Service("box", "Box", base_url="http://127.0.0.1:1/v1", headers=(("X-Team", "ü"),), allow_http=True)
    full = Settings(
        "box", (service,), translate_while_typing=True, second_language="de", appearance="dark", text_size=125,
        dictionary=False, romanise=True, use_memory=False,
    )  # fmt: skip
    return Store(lambda: file.load().settings, file.save, file.path, Settings(), full)


def _session(folder: Path) -> Store:
    file = SessionFile(folder / "session.json")
    full = Session("Zeile\n\t🦉", "de", "zh-Hans", ("de",), ("zh-Hans", "pt-BR"), b"\0\xff", (400, 300))
    return Store(file.load, file.save, file.path, Session(), full)


@pytest.fixture(params=[_settings, _session], ids=["settings", "session"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return request.param(tmp_path / "made" / "on the way")


def test_nothing_saved_is_the_default(store: Store) -> None:
    assert store.load() == store.empty


def test_what_is_saved_comes_back(store: Store) -> None:
    store.save(store.full)
    assert store.load() == store.full
    store.save(store.empty)
    assert store.load() == store.empty


def test_only_the_user_can_read_it(store: Store) -> None:
    store.save(store.full)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[[[", b"{" * 100_000, b"\x00" * 64], ids=repr)
def test_what_cannot_be_read_becomes_the_default_and_is_kept(store: Store, content: bytes) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(content)
    assert store.load() == store.empty
    if content:
        aside = store.path.with_name(store.path.name + ".unreadable-1")
        assert aside.read_bytes() == content
        assert not store.path.exists()


def test_the_second_unreadable_file_does_not_replace_the_first(store: Store) -> None:
    store.path.parent.mkdir(parents=True)
    for content in (b"{ first", b"{ second"):
        store.path.write_bytes(content)
        store.load()
    asides = sorted(store.path.parent.glob("*.unreadable-*"))
    assert [aside.read_bytes() for aside in asides] == [b"{ first", b"{ second"]


def test_a_folder_that_cannot_be_made_is_a_typed_error_and_leaves_nothing(store: Store) -> None:
    store.path.parent.parent.write_text("a file where the folder should be")
    with pytest.raises(CannotSave, match=re.escape(str(store.path))):
        store.save(store.full)
    assert store.load() == store.empty


def test_a_failed_save_keeps_the_old_file_and_leaves_no_other(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(store.full)

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(CannotSave, match="No space left"):
        store.save(store.empty)
    assert store.load() == store.full
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]


def test_a_link_to_the_file_stays_a_link(store: Store, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    store.path.parent.mkdir(parents=True)
    store.path.symlink_to(elsewhere)
    store.save(store.full)
    assert store.path.is_symlink()
    assert store.load() == store.full


def test_a_pipe_in_the_files_place_holds_nothing_up(store: Store) -> None:
    store.path.parent.mkdir(parents=True)
    os.mkfifo(store.path)

    assert store.load() == store.empty
    assert not store.path.exists()

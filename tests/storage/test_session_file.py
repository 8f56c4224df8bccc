"""session.json never keeps the window from opening."""

import json
from pathlib import Path

import pytest

from translator.session import PopupSession, Session
from translator.storage.session_file import LONGEST_DRAFT, SessionFile


@pytest.fixture
def file(tmp_path: Path) -> SessionFile:
    return SessionFile(tmp_path / "session.json")


def test_half_a_surrogate_pair_in_the_draft_is_repaired(file: SessionFile) -> None:
    file.save(Session(draft="a\ud83d b"))
    assert file.load().draft == "a\ufffd b"


def test_a_draft_that_is_too_long_is_not_kept_by_half(file: SessionFile) -> None:
    file.save(Session(draft="x" * (LONGEST_DRAFT + 1), target="de"))
    assert file.load() == Session(target="de")


@pytest.mark.parametrize(
    "read",
    [
        [],
        {"draft": 1},
        {"source": "x" * 50},
        {"recent_sources": "de"},
        {"recent_targets": [1]},
        {"geometry": "not base64!"},
        {"splitter": [-1]},
        {"splitter": [True]},
        {"splitter": [1.5]},
        {"popup": 3},
        {"popup": {"size": [True]}},
        {"popup": {"target": 3}},
    ],
    ids=repr,
)
def test_values_of_the_wrong_kind_are_set_aside(file: SessionFile, read: object) -> None:
    file.path.write_text(json.dumps(read))
    assert file.load() == Session()
    assert not file.path.exists()


def test_an_enormous_file_is_not_read(file: SessionFile) -> None:
    with file.path.open("wb") as opened:
        opened.truncate(65_000_000)
    assert file.load() == Session()
    assert not file.path.exists()


def test_what_a_newer_version_added_is_ignored(file: SessionFile) -> None:
    file.path.write_text('{"version": 9, "draft": "x", "tabs": []}')
    assert file.load() == Session(draft="x")


def test_a_draft_that_cannot_be_read_is_told_and_its_file_kept(file: SessionFile) -> None:
    file.path.write_text("{")

    file.load()

    kept = file.path.with_name(f"{file.path.name}.unreadable-1")
    assert str(kept) in file.notice
    assert kept.read_text() == "{"


def test_a_folder_in_the_drafts_place_is_moved_and_told(file: SessionFile) -> None:
    file.path.mkdir()

    assert file.load() == Session()
    assert file.notice


def test_nothing_is_told_of_a_draft_that_was_never_there(file: SessionFile) -> None:
    assert file.load() == Session()
    assert not file.notice


def test_the_popup_is_as_it_was(file: SessionFile) -> None:
    session = Session(popup=PopupSession((420, 300), True, "de"))
    file.save(session)
    assert file.load() == session

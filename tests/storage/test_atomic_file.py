import os
import stat
from pathlib import Path

import pytest

from translator.storage.atomic_file import CannotSave, ReplacingFile, write_atomically, write_for_anyone


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_private_file_is_the_users_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "private", b"x")

    assert mode(tmp_path / "new" / "private") == 0o600


def test_a_file_for_anyone_gets_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()

    write_for_anyone(tmp_path / "out.txt", b"x")

    assert mode(tmp_path / "out.txt") == mode(usual)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "usual"]


def test_a_file_for_anyone_keeps_the_permissions_it_has(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")
    out.chmod(0o640)

    write_for_anyone(out, b"new")

    assert (mode(out), out.read_text()) == (0o640, "new")


def test_no_folder_is_made_for_a_file_of_the_users_own(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="No such file"):
        write_for_anyone(tmp_path / "gone" / "out.txt", b"x")


def test_a_file_in_pieces_takes_its_place_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")
    file = ReplacingFile(out, private=False)
    file.write(b"ne")
    assert out.read_text() == "old"
    file.write(b"w")
    file.commit()
    file.discard()

    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert out.read_text() == "new"


def test_a_file_that_is_given_up_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")
    file = ReplacingFile(out)
    file.write(b"half")
    file.discard()

    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert out.read_text() == "old"


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    out = tmp_path / "out.txt"
    out.write_text("old")
    file = ReplacingFile(out)
    full = os.open("/dev/full", os.O_WRONLY)
    os.dup2(full, file._file.fileno())
    os.close(full)
    with pytest.raises(CannotSave, match="No space left"):
        file.write(b"x" * 100_000)
    file.discard()

    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert out.read_text() == "old"

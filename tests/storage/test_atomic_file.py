import stat
from pathlib import Path

import pytest

from translator.storage.atomic_file import CannotSave, write_atomically, write_for_anyone


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

"""How the program is laid out for an archive and for an AppImage: of a small stand-in for the frozen one."""

import os
import stat
import subprocess
import tarfile
from pathlib import Path

import pytest

from linux.appdir import make_appdir, make_appimage
from linux.archive import write_archive
from linux.deb import build_deb
from linux.elf import forget_builder, read_linked
from linux.release import Release, TooLarge, read_release
from tests.support.system import require
from translator import APPLICATION_ID

RELEASE = Release("9.9", "x86_64")
ICON = f"usr/share/icons/hicolor/256x256/apps/{APPLICATION_ID}.png"


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen" / "translator"
    (folder / "_internal").mkdir(parents=True)
    (folder / "translator").write_text('#!/bin/sh\necho "started with $1"\n', encoding="utf-8")
    (folder / "translator").chmod(0o755)
    (folder / "_internal" / "library.txt").write_text("a library", encoding="utf-8")
    (folder / "_internal" / "library.txt").chmod(0o700)
    return folder


def modes(folder: Path) -> dict[str, int]:
    paths = (path for path in folder.rglob("*") if not path.is_symlink())
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in paths}


def test_an_appdir_starts_the_program_from_wherever_it_lies(frozen: Path, tmp_path: Path) -> None:
    appdir = make_appdir(frozen, tmp_path / "dist", RELEASE)
    moved = appdir.rename(tmp_path / "moved")

    assert subprocess.check_output([moved / "AppRun", "a b.txt"], text=True) == "started with a b.txt\n"
    assert (moved / f"{APPLICATION_ID}.desktop").resolve() == moved / f"usr/share/applications/{APPLICATION_ID}.desktop"
    assert (moved / f"{APPLICATION_ID}.png").resolve() == (moved / ".DirIcon").resolve() == moved / ICON
    assert (moved / "usr/bin/translator").resolve() == moved / "usr/lib/translator/translator"
    kept = modes(moved)
    assert kept["usr/lib/translator/_internal/library.txt"] == 0o644
    assert kept["usr/share/bash-completion/completions/translator"] == 0o644
    assert kept["usr/lib/translator/translator"] == kept["AppRun"] == kept["usr/lib"] == 0o755


def test_an_appimage_is_made_where_there_is_a_tool_for_it(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    appdir = make_appdir(frozen, tmp_path, RELEASE)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    assert make_appimage(appdir, tmp_path, RELEASE) == []
    assert "appimagetool" in capsys.readouterr().err

    (tmp_path / "bin").mkdir()
    tool = tmp_path / "bin" / "appimagetool"
    tool.write_text('#!/bin/sh\necho "$ARCH $2" > "$3"\n', encoding="utf-8")
    tool.chmod(0o755)

    [image] = make_appimage(appdir, tmp_path, RELEASE)
    assert image.read_text(encoding="utf-8") == f"x86_64 {appdir}\n"


def test_an_archive_is_the_same_each_time_and_has_one_folder(frozen: Path, tmp_path: Path) -> None:
    require({"xz": "xz-utils"})
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    archive = write_archive(frozen, tmp_path / "one", RELEASE)
    again = write_archive(frozen, tmp_path / "two", RELEASE)

    assert archive.read_bytes() == again.read_bytes()
    with tarfile.open(archive) as packed:
        members = {member.name: member for member in packed}
    assert {name.split("/")[0] for name in members} == {"translator-9.9-linux-x86_64"}
    assert members["translator-9.9-linux-x86_64/translator"].mode == 0o755
    assert "translator-9.9-linux-x86_64/README.txt" in members
    assert f"translator-9.9-linux-x86_64/share/applications/{APPLICATION_ID}.desktop" in members
    assert all(member.uid == 0 and member.mtime == 1_767_225_600 for member in members.values())


def test_a_package_that_takes_more_room_than_is_promised_is_not_made(frozen: Path, tmp_path: Path) -> None:
    text = frozen / "_internal" / "translator" / "resources" / "licences.txt"
    text.parent.mkdir(parents=True)
    text.write_text("Licences", encoding="utf-8")
    with (frozen / "_internal" / "large").open("wb") as file:
        file.truncate(200_000_000)

    with pytest.raises(TooLarge, match="of 185,000,000"):
        build_deb(frozen, tmp_path / "dist", read_release())
    assert list((tmp_path / "dist").iterdir()) == []


def test_the_builders_folders_are_forgotten(tmp_path: Path) -> None:
    require({"chrpath": "chrpath", "ld": "binutils"})
    (tmp_path / "empty").write_bytes(b"nothing")
    subprocess.run(["ld", "-r", "-b", "binary", "-o", "empty.o", "empty"], check=True, cwd=tmp_path)
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    for name, place in (("libbuilt.so", "/home/somebody/lib"), ("libown.so", "$ORIGIN/../lib")):
        link = ["ld", "-shared", "-rpath", place, "-o", str(libraries / name), "empty.o"]
        subprocess.run(link, check=True, cwd=tmp_path)
    before = {each.path.name: each.search for each in read_linked(libraries)}

    forget_builder(libraries)

    assert before["libbuilt.so"] == ("/home/somebody/lib",)

    after = {each.path.name: each.search for each in read_linked(libraries)}
    assert after == {"libbuilt.so": (), "libown.so": ("$ORIGIN/../lib",)}

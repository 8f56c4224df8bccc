"""What Linux users get: a package for Debian and its kin, an archive to unpack anywhere, and an AppDir or AppImage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import freezing
from linux.appdir import make_appdir, make_appimage
from linux.archive import write_archive
from linux.deb import build_deb
from linux.elf import forget_builder
from linux.release import MOST_PACKED, TooLarge, read_release

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("deb", "tar", "appdir")
"""What can be made."""


def freeze(into: Path, work: Path | None = None) -> Path:
    """Freeze the program as Linux is to have it; return its folder. Raises CannotFreeze, CalledProcessError.

    ``work`` is where PyInstaller works, where that is not to be the clone's own folder for it.
    """
    frozen = freezing.freeze(into, work=work) if work else freezing.freeze(into)
    forget_builder(frozen)
    return frozen


def package(into: Path, kinds: tuple[str, ...] = KINDS) -> list[Path]:
    """Make these in the folder; return what was made.

    Raises CannotFreeze, TooLarge, or CalledProcessError where a program that is called says no.
    """
    frozen = freeze(into / "frozen")
    release = read_release()
    made = []
    if "deb" in kinds:
        made.append(build_deb(frozen, into, release))
        if made[-1].stat().st_size > MOST_PACKED:
            raise TooLarge(f"{made[-1].name} has {made[-1].stat().st_size:,} bytes, of {MOST_PACKED:,}")
    if "tar" in kinds:
        made.append(write_archive(frozen, into, release))
    if "appdir" in kinds:
        made.append(make_appdir(frozen, into, release))
        made += make_appimage(made[-1], into, release)
    return made

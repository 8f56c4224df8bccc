"""The program and what a desktop needs to know of it, laid out as under ``/``."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import icons
from freezing import source_time
from linux.release import HERE, PROGRAM, ROOT
from translator import APPLICATION_ID

PLACES = {
    f"{APPLICATION_ID}.desktop": "usr/share/applications",
    f"{APPLICATION_ID}.metainfo.xml": "usr/share/metainfo",
    "completions/translator.bash": f"usr/share/bash-completion/completions/{PROGRAM}",
    "completions/_translator": "usr/share/zsh/vendor-completions",
    "completions/translator.fish": "usr/share/fish/vendor_completions.d",
}
"""Where the files beside this one go: into a folder that bears no name of a file, or to a name of its own."""
_HICOLOR = "usr/share/icons/hicolor"


def lay_out(frozen: Path, root: Path, place: str, link: str = "") -> None:
    """Put the frozen program at this place under the root, and all else where a desktop looks for it.

    ``link`` is what the command in ``usr/bin`` leads to, where that is not to be relative. The files of the program are
    the same on the disk, where the file system knows how: they are not written twice.
    """
    shutil.copytree(frozen, root / place, copy_function=_link_or_copy, symlinks=True)
    for source, target in PLACES.items():
        goal = root / target if target.endswith(f"/{PROGRAM}") else root / target / Path(source).name
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / source, goal)
    write_packed(HERE / "translator.1", root / "usr/share/man/man1/translator.1.gz")
    _draw_icons(root / _HICOLOR)
    command = root / "usr/bin" / PROGRAM
    command.parent.mkdir(parents=True, exist_ok=True)
    command.symlink_to(link or os.path.relpath(root / place / PROGRAM, command.parent))


def write_packed(source: Path, target: Path) -> None:
    """Write the file as gzip does, without the time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def settle(root: Path) -> int:
    """Give everything under the root plain permissions and one time; return the bytes of its files."""
    size = 0
    for path in [root, *sorted(root.rglob("*"))]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
            size += 0 if path.is_dir() else path.stat().st_size
        os.utime(path, (source_time(), source_time()), follow_symlinks=False)
    return size


def _is_program(path: Path) -> bool:
    return path.name in (PROGRAM, "AppRun") and path.parent.name != "completions"


def _draw_icons(hicolor: Path) -> None:
    drawing = ROOT / "resources" / "icons" / "app.svg"
    scalable = hicolor / "scalable" / "apps" / f"{APPLICATION_ID}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(drawing, scalable)
    for size in icons.PNG_SIZES:
        picture = hicolor / f"{size}x{size}" / "apps" / f"{APPLICATION_ID}.png"
        picture.parent.mkdir(parents=True)
        icons.draw_png(size, picture)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)

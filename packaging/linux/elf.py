"""What programs and libraries say of themselves: what they need, and where they look for it."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"\x7fELF"
_OWN_FOLDER = "$ORIGIN"
_LINE = re.compile(r"\((NEEDED|RPATH|RUNPATH)\).*\[(.*)\]")


@dataclass(frozen=True, slots=True)
class Linked:
    """A program or library, the libraries it needs, and the folders that are looked through for them before others."""

    path: Path
    needed: tuple[str, ...]
    search: tuple[str, ...]


def read_linked(folder: Path) -> list[Linked]:
    """Return every program and library below the folder. Raises RuntimeError where readelf cannot read one."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink() and _is_elf(path)]
    # The name of each file is printed where there are several.
    command = ["readelf", "--dynamic", "--wide", *map(str, files), "/dev/null"]
    environment = {**os.environ, "LC_ALL": "C"}
    said = subprocess.run(command, check=False, capture_output=True, text=True, env=environment).stdout
    parts = said.split("\nFile: ")[1:] if files else []
    if len(parts) < len(files):
        raise RuntimeError(f"readelf has nothing to say of {files[len(parts)]}")
    return [_read(path, part) for path, part in zip(files, parts, strict=False)]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _read(path: Path, text: str) -> Linked:
    if not text.startswith(str(path)):
        raise RuntimeError(f"readelf has nothing to say of {path}")
    found = _LINE.findall(text)
    search = (folder for kind, value in found if kind != "NEEDED" for folder in value.split(":"))
    return Linked(path, tuple(value for kind, value in found if kind == "NEEDED"), tuple(search))


def forget_builder(folder: Path) -> None:
    """Take from everything below the folder the search paths that are this machine's, such as those of its Python.

    On another machine anybody could put a library there. Raises CalledProcessError.
    """
    paths = [str(linked.path) for linked in read_linked(folder) if any(not _is_own(place) for place in linked.search)]
    if paths:
        subprocess.run(["chrpath", "--delete", *paths], check=True, stdout=subprocess.DEVNULL)


def _is_own(place: str) -> bool:
    return place.startswith(_OWN_FOLDER)

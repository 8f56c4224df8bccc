"""The program's folder as a zip, to be unpacked anywhere.

Settings and what was translated stay where they are for the installed program: a zip is not a portable program that
carries them along, and says so in its name and in a file.
"""

from __future__ import annotations

import time
import zipfile
from typing import TYPE_CHECKING

from freezing import source_time

if TYPE_CHECKING:
    from pathlib import Path

READ_ME = "Read me.txt"
_WORDS = """Translator {version}

Double-click translator.exe to start. translator-console.exe is the same program for the command line.

Nothing is written into this folder. Settings, glossaries, translation memory and history are in
%LOCALAPPDATA%\\translator, API keys in Windows' Credential Manager: an installed Translator uses the same.
To remove Translator, quit it from its icon in the notification area and delete this folder. Where you let it start
when you sign in, switch that off in its settings first.
"""


def write_zip(program: Path, into: Path, version: str) -> Path:
    """Write the folder into a zip, under a folder of the version's name; return it.

    The same folder makes the same zip: names are sorted, and everything bears freezing.source_time().
    """
    top = f"Translator-{version}"
    when = time.gmtime(source_time())[:6]
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(_entry(f"{top}/{READ_ME}", when), _WORDS.format(version=version).replace("\n", "\r\n"))
        for path in sorted(path for path in program.rglob("*") if path.is_file()):
            place = f"{top}/{path.relative_to(program).as_posix()}"
            archive.writestr(_entry(place, when), path.read_bytes())
    return into


def _entry(place: str, when: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(place, when)  # type: ignore[arg-type]  # six numbers
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry

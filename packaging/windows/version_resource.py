"""What Explorer shows of the program under Properties, Details, in the form that PyInstaller reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COMPANY = "The Translator authors"
DESCRIPTION = "Translator"
_ENGLISH_UNICODE = "040904B0"  # language 0x0409, code page 1200
_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={four}, prodvers={four}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([StringTable({table!r}, [{strings}])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def write_version_resource(into: Path, version: str) -> None:
    """Write the resource for both programs. Raises ValueError where the version does not begin with a number."""
    strings = {
        "CompanyName": COMPANY,
        "FileDescription": DESCRIPTION,
        "FileVersion": version,
        "InternalName": "translator",
        "LegalCopyright": f"{COMPANY}. MIT licence",
        "OriginalFilename": "translator.exe",
        "ProductName": "Translator",
        "ProductVersion": version,
    }
    entries = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    into.parent.mkdir(parents=True, exist_ok=True)
    text = _TEMPLATE.format(four=four_numbers(version), table=_ENGLISH_UNICODE, strings=entries)
    into.write_text(text, encoding="utf-8")


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return a version as Windows counts: ``1.2rc1`` is 1, 2, 0, 0. Raises ValueError without a number in front."""
    release = re.match(r"\d+(?:\.\d+){0,3}", version)
    if release is None:
        raise ValueError(f"{version!r} is no version")
    first, second, third, fourth = (*map(int, release[0].split(".")), 0, 0, 0)[:4]
    return first, second, third, fourth

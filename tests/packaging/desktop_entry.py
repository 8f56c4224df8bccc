"""Desktop entries, found and read as a desktop does it (the Desktop Entry Specification, in short)."""

import configparser
import shlex
from pathlib import Path

FOLDERS = ("usr/local/share/applications", "usr/share/applications")


def entries_for(root: Path, mime_type: str) -> dict[str, configparser.SectionProxy]:
    """Return the entries under this root that open files of this type, by their ids."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*.desktop")):
            entry = read_entry(path)
            if mime_type in entry.get("MimeType", "").split(";"):
                found[path.stem] = entry
    return found


def read_entry(path: Path) -> configparser.SectionProxy:
    """Return the entry's own group."""
    parser = configparser.ConfigParser(interpolation=None, strict=False, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign] # its keys differ by case
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def command_of(entry: configparser.SectionProxy, files: list[Path]) -> list[str]:
    """Return what is run to open these files."""
    words = []
    for word in shlex.split(entry["Exec"]):
        words += [str(file) for file in files] if word == "%F" else [word]
    return words

"""A key that is looked for wherever it must not be, and how: in parts, in any case, escaped, encoded, spaced out."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

KEY = "Yellow.Canary~Bird+in/a_Cage4711"
"""No service's keys look like it: nothing but knowing it can hide it."""

LONGEST_PART = 8
"""Characters of it that stand together only where it leaked."""


def _parts() -> set[bytes]:
    plain = KEY.casefold().encode()
    spelled = {plain, base64.b64encode(f":{KEY}".encode()).lower(), KEY.encode().hex().encode()}
    spelled |= {base64.b64encode(b"x" * shift + KEY.encode())[4:].lower() for shift in range(3)}
    return {text[start : start + LONGEST_PART] for text in spelled for start in range(len(text) - LONGEST_PART + 1)}


_PARTS = _parts()
_ESCAPED = re.compile(rb"\\+u00([0-9a-fA-F]{2})|&#([0-9]{2,3});")


def hits(where: bytes | str) -> list[str]:
    """Return what of the key is there, with a little of what stands around it."""
    there = where.encode("utf-8", "replace") if isinstance(where, str) else where
    unescaped = _ESCAPED.sub(lambda found: bytes([int(found[1] or found[2], 16 if found[1] else 10)]), there)
    found = []
    for read in (there, unquote_to_bytes(there), unescaped, b"".join(there.split()), there.replace(b"\0", b"")):
        small = read.lower()
        places = (small.find(part) for part in _PARTS)
        first = min((place for place in places if place >= 0), default=-1)
        if first >= 0:
            found.append(read[max(0, first - 60) : first + 60].decode("utf-8", "replace"))
    return found


def files_with_hits(folder: Path) -> dict[str, list[str]]:
    """Return the files anywhere in the folder in which it is, and their names too."""
    return {str(path): found for path in _files(folder) if (found := hits(path.name) + hits(content_of(path)))}


def content_of(path: Path) -> bytes:
    """Return what is in the file; nothing where a program that runs has taken it away meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())

"""Which of the formats on offer is read, and what its bytes say. Format names are X11's and MIME's."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from translator.text.display import repair

MOST_TEXT = 20 * 1024 * 1024
"""Bytes of a text that are taken in."""
MOST_PICTURE = 50 * 1024 * 1024
"""Bytes of a picture that are taken in."""

KDE_HINT = "x-kde-passwordManagerHint"
"""What password managers put beside a password on Linux; its content is ``secret``."""

_TEXTS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain;charset=UTF-8", "text/plain", "STRING")
_PICTURES = ("image/png", "image/jpeg", "image/bmp", "image/x-bmp", "image/gif")
URI_LIST = "text/uri-list"


def text_formats(offered: Iterable[str]) -> list[str]:
    """Return those that hold the text, the best first."""
    there = set(offered)
    return [name for name in _TEXTS if name in there]


def picture_formats(offered: Iterable[str]) -> list[str]:
    """Return those that hold a picture, the best first."""
    there = set(offered)
    return [name for name in _PICTURES if name in there]


def decode_text(name: str, content: bytes) -> str:
    """Return the text of a format of ``text_formats``, fit to be shown and stored."""
    if name == "STRING":  # Latin-1 by its definition
        return clean_text(content.decode("latin-1"))
    return clean_text(content.decode("utf-8", "replace"))


def clean_text(text: str) -> str:
    """Return the text without NULs, which some programs end theirs with, and without halves of surrogate pairs."""
    return repair(text.replace("\0", ""))


def first_file(uri_list: bytes) -> str:
    """Return the full path of the first file of a ``text/uri-list`` that is on this computer; empty for none."""
    for line in uri_list.decode("utf-8", "replace").splitlines():
        parts = urlsplit(line.strip()) if line.startswith("file:") else None
        if parts is not None and parts.netloc in ("", "localhost"):
            return unquote(parts.path)
    return ""

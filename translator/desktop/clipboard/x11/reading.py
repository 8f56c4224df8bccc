"""A selection of X11, as what can be translated."""

from translator.desktop.clipboard.content import (
    KDE_HINT,
    MOST_PICTURE,
    MOST_TEXT,
    URI_LIST,
    decode_text,
    first_file,
    picture_formats,
    text_formats,
)
from translator.desktop.clipboard.x11.receiving import Receiving
from translator.surroundings.copied import Copied, MarkedSecret, NothingThere, NotText
from translator.surroundings.picture import Picture

_FEW = 1024


def read_copied(receiving: Receiving) -> Copied:
    """Return its text, or else its picture. Raises CannotRead."""
    # An owner that lists nothing may still be a very old one, with a text.
    offered = receiving.formats() or ["UTF8_STRING", "STRING"]
    refuse_secret(receiving, offered)
    file = _read_file(receiving, offered)
    text = read_text(receiving, offered)
    if text or file:
        return Copied(text or file, file=file)
    picture = _read_picture(receiving, offered)
    if picture is not None:
        return Copied(picture=picture)
    raise NothingThere if text_formats(offered) else NotText


def refuse_secret(receiving: Receiving, offered: list[str]) -> None:
    """Raise MarkedSecret where the owner has marked it so, or does not say how it is marked."""
    if KDE_HINT in offered:
        hint = receiving.fetch(KDE_HINT, most=_FEW)
        if hint is None or hint.content.strip(b" \n\0") == b"secret":
            raise MarkedSecret


def read_text(receiving: Receiving, offered: list[str]) -> str:
    """Return the text, empty where there is none. Raises CannotRead."""
    for name in text_formats(offered):
        content = receiving.fetch(name, most=MOST_TEXT)
        if content is not None:
            return decode_text(name, content.content)
    return ""


def _read_file(receiving: Receiving, offered: list[str]) -> str:
    content = receiving.fetch(URI_LIST, most=MOST_TEXT) if URI_LIST in offered else None
    return first_file(content.content) if content else ""


def _read_picture(receiving: Receiving, offered: list[str]) -> Picture | None:
    from translator.desktop.clipboard.pictures import read_picture

    for name in picture_formats(offered):
        content = receiving.fetch(name, most=MOST_PICTURE)
        if content is not None and (picture := read_picture(content.content)):
            return picture
    return None

"""``session.json``: written atomically, read before the first paint, and never a reason not to start.

Only the standard library's json: nothing else is read as quickly. A file that cannot be read is set aside.
"""

import base64
import json
from pathlib import Path
from typing import Any

from translator.i18n import tr
from translator.session import PopupSession, Session
from translator.storage.atomic_file import set_aside, write_atomically

VERSION = 1
LARGEST_FILE = 64_000_000
"""Bytes; a larger file was not written by us."""
LONGEST_DRAFT = 10_000_000
"""Characters of the source text that are kept. A longer one is not kept at all: half a draft would be a trap."""
MOST_RECENT = 20
LONGEST_TAG = 35
LARGEST_GEOMETRY = 4_096


class SessionFile:
    """The session in a file. ``notice`` is what the user has to be told of the last load; mostly nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""

    def load(self) -> Session:
        """Return the session as it was saved; an empty one where there is none that can be read."""
        self.notice = ""
        try:
            return _from_json(json.loads(_read(self.path)))
        except (FileNotFoundError, NotADirectoryError):
            return Session()
        except (OSError, ValueError, TypeError, RecursionError):
            self._set_aside()
            return Session()

    def _set_aside(self) -> None:
        kept = set_aside(self.path)
        if kept is None:
            self.notice = tr("The draft of the last time could not be read.")
        else:
            sentence = tr("The draft of the last time could not be read. Its file is kept as {name}.")
            self.notice = sentence.format(name=kept)

    def save(self, session: Session) -> None:
        """Write the session. Raises CannotSave."""
        write_atomically(self.path, json.dumps(_to_json(session), ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _read(path: Path) -> bytes:
    path.lstat()  # FileNotFoundError where there is nothing at all
    # A pipe in the file's place would never end.
    if not path.is_file() or path.stat().st_size > LARGEST_FILE:
        raise ValueError(path)
    return path.read_bytes()


def _to_json(session: Session) -> dict[str, Any]:
    return {
        "version": VERSION,
        "draft": session.draft if len(session.draft) <= LONGEST_DRAFT else "",
        "source": session.source,
        "target": session.target,
        "recent_sources": session.recent_sources[:MOST_RECENT],
        "recent_targets": session.recent_targets[:MOST_RECENT],
        "geometry": base64.b64encode(session.geometry).decode(),
        "splitter": session.splitter,
        "popup": {"size": session.popup.size, "is_pinned": session.popup.is_pinned, "target": session.popup.target},
    }


def _from_json(read: object) -> Session:
    """Return the session that was read. What is of the wrong kind raises TypeError or ValueError."""
    if not isinstance(read, dict):
        raise TypeError(type(read))
    return Session(
        draft=_text(read.get("draft", ""), LONGEST_DRAFT),
        source=_text(read.get("source", ""), LONGEST_TAG),
        target=_text(read.get("target", ""), LONGEST_TAG),
        recent_sources=_tags(read.get("recent_sources", [])),
        recent_targets=_tags(read.get("recent_targets", [])),
        geometry=base64.b64decode(_text(read.get("geometry", ""), LARGEST_GEOMETRY * 2), validate=True),
        splitter=tuple(_pixels(size) for size in _list(read.get("splitter", []))),
        popup=_popup(read.get("popup", {})),
    )


def _popup(read: object) -> PopupSession:
    if not isinstance(read, dict):
        raise TypeError(type(read))
    return PopupSession(
        size=tuple(_pixels(size) for size in _list(read.get("size", []))),
        is_pinned=read.get("is_pinned") is True,
        target=_text(read.get("target", ""), LONGEST_TAG),
    )


def _text(value: object, longest: int) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    if len(value) > longest:
        raise ValueError(len(value))
    # JSON can spell half a surrogate pair, which no widget and no request can carry.
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(type(value))
    return value[:MOST_RECENT]


def _tags(value: object) -> tuple[str, ...]:
    return tuple(_text(tag, LONGEST_TAG) for tag in _list(value))


def _pixels(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100_000:
        raise TypeError(value)
    return value

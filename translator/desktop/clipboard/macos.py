"""The pasteboard of macOS for a moment's use: kept, changed, and given back item by item.

https://developer.apple.com/documentation/appkit/nspasteboard, and http://nspasteboard.org for its marks.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from translator.desktop.clipboard.content import MOST_TEXT, clean_text
from translator.desktop.clipboard.counted import CountedBoard
from translator.desktop.macos.objective_c import ObjectiveC
from translator.surroundings.copied import Copied, MarkedSecret, NothingThere, NotText, TooMuch

if TYPE_CHECKING:
    from translator.desktop.clipboard.own_use import OwnUse

MOST_KEPT = 128 * 1024 * 1024
"""Bytes, over all formats, that are kept to be given back."""

TEXT = "public.utf8-plain-text"
TRANSIENT = "org.nspasteboard.TransientType"
_SECRET = frozenset(("org.nspasteboard.ConcealedType", TRANSIENT))


@dataclass(frozen=True, slots=True)
class Kept:
    """What was on it: its items, each with the names of its types and their bytes."""

    items: tuple[tuple[tuple[str, bytes], ...], ...] = field(repr=False)


def change_number() -> int:
    """Return how often the pasteboard has changed."""
    runtime = ObjectiveC()
    return runtime.send(_general(runtime), "changeCount")


def _general(runtime: ObjectiveC) -> int:
    return runtime.send(runtime.class_named("NSPasteboard"), "generalPasteboard")


class MacBoard(CountedBoard[Kept]):
    """Uses the pasteboard for a moment."""

    def __init__(self, own_use: OwnUse, runtime: ObjectiveC | None = None, **clock: Callable[..., Any]) -> None:
        super().__init__(own_use, **clock)
        self._runtime = runtime or ObjectiveC()
        self._using = ExitStack()
        self._using.enter_context(self._runtime.pool())
        self._board = _general(self._runtime)

    def __exit__(self, *_: object) -> None:
        self._using.close()

    def change_number(self) -> int:
        """Return a number that grows whenever a program puts something on it."""
        return self._runtime.send(self._board, "changeCount")

    def read(self) -> Copied:
        """Return the text that is on it. Raises CannotRead."""
        names = self._types(self._board)
        if not names:
            raise NothingThere
        if _SECRET & set(names):
            raise MarkedSecret
        if TEXT not in names:
            raise NotText
        content = self._content(self._board, TEXT) or b""
        if len(content) > MOST_TEXT:
            raise TooMuch
        if not content:
            raise NothingThere
        return Copied(clean_text(content.decode("utf-8", "replace")))

    def keep(self) -> Kept:
        """Return all of its content. Raises CannotRead where it is not to be had in full, or marked as secret."""
        if _SECRET & set(self._types(self._board)):
            raise MarkedSecret
        left = MOST_KEPT
        items: list[tuple[tuple[str, bytes], ...]] = []
        for item in self._runtime.items(self._runtime.send(self._board, "pasteboardItems")):
            found = [(name, self._content(item, name)) for name in self._types(item)]
            items.append(tuple((name, content) for name, content in found if content is not None))
            left -= sum(len(content) for _, content in items[-1])
            if left < 0:
                raise TooMuch
        return Kept(tuple(items))

    def put(self, text: str) -> bool:
        """Put a text on it, out of sight of clipboard histories; return whether that could be done."""
        return self.restore(Kept((((TEXT, text.encode("utf-8", "replace")), (TRANSIENT, b"")),)))

    def restore(self, kept: Kept) -> bool:
        """Put this on it; return whether all of it could be."""
        runtime = self._runtime
        runtime.send(self._board, "clearContents")
        if not kept.items:
            return True
        made = [self._item(formats) for formats in kept.items]
        is_taken = runtime.send(self._board, "writeObjects:", runtime.array([item for item, _ in made])) & 0xFF
        return bool(is_taken) and all(is_full for _, is_full in made)

    def _item(self, formats: tuple[tuple[str, bytes], ...]) -> tuple[int, bool]:
        """Return an item with these types, and whether it took them all."""
        runtime = self._runtime
        item = runtime.send(runtime.send(runtime.class_named("NSPasteboardItem"), "alloc"), "init")
        runtime.send(item, "autorelease")
        taken = [
            runtime.send(item, "setData:forType:", runtime.data(content), runtime.string(name)) & 0xFF
            for name, content in formats
        ]
        return item, all(taken)

    def _types(self, holder: int) -> list[str]:
        return [self._runtime.text(each) for each in self._runtime.items(self._runtime.send(holder, "types"))]

    def _content(self, holder: int, name: str) -> bytes | None:
        data = self._runtime.send(holder, "dataForType:", self._runtime.string(name))
        return self._runtime.content(data) if data else None

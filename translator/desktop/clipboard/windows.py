"""The clipboard of Windows for a moment's use: kept, changed, and given back format by format.

https://learn.microsoft.com/windows/win32/dataxchg/clipboard
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from translator.desktop.clipboard.content import MOST_TEXT, clean_text
from translator.desktop.clipboard.counted import CountedBoard
from translator.surroundings.copied import (
    PATIENCE_SECONDS,
    CannotRead,
    Copied,
    MarkedSecret,
    NothingThere,
    NotText,
    OwnerHangs,
    TooMuch,
)

if TYPE_CHECKING:
    from translator.desktop.clipboard.own_use import OwnUse

MOST_KEPT = 128 * 1024 * 1024
"""Bytes, over all formats, that are kept to be given back."""

TEXT, ENHANCED_METAFILE = 13, 14
_SYNTHESISED = frozenset((2, 3, 9))  # bitmap, old metafile and palette: Windows makes them of those that are kept
_EXCLUDED = "ExcludeClipboardContentFromMonitorProcessing"
_HISTORY = "CanIncludeInClipboardHistory"
_OF_A_PROCESS = ("DataObject", "Ole Private Data")  # they point into the program that was copied from
_FIRST_PRIVATE, _FIRST_REGISTERED = 0x80, 0xC000  # in between are handles that only their owner understands
_MOVEABLE = 2
_MESSAGES_ONLY = -3
_ABORT_IF_HUNG = 2
_TRIES = 20
_BETWEEN_TRIES_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Kept:
    """What was on it: the numbers of its formats, and their bytes."""

    formats: tuple[tuple[int, bytes], ...] = field(repr=False)


class Libraries:
    """The three libraries, with the types of what is used of them. Each may be handed in."""

    def __init__(self, user32: Any = None, kernel32: Any = None, gdi32: Any = None) -> None:  # noqa: ANN401
        everything: Any = ctypes
        self.user32 = user32 or everything.WinDLL("user32", use_last_error=True)
        self.kernel32 = kernel32 or everything.WinDLL("kernel32", use_last_error=True)
        self.gdi32 = gdi32 or everything.WinDLL("gdi32", use_last_error=True)
        pointer, number, size = ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t
        user, kernel, gdi = self.user32, self.kernel32, self.gdi32
        user.CreateWindowExW.argtypes = [
            number, ctypes.c_wchar_p, ctypes.c_wchar_p, number, *[ctypes.c_int] * 4, *[pointer] * 4,
        ]  # fmt: skip
        user.SendMessageTimeoutW.argtypes = [pointer, number, size, size, number, number, pointer]
        user.GetClipboardFormatNameW.argtypes = [number, pointer, ctypes.c_int]
        for function, taken in (
            (user.OpenClipboard, [pointer]), (user.DestroyWindow, [pointer]), (user.EnumClipboardFormats, [number]),
            (user.GetClipboardData, [number]), (user.SetClipboardData, [number, pointer]),
            (user.RegisterClipboardFormatW, [ctypes.c_wchar_p]),
            (kernel.GlobalAlloc, [number, size]), (kernel.GlobalLock, [pointer]), (kernel.GlobalUnlock, [pointer]),
            (kernel.GlobalSize, [pointer]), (kernel.GlobalFree, [pointer]),
            (gdi.GetEnhMetaFileBits, [pointer, number, pointer]), (gdi.SetEnhMetaFileBits, [number, pointer]),
        ):  # fmt: skip
            function.argtypes = taken
        kernel.GlobalSize.restype = size
        for function in (
            user.CreateWindowExW, user.GetClipboardData, user.SetClipboardData, user.GetClipboardOwner,
            kernel.GlobalAlloc, kernel.GlobalLock, gdi.SetEnhMetaFileBits,
        ):  # fmt: skip
            function.restype = pointer


def change_number() -> int:
    """Return how often the clipboard has changed."""
    everything: Any = ctypes
    number: int = everything.WinDLL("user32").GetClipboardSequenceNumber()
    return number


class WindowsBoard(CountedBoard[Kept]):
    """Uses the clipboard for a moment, with a window that nobody sees."""

    def __init__(self, own_use: OwnUse, libraries: Libraries | None = None, **clock: Callable[..., Any]) -> None:
        super().__init__(own_use, **clock)
        found = libraries or Libraries()
        self._user, self._kernel, self._gdi = found.user32, found.kernel32, found.gdi32
        self._window = self._user.CreateWindowExW(0, "STATIC", None, 0, 0, 0, 0, 0, _MESSAGES_ONLY, None, None, None)

    def __exit__(self, *_: object) -> None:
        self._user.DestroyWindow(self._window)

    def change_number(self) -> int:
        """Return a number that grows whenever a program puts something on it."""
        number: int = self._user.GetClipboardSequenceNumber()
        return number

    def read(self) -> Copied:
        """Return the text that is on it. Raises CannotRead."""
        with self._open():
            formats = self._formats()
            if not formats:
                raise NothingThere
            self._refuse_secret(formats)
            content = self._bytes_of(TEXT) if TEXT in formats else None
        if content is None:
            raise NotText
        if len(content) > 2 * MOST_TEXT:
            raise TooMuch
        text, _, _ = content.decode("utf-16-le", "replace").partition("\0")  # what follows the NUL is left over
        if not text:
            raise NothingThere
        return Copied(clean_text(text))

    def keep(self) -> Kept:
        """Return all of its content. Raises CannotRead where it is not to be had in full, or marked as secret."""
        with self._open():
            formats = self._formats()
            self._refuse_secret(formats)
            kept: list[tuple[int, bytes]] = []
            for number in formats:
                if number in _SYNTHESISED or self._name(number) in _OF_A_PROCESS:
                    continue
                if _FIRST_PRIVATE <= number < _FIRST_REGISTERED:
                    raise CannotRead
                content = self._bytes_of(number)
                if content is not None:
                    kept.append((number, content))
                if sum(len(content) for _, content in kept) > MOST_KEPT:
                    raise TooMuch
        return Kept(tuple(kept))

    def put(self, text: str) -> bool:
        """Put a text on it, out of sight of clipboard histories; return whether that could be done."""
        marks = (_EXCLUDED, _HISTORY)
        numbers = [self._user.RegisterClipboardFormatW(name) for name in marks]
        written = text.replace("\r\n", "\n").replace("\n", "\r\n") + "\0"
        formats = [(TEXT, written.encode("utf-16-le", "replace")), *((number, bytes(4)) for number in numbers)]
        return self.restore(Kept(tuple(formats)))

    def restore(self, kept: Kept) -> bool:
        """Put this on it; return whether all of it could be."""
        try:
            with self._open():
                self._user.EmptyClipboard()
                given = [self._give(number, content) for number, content in kept.formats]
        except OwnerHangs:
            return False
        return all(given)

    # How

    @contextmanager
    def _open(self) -> Iterator[None]:
        """Open it, as soon as no other program has it open. Raises OwnerHangs."""
        owner = self._user.GetClipboardOwner()
        patience = int(PATIENCE_SECONDS * 1000)
        if owner and not self._user.SendMessageTimeoutW(owner, 0, 0, 0, _ABORT_IF_HUNG, patience, None):
            raise OwnerHangs  # it would be asked to draw what it has only promised
        for _ in range(_TRIES):
            if self._user.OpenClipboard(self._window):
                break
            self._sleep(_BETWEEN_TRIES_SECONDS)
        else:
            raise OwnerHangs
        try:
            yield
        finally:
            self._user.CloseClipboard()

    def _formats(self) -> list[int]:
        found: list[int] = []
        number = 0
        while number := self._user.EnumClipboardFormats(number):
            found.append(number)
        return found

    def _name(self, number: int) -> str:
        """Return the name of a registered format; empty for those that Windows has itself."""
        name = ctypes.create_unicode_buffer(256)
        return name.value if self._user.GetClipboardFormatNameW(number, name, len(name)) else ""

    def _refuse_secret(self, formats: list[int]) -> None:
        names = {self._name(number): number for number in formats}
        history = self._bytes_of(names[_HISTORY]) if _HISTORY in names else None
        if _EXCLUDED in names or (history is not None and not any(history[:4])):
            raise MarkedSecret

    def _bytes_of(self, number: int) -> bytes | None:
        handle = self._user.GetClipboardData(number)
        if not handle:
            return None
        if number == ENHANCED_METAFILE:
            size = self._gdi.GetEnhMetaFileBits(handle, 0, None)
            picture = ctypes.create_string_buffer(size)
            self._gdi.GetEnhMetaFileBits(handle, size, picture)
            return picture.raw
        place = self._kernel.GlobalLock(handle)
        if not place:
            return None
        try:
            return ctypes.string_at(place, self._kernel.GlobalSize(handle))
        finally:
            self._kernel.GlobalUnlock(handle)

    def _give(self, number: int, content: bytes) -> bool:
        if number == ENHANCED_METAFILE:
            picture = self._gdi.SetEnhMetaFileBits(len(content), content)
            return bool(picture) and bool(self._user.SetClipboardData(number, picture))
        memory = self._kernel.GlobalAlloc(_MOVEABLE, max(1, len(content)))
        place = self._kernel.GlobalLock(memory) if memory else None
        if not place:
            return False
        ctypes.memmove(place, content, len(content))
        self._kernel.GlobalUnlock(memory)
        if self._user.SetClipboardData(number, memory):
            return True  # from here on it is the system's
        self._kernel.GlobalFree(memory)
        return False

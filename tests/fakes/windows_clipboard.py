"""The clipboard of Windows, in as much of its libraries as it takes."""

import ctypes
import itertools

from tests.fakes.library import FakeLibrary
from translator.desktop.clipboard.windows import Libraries

FIRST_REGISTERED = 0xC000


class FakeWindowsClipboard:
    """Has ``formats``, numbers and bytes. ``names`` are those of registered formats.

    ``busy`` is how often it cannot be opened, ``owner_hangs`` whether its owner answers, ``full`` whether nothing more
    can be put on it. ``number`` counts its changes.
    """

    def __init__(self) -> None:
        self.formats: dict[int, bytes] = {}
        self.names: list[str] = []
        self.busy = 0
        self.owner_hangs = False
        self.full = False
        self.number = 1
        self.is_open = False
        self._memory: dict[int, ctypes.Array[ctypes.c_char]] = {}
        self._metafiles: dict[int, bytes] = {}
        self._handles = itertools.count(100)
        self.user32 = FakeLibrary(
            GetClipboardOwner=lambda: 7,
            SendMessageTimeoutW=lambda *_: not self.owner_hangs,
            OpenClipboard=self._open,
            CloseClipboard=self._close,
            EmptyClipboard=self._empty,
            EnumClipboardFormats=self._next,
            GetClipboardData=self._get,
            SetClipboardData=self._set,
            GetClipboardSequenceNumber=lambda: self.number,
            RegisterClipboardFormatW=self.register,
            GetClipboardFormatNameW=self._name,
        )
        self.kernel32 = FakeLibrary(
            GlobalAlloc=lambda _flags, size: self._keep(bytes(size)),
            GlobalLock=lambda handle: ctypes.addressof(self._memory[handle]),
            GlobalSize=lambda handle: len(self._memory[handle]),
        )
        self.gdi32 = FakeLibrary(GetEnhMetaFileBits=self._metafile_bits, SetEnhMetaFileBits=self._make_metafile)
        self.libraries = Libraries(self.user32, self.kernel32, self.gdi32)

    def copy(self, formats: dict[int, bytes]) -> None:
        """Put this on it, as another program."""
        self.formats = dict(formats)
        self.number += 1

    def register(self, name: str) -> int:
        """Return the number of this format."""
        if name not in self.names:
            self.names.append(name)
        return FIRST_REGISTERED + self.names.index(name)

    def _open(self, _window: int) -> bool:
        self.busy -= 1
        self.is_open = self.busy < 0
        return self.is_open

    def _close(self) -> None:
        assert self.is_open
        self.is_open = False

    def _empty(self) -> None:
        assert self.is_open
        self.copy({})

    def _next(self, number: int) -> int:
        numbers = [0, *self.formats, 0]
        return numbers[numbers.index(number) + 1]

    def _keep(self, content: bytes) -> int:
        handle = next(self._handles)
        self._memory[handle] = ctypes.create_string_buffer(content, len(content))
        return handle

    def _get(self, number: int) -> int:
        content = self.formats[number]
        if number == 14:
            handle = next(self._handles)
            self._metafiles[handle] = content
            return handle
        return self._keep(content) if content else 0

    def _set(self, number: int, handle: int) -> bool:
        if self.full:
            return False
        self.formats[number] = self._metafiles[handle] if number == 14 else self._memory[handle].raw
        return True

    def _name(self, number: int, into: ctypes.Array[ctypes.c_wchar], _size: int) -> int:
        if number < FIRST_REGISTERED:
            return 0
        into.value = self.names[number - FIRST_REGISTERED]
        return len(into.value)

    def _metafile_bits(self, handle: int, size: int, into: ctypes.Array[ctypes.c_char] | None) -> int:
        content = self._metafiles[handle]
        if into is not None:
            ctypes.memmove(into, content, size)
        return len(content)

    def _make_metafile(self, size: int, content: bytes) -> int:
        handle = next(self._handles)
        self._metafiles[handle] = content[:size]
        return handle

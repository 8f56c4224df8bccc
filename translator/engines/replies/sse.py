"""Server-sent events, read as the HTML standard (section 9.2.6) says: bytes to the data of each event."""

from collections.abc import Iterator

MAX_EVENT_BYTES = 1_000_000
MAX_REPLY_BYTES = 8_000_000
_BOM = b"\xef\xbb\xbf"


class TooMuch(Exception):
    """An event, a reply, or a body that is no event stream is larger than anything we asked for could be."""


class EventReader:
    """Cuts a byte stream into events, however its lines end and wherever the network cut it.

    ``plain`` tells that the stream is no event stream: ``body`` is then all of it. Otherwise ``body`` is empty.
    ``kind`` is the type of the event that was yielded last; empty where it named none.
    """

    def __init__(self) -> None:
        self.plain = False
        self.kind = b""
        self._next_kind = b""
        self._size = 0
        self._parts: list[bytes] = []
        self._parts_size = 0
        self._data: list[bytes] = []
        self._data_size = 0
        self._after_cr = False
        self._sniffed = False

    @property
    def body(self) -> bytes:
        """The whole of a body that is no event stream."""
        return b"".join(self._parts) if self.plain else b""

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Take what came, and yield the data of each event that is now complete. Raises TooMuch."""
        self._size += len(chunk)
        if self._size > MAX_REPLY_BYTES:
            raise TooMuch
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        if not self._sniffed:
            chunk = self._sniff(chunk)
        if self.plain or (b"\n" not in chunk and b"\r" not in chunk):
            self._keep(chunk)
            return
        yield from self._lines(chunk)

    def end(self) -> Iterator[bytes]:
        """Yield the data of a last event that no blank line closed."""
        if self.plain:
            return
        yield from self._take_line(b"".join(self._parts))
        self._parts = []
        yield from self._take_line(b"")

    def _sniff(self, chunk: bytes) -> bytes:
        """Look at the first byte that says something: no line of an event stream begins as JSON or HTML does."""
        start = b"".join((*self._parts, chunk)).removeprefix(_BOM).lstrip()
        self._parts, self._parts_size = [], 0
        if start and not _BOM.startswith(start):
            self._sniffed = True
            self.plain = start[:1] in b"{[<"
        return start

    def _keep(self, chunk: bytes) -> None:
        self._parts.append(chunk)
        self._parts_size += len(chunk)
        if self._parts_size > MAX_EVENT_BYTES:
            raise TooMuch

    def _lines(self, chunk: bytes) -> Iterator[bytes]:
        self._keep(chunk)
        # bytes.splitlines cuts at LF, CR and CRLF and nowhere else, as the standard wants.
        lines = b"".join(self._parts).splitlines(keepends=True)
        self._parts, self._parts_size = [], 0
        if not lines[-1].endswith((b"\n", b"\r")):
            self._keep(lines.pop())
        elif lines[-1].endswith(b"\r"):
            self._after_cr = True
        for line in lines:
            yield from self._take_line(line.rstrip(b"\r\n"))

    def _take_line(self, line: bytes) -> Iterator[bytes]:
        if not line:
            if self._data:
                data, self._data, self._data_size = self._data, [], 0
                self.kind, self._next_kind = self._next_kind, b""
                yield data[0] if len(data) == 1 else b"\n".join(data)
        elif line.startswith(b"data:"):
            self._add(line[5:].removeprefix(b" "))
        elif line.startswith(b"event:"):
            self._next_kind = line[6:].strip()
        elif line.startswith(b"{"):
            # Some gateways end a broken stream with a bare JSON error.
            self._add(line)

    def _add(self, value: bytes) -> None:
        self._data.append(value)
        self._data_size += len(value)
        if self._data_size > MAX_EVENT_BYTES:
            raise TooMuch

"""Reads XML that may be hostile, in one pass and in little memory, whatever its size.

Expat is used directly, with what is dangerous in XML refused as it comes: entities that are declared (they multiply, or
read other files), attributes with defaults (they multiply as well), marks so long that they have to be held whole, and
elements in elements without end. A DOCTYPE may stand there, as it does in many files; what it points to is not read.
"""

from codecs import IncrementalDecoder
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NoReturn, Protocol
from xml.parsers import expat

from translator.formats.xml_encodings import decoder_for

PIECE_BYTES = 64 * 1024
"""Read at a time."""

LONGEST_MARK = 1024 * 1024
"""Bytes of a tag with its attributes, a comment, or anything else that the parser has to hold whole."""

DEEPEST = 100
"""Elements in one another."""


class XmlInvalid(Exception):
    """The file is no XML, or ``is_refused`` for what might do harm. ``line`` counts from one.

    Its message is for the log, in English.
    """

    def __init__(self, line: int, reason: str, *, is_refused: bool = False) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.is_refused = is_refused


class Listener(Protocol):
    """Whoever is told what is in the file. Names come without a prefix, attributes as they are written."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note that an element begins."""
        ...

    def end(self, name: str) -> None:
        """Note that an element ends."""
        ...

    def text(self, text: str) -> None:
        """Note a piece of text; there may be several in a row."""
        ...


def read_guarded(file: BinaryIO, listener: Listener) -> Iterator[int]:
    """Tell the listener what is in the file; yield how many bytes were read, after each piece.

    Raises XmlInvalid, OSError, and what the listener raises.
    """
    piece = file.read(PIECE_BYTES)
    guarded = _Guarded(listener, decoder_for(piece))
    read = 0
    while piece:
        read += len(piece)
        guarded.feed(piece)
        yield read
        piece = file.read(PIECE_BYTES)
    guarded.finish()
    yield read


class _Guarded:
    def __init__(self, listener: Listener, decoder: IncrementalDecoder | None) -> None:
        self._listener = listener
        self._decoder = decoder
        self._depth = 0
        self._fed = 0
        self._parser = parser = expat.ParserCreate("utf-8" if decoder else None)
        parser.buffer_text = True
        parser.buffer_size = PIECE_BYTES
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = listener.text
        parser.EntityDeclHandler = lambda *_: self._refuse("an entity is declared")
        parser.AttlistDeclHandler = lambda *_: self._refuse("attributes are declared")
        parser.ExternalEntityRefHandler = lambda *_: self._refuse("another file is to be read")
        parser.SkippedEntityHandler = lambda name, _: self._break_off(f"unknown entity {name[:40]}")

    def feed(self, piece: bytes) -> None:
        """Parse on."""
        self._parse(piece, is_last=False)
        if self._fed - self._parser.CurrentByteIndex > LONGEST_MARK:
            self._refuse("a mark is too long")

    def finish(self) -> None:
        """See whether all is closed."""
        self._parse(b"", is_last=True)

    def _parse(self, piece: bytes, *, is_last: bool) -> None:
        try:
            if self._decoder is not None:
                piece = self._decoder.decode(piece, is_last).encode()
            self._fed += len(piece)
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            raise XmlInvalid(error.lineno, expat.ErrorString(error.code)) from error
        except (LookupError, ValueError) as error:
            # An encoding that Python does not know, that expat cannot use, or that the file is not in.
            raise XmlInvalid(self._parser.CurrentLineNumber, str(error)) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse("elements are nested too deeply")
        self._listener.start(_local(name), attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._listener.end(_local(name))

    def _break_off(self, reason: str) -> NoReturn:
        raise XmlInvalid(self._parser.CurrentLineNumber, reason)

    def _refuse(self, reason: str) -> NoReturn:
        raise XmlInvalid(self._parser.CurrentLineNumber, reason, is_refused=True)


def _local(name: str) -> str:
    return name.rpartition(":")[2]

"""Read the bytes of a text file as text: Unicode by its own marks, older encodings by likelihood."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

# The mark of UTF-32 begins with that of UTF-16, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What text files were written in before Unicode, as asked for: under the names that people know, with Python's own.
_LEGACY = {
    "windows-1252": "cp1252", "windows-1251": "cp1251", "gb18030": "gb18030", "shift_jis": "cp932", "big5": "big5",
    "euc-kr": "cp949", "windows-1250": "cp1250", "windows-1256": "cp1256", "windows-1254": "cp1254",
    "windows-1253": "cp1253", "windows-1255": "cp1255", "windows-874": "cp874", "windows-1257": "cp1257",
    "windows-1258": "cp1258", "koi8-r": "koi8_r", "koi8-u": "koi8_u", "euc-jp": "euc_jp",
    "iso-8859-2": "iso8859_2", "iso-8859-5": "iso8859_5", "iso-8859-7": "iso8859_7", "iso-8859-15": "iso8859_15",
}  # fmt: skip
# Text in another encoding is hardly ever valid in one of these.
_MULTIBYTE = {"gb18030", "cp932", "big5", "cp949", "euc_jp"}

_SAMPLE = 16_384
# Control characters that text files do not hold; ESC is left out, as ISO-2022 and terminals use it.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02
# Control, private, unassigned, half characters: in a wrongly decoded text there are some.
_UNLIKELY = {"Cc", "Cn", "Co", "Cs"}
_LIKELY_CONTROLS = "\t\n\v\f\r\x1b"
# With fewer letters than this one candidate is still a guess.
_ENOUGH_LETTERS = 40


class NotText(ValueError):
    """The bytes are no text in any encoding we know, such as a picture or a program."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read.

    Where it is not ``certain``, ``candidates`` are encodings that would do as well and read another text, the one
    used first: ask the user, and read again with ``decode_as``.
    """

    text: str
    encoding: str
    certain: bool = True
    candidates: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Read a file's bytes. Line ends are kept, a byte order mark is not. Raises NotText."""
    return _by_mark(data) or _as_utf8(data) or _without_mark(data) or _as_legacy(data)


def decode_as(data: bytes, encoding: str) -> str:
    """Read the bytes in this encoding; what is invalid in it becomes U+FFFD. Raises LookupError for an unknown one."""
    text = data.decode(_LEGACY.get(encoding, encoding), errors="replace")
    return text.removeprefix("\ufeff")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            certain = _strictly(data[len(mark) :], encoding) is not None
            return Decoded(text, encoding, certain, () if certain else (encoding,))
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    text = None if b"\0" in data else _strictly(data, "utf-8")
    return None if text is None else Decoded(text, "utf-8")


def _without_mark(data: bytes) -> Decoded | None:
    """Read UTF-16 or UTF-32 by where the NULs are. Any other NUL is a sign that this is no text."""
    if b"\0" not in data:
        return None
    little_endian = data[1::2].count(0) > data[0::2].count(0)
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le" if little_endian else "utf-16-be"):
        text = _strictly(data, encoding)
        if text is not None and _is_likely(text[:_SAMPLE]):
            return Decoded(text, encoding)
    raise NotText


def _as_legacy(data: bytes) -> Decoded:
    if len(_CONTROL.findall(data[:_SAMPLE])) > _MOST_CONTROLS * len(data[:_SAMPLE]):
        raise NotText
    readings = {name: text for name in _LEGACY if (text := _strictly(data, _LEGACY[name])) is not None}
    likely = [name for name in _likely_encodings(_beginning(data)) if name in readings]
    # Of those that read the text alike, the likeliest.
    different: dict[str, str] = {}
    for name in [*likely, *readings]:
        different.setdefault(readings[name], name)
    candidates = tuple(different.values())
    is_one_text = len({readings[name] for name in likely}) == 1
    certain = is_one_text and _letters_beyond_ascii(data) >= _ENOUGH_LETTERS
    return Decoded(readings[candidates[0]], candidates[0], certain, () if certain else candidates)


def _likely_encodings(data: bytes) -> list[str]:
    """Return the names of the encodings the text is likely to be in, best first; of equals the more common first."""
    from charset_normalizer import from_bytes

    names = {codecs.lookup(codec).name: name for name, codec in _LEGACY.items()}
    order = list(_LEGACY)
    likely = []
    for match in from_bytes(data, cp_isolation=list(_LEGACY.values())):
        rank = (match.chaos, match.encoding not in _MULTIBYTE, -round(match.coherence, 2))
        encodings = [names[codecs.lookup(codec).name] for codec in match.could_be_from_charset]
        likely += [(*rank, order.index(name)) for name in encodings]
    return [order[place] for *_, place in sorted(likely)]


def _beginning(data: bytes) -> bytes:
    """Return as much as is needed to recognise an encoding, cut where no character is split if possible."""
    if len(data) <= _SAMPLE:
        return data
    sample = data[:_SAMPLE]
    return sample[: max(sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_likely(text: str) -> bool:
    return all(unicodedata.category(c) not in _UNLIKELY or c in _LIKELY_CONTROLS for c in text)


def _letters_beyond_ascii(data: bytes) -> int:
    return sum(byte >= 0x80 for byte in data[:_SAMPLE])

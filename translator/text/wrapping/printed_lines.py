"""The lines of a text as they stand on the page: how deep they are quoted and indented, how wide they are.

For telling whether a text was broken into lines of a certain width, see ``reflow``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_QUOTES = re.compile(r"(?:(?:[ ]?>)++[ ]?)?+")
_INDENT = re.compile(r"[ \t\u3000\u200b\ufeff]*+")
_TAB = 8
_LEADING = frozenset("> \t\u3000\u200b\ufeff")
_LINE_ENDS = frozenset(("\n", "\r\n", "\r"))
# What begins a new line whatever the width: markers of lists, headings and notes, dates and times of logs and chats.
_MARKER = re.compile(
    r"[-*+•◦▪▫‣⁃·○●■□–—・※][ \t\u3000]+|[•◦▪‣○●■□・※]|\#{1,6}[ \t]+"
    r"|\(?\d{1,3}[.)、．](?:[ \t\u3000]+|(?=[^\d\s]))|\(?(?:[A-Za-z]|[ivxIVX]{1,5})\)[ \t]+|[ivxIVX]{2,5}\.[ \t]+"
    r"|[（(]?[一二三四五六七八九十]{1,3}[、）)．]|[①-⑳]|第[一二三四五六七八九十百\d]+[章節节條条回話话]"
    r"|\[[^\]\n]{1,20}\][ \t]+|(?:\d+\.)+\d+[ \t]+(?=\w)"
)
_STAMP = re.compile(
    r"[\[(<]?(?:\d{1,2}:\d\d|\d{4}[-/.年]\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}[ ,]|(?:[A-Z][a-z]{2} ){1,2}\d{1,2} )"
)
_SPEAKER = re.compile(r"(?:<[^<>\s]{1,30}>|[\w.-]{1,40}|[^\W\d_a-z][\w.'’ -]{0,24})[ \u00a0]?[:：](?=\s|\Z)")
# What is set in columns, or drawn.
_TABULAR = ("   ", "\t", "|", ".....", ". . . .", "----", "====", "____", "****", "~~~~", "++++", "-->")
_NO_LETTER = re.compile(r"[^\w\s]|[\d_]")
_MOST_NO_LETTERS = 0.4
_CODE = re.compile(
    r"[;{}]\s*\Z|\A(?:[})\]]|//|/\*|\*/|#include|#!|@\w+|\$ |>>> |</?\w+[^<>]*>\s*\Z|at [\w.$]+\()|[!=<>]==?[ \w]"
    r"|[)\]]\s*[{:]\s*\Z|[=-]>|\w\(\)|\A[\w.]+\s*[+-]?=[ ]?\S|\A\"?[\w-]+\"?:[ ]?[\[{\"\d]"
    r"|\A(?:def|class|import|from|return|const|let|var|public|private|static|func|fn|if|for|while|elif|SELECT|INSERT)\b"
    r".*[;:({=)\]]\s*\Z"
)
_SIGN_OF_CODE = re.compile(r"[;{}=<>@$\"(/#*]")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
)
_MARK = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc]")


@dataclass(slots=True)
class PrintedLine:
    """A line: where its words stand in the text, ``quotes`` deep and indented by ``indent`` columns.

    ``width`` is how many columns it takes up, the indent included, and ``marker`` how many of them a list's marker
    does, or that of a heading. ``is_prose`` says that it can be prose: neither in columns, nor mostly signs.
    ``ends_softly`` says that nothing but an ordinary line end is behind it, which may have been put there for the width
    alone.
    """

    start: int
    end: int
    text: str
    quotes: int
    indent: int
    width: int
    marker: int
    is_prose: bool
    ends_softly: bool

    @property
    def begins_something(self) -> bool:
        """Whether it cannot be the rest of the line before: an item of a list, a heading, an entry of a log."""
        return self.marker > 0 or bool(_STAMP.match(self.text))

    @property
    def is_spoken(self) -> bool:
        """Whether it begins with a name, or a key, and a colon."""
        return (":" in self.text or "：" in self.text) and bool(_SPEAKER.match(self.text))

    @property
    def is_code(self) -> bool:
        """Whether it looks like a line of a program; some lines of prose do, too."""
        return bool(_SIGN_OF_CODE.search(self.text)) and bool(_CODE.search(self.text))

    @property
    def is_signature_mark(self) -> bool:
        """Whether a mail's signature begins here (RFC 3676, section 4.3)."""
        return self.text == "--"


def printed_lines(lines: Iterable[str]) -> Iterator[PrintedLine]:
    """Yield these lines of a text, which have their ends with them; empty ones too."""
    place = 0
    for line in lines:
        words = line.rstrip()
        first, quotes, indent = _lead(words) if words[:1] in _LEADING else (0, 0, 0)
        text = words[first:]
        marker = _MARKER.match(text)
        yield PrintedLine(
            place + first,
            place + len(words),
            text,
            quotes,
            indent,
            indent + width_of(text),
            width_of(marker[0]) if marker else 0,
            _may_be_prose(text),
            _ends_softly(words, line[len(words) :]),
        )
        place += len(line)


def _lead(words: str) -> tuple[int, int, int]:
    """Return where the words begin, how deep they are quoted, and by how many columns they are indented."""
    quotes = _QUOTES.match(words)
    quoted = quotes[0] if quotes else ""
    indent = _INDENT.match(words, len(quoted))
    first = indent.end() if indent else 0
    columns = sum({"\t": _TAB, "\u3000": 2, " ": 1}.get(character, 0) for character in words[len(quoted) : first])
    return first, quoted.count(">"), columns


def _may_be_prose(text: str) -> bool:
    for sign in _TABULAR:
        if sign in text:
            return False
    return len(_NO_LETTER.findall(text)) <= _MOST_NO_LETTERS * len(text)


def _ends_softly(words: str, ending: str) -> bool:
    if ending != "\n" and (ending.startswith("  ") or ending.strip(" \t\u3000") not in _LINE_ENDS):
        return False
    return words[-1:] != "\\"


def width_of(text: str) -> int:
    """Return how many columns the text takes up on a page of equally wide characters."""
    if text.isascii():
        return len(text)
    return len(text) + len(_WIDE.findall(text)) - len(_MARK.findall(text))

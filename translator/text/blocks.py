"""Cut a text into blocks, without loss.

A block is what one line says. What stands before it (line ends, indentation, list markers, trailing blanks, lines
without a letter, fenced code) is its gap: gaps are never translated, so the layout cannot be lost. A very long line is
cut at sentence ends, see ``long_lines``.
"""

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from unicodedata import east_asian_width

from translator.text.fences import fenced_lines
from translator.text.long_lines import pieces_of

_LETTER = re.compile(r"[^\W\d_]")

# What may stand before a line's text: blanks (zero-width ones too) and the markers of quotes, headings and lists.
_LEAD = re.compile(
    r"""[\s\u200b\ufeff]*
    (?:
        (?: >                               # a quote
        |   \#{1,6}(?=\s)                   # a heading
        |   [-*+•◦▪▫‣⁃·○●■□–—](?=\s)        # a bullet
        |   [•◦▪‣・]                         # a bullet that needs no blank
        |   \(?\d{1,3}[.)](?=\s)            # 1. 1) (1)
        |   \(?(?:[A-Za-z]|[ivx]{2,4})\)(?=\s)  # a) iv) (a)
        |   \[[ xX]\](?=\s)                 # a box to tick
        )
        [\s\u200b\ufeff]*
    )*""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A line's text, or a piece of a very long one.

    ``gap`` is what stands between the previous block and this one. ``continues`` says that both are of one line.
    """

    gap: str
    text: str
    continues: bool = False

    def gap_in_target(self, *, sentences_spaced: bool) -> str:
        """Return the gap as it stands before this block's translation.

        Between pieces of one line that is a blank, or nothing, as the target's writing wants it; everywhere else
        it is the source's gap.
        """
        if not self.continues or self.gap.strip(" "):
            return self.gap
        return (self.gap or " ") if sentences_spaced else ""


@dataclass(frozen=True, slots=True)
class BlockedText:
    """A text as blocks, and the ``tail`` that stands behind the last one."""

    blocks: tuple[Block, ...]
    tail: str

    def gaps_in_target(self, emptied: Collection[int] = (), *, sentences_spaced: bool) -> list[str]:
        """Return the gap before each block's translation.

        Blocks that the user has ``emptied`` leave none, or the blank lines of a paragraph that was joined to another
        would come back. What then stands first in the target has the gap of the first block.
        """
        gaps = [block.gap_in_target(sentences_spaced=sentences_spaced) for block in self.blocks]
        left = [index for index in range(len(gaps)) if index not in emptied]
        if left:
            gaps[left[0]] = gaps[0]
        return [gap if index not in emptied else "" for index, gap in enumerate(gaps)]

    def spans(self) -> list[tuple[int, int]]:
        """Return the place of each block in the source, as half-open ranges in code points."""
        places = []
        end = 0
        for block in self.blocks:
            start = end + len(block.gap)
            end = start + len(block.text)
            places.append((start, end))
        return places


def cut(text: str) -> BlockedText:
    """Cut the text into blocks. Every block holds at least one letter.

    Fenced code is left out where there is anything else: who asks for nothing but code wants its words translated.
    """
    lines = text.splitlines(keepends=True)
    fenced = fenced_lines(lines)
    blocked = _cut(text, lines, fenced)
    return blocked if blocked.blocks or not fenced else _cut(text, lines, frozenset())


def _cut(text: str, lines: Sequence[str], fenced: Set[int]) -> BlockedText:
    blocks = []
    line_start = block_end = 0
    for number, line in enumerate(lines):
        before = -1
        for start, end in () if number in fenced else _contents(line):
            gap = text[block_end : line_start + start]
            continues = before >= 0 and not (start == before and _is_inside_word(line, start))
            blocks.append(Block(gap, line[start:end], continues))
            block_end = line_start + end
            before = end
        line_start += len(line)
    return BlockedText(tuple(blocks), text[block_end:])


def _is_inside_word(line: str, place: int) -> bool:
    """Whether a cut went through something without blanks, such as an endless address.

    Between wide characters there is no telling, and need not be: their words stand without blanks anyway.
    """
    return not any(east_asian_width(character) in "WF" for character in line[place - 1 : place + 1])


def _contents(line: str) -> list[tuple[int, int]]:
    """Return where in the line its block is, or its blocks where it is very long."""
    if not _LETTER.search(line):
        return []
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    return [place for place in pieces_of(line, start, len(line.rstrip())) if _LETTER.search(line, *place)]

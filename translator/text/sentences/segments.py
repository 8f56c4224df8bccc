"""Cut a block into its sentences.

Most marks (。 ! ? … ؟ ।) are plain enough for rules; which full stops end a sentence is told by ``full_stops``. A
sentence goes on where a small letter follows, as in “Where?” she asked, or a comma; and so it does behind a Japanese
or Chinese quotation that is followed by the one who says it.

Thai and Lao have no such marks: their blanks, which stand between clauses, are taken for them.
"""

import re
from collections.abc import Iterator

from translator.text.sentences.full_stops import FullStops
from translator.text.span import Span

# A mark, and what belongs to it: closing quotes (German ones are what opens others) and brackets, French ones with
# their blank, and the numbers of notes.
_END = re.compile(
    r"""(?:
        (?P<sure> [。！？｡।॥؟۔։።፧။។៕᠃‼⁇⁈⁉]+ [.!?…]* )
      | [.!?…]* [!?…] [.!?…]* | \.{2,}
      | (?<=[\u0370-\u03ff\u1f00-\u1fff]) [;\u037e]  # the question mark of Greek
      | (?P<stop> \. )
    )
    (?: ['“‘«](?=[\s,.;:–—]|\Z) | ["”’»›)\]」』）】》〉〕] | [^\S\n]»(?=[\s,.;]|\Z) | \[\d{1,3}\] )*""",
    re.VERBOSE,
)

_LETTER = re.compile(r"[^\W\d_]")
# The first letter or figure of what follows.
_FIRST = re.compile(r"[\W_]*(.?)", re.DOTALL)
_GOES_ON = re.compile(r"\s*[,;:、，；：،؛)\]）]")
# Behind a mark that ends no sentence unless there is a blank: one, or what needs none.
_APART = re.compile(r"[\s“„«「『《（¿¡\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

_QUOTED = re.compile(r"[」』”]\Z")
_SAID = re.compile(
    r"""(?: と(?!ても|もかく|にかく|ころ|き) | って | を                 # a Japanese quotation is part of a sentence
      | [^“”「」。！？，,.!?\s]{1,10}?[说說问問道喊叫答想][着著道]?[。，：！]    # somebody says it, in Chinese
    )""",
    re.VERBOSE,
)

_THAI_OR_LAO = r"\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd"
_CLAUSE_END = re.compile(rf"(?<=[{_THAI_OR_LAO}])\s+(?=[{_THAI_OR_LAO}])")
_LEAST_CLAUSE = 16
"""Characters: blanks in Thai also stand around names and in lists, so that a shorter piece is part of a clause."""


def segment(text: str, language: str) -> list[Span]:
    """Return where the sentences of a block are: in order, without the blanks between them.

    Every character that is not a blank is in one of them. ``language`` is a primary subtag ("de"), "" where unknown.
    """
    spans = []
    start = 0
    for end in [*_ends(text, language), len(text)]:
        piece = text[start:end]
        if words := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(words)))
        start = end
    return spans


def _ends(text: str, language: str) -> Iterator[int]:
    """Yield where a sentence ends and another one begins."""
    before = 0
    stops = FullStops(text, language)
    for end in sorted({*_marked(text, stops), *_clause_ends(text)}):
        if _says_something(text, before, end) and _says_something(text, end, len(text)):
            yield end
            before = end


def _marked(text: str, stops: FullStops) -> Iterator[int]:
    for match in _END.finditer(text):
        behind = match.end()
        first = _FIRST.match(text, behind)
        following = first[1] if first else ""
        if not following or _is_small(following) or _GOES_ON.match(text, behind):
            continue
        if match["stop"]:
            is_end = _APART.match(text, behind) and stops.ends_sentence(match.start(), behind, following)
        elif match["sure"]:
            is_end = not (_QUOTED.search(match[0]) and _SAID.match(text, behind))
        else:
            is_end = _APART.match(text, behind) is not None
        if is_end:
            yield behind


def _clause_ends(text: str) -> list[int]:
    ends = [0]
    for match in _CLAUSE_END.finditer(text):
        if match.start() - ends[-1] >= _LEAST_CLAUSE and len(text) - match.end() >= _LEAST_CLAUSE:
            ends.append(match.start())
    return ends[1:]


def _says_something(text: str, start: int, end: int) -> bool:
    """Whether there is a letter: figures and marks alone, such as the number of a list item, are no sentence."""
    return _LETTER.search(text, start, end) is not None


def _is_small(letter: str) -> bool:
    """Whether it is a small letter where sentences begin with capital ones (Georgian has small ones alone)."""
    return letter.islower() and letter.title() != letter

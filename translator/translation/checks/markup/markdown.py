"""Marks of Markdown: what is bold, struck out, a heading or a link in the source is so in the target."""

import re
from collections.abc import Iterator, Sequence

from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.pieces import Piece, differing, findings_of
from translator.translation.checks.sides import Pair, Side

# A mark opens before what is no blank and closes behind what is none (CommonMark 0.31, section 6.2).
_EMPHASIS = re.compile(
    r"""(?P<strong>
            (?<!\\)\*\*(?=[^\s*])(?:(?!\*\*)[^\n])+(?<=\S)\*\*
        |   (?<![\w\\])__(?=[^\s_])(?:(?!__)[^\n])+(?<=\S)__(?!\w)
        )
    |   (?P<strike>~~(?=[^\s~])[^~\n]+(?<=\S)~~)
    |   (?P<em>
            (?<![A-Za-z0-9*\\])\*(?=[^\s*])[^*\n]+(?<=\S)\*(?![A-Za-z0-9*])
        |   (?<![\w\\])_(?=[^\s_])[^_\n]+(?<=\S)_(?!\w)
        )""",
    re.VERBOSE,
)
_STRUCTURE = re.compile(
    r"""(?P<image>!\[[^\]\[\n]*\]\()
    |   (?P<link>\[[^\]\[\n]*\]\()
    |   ^[ \t]{0,3}(?:(?P<heading>\#{1,6})(?=[ \t])|(?P<quote>>))
    |   (?P<bar>(?<=[^|\n])\|(?=[^|\n]))""",
    re.VERBOSE | re.MULTILINE,
)
_LONE = re.compile(r"\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|~~|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)")
_QUOTES = re.compile('["“”„«»「」『』《》]')
_SIGNS = "*_~[#>|"


def check_markdown(pair: Pair) -> Iterator[Finding]:
    """Yield the marks that are text now, because they came apart, and the structure that is gone.

    Emphasis that is gone with both its marks, or that the source does not have, is a warning: the words are there.
    """
    source, target = pair.source.prose, pair.target.prose
    if not any(sign in source or sign in target for sign in _SIGNS):
        return
    yield from _of_structure(_marks(_STRUCTURE, pair.source), _marks(_STRUCTURE, pair.target))
    missing, extra = differing(_marks(_EMPHASIS, pair.source), _marks(_EMPHASIS, pair.target))
    lone = _lone(target)[len(_lone(source)) :]
    if lone:
        yield from findings_of(Check.MARKDOWN, Severity.ERROR, missing[:1], lone[:1])
    elif missing or len(extra) > _quoted_less(source, target):
        yield from findings_of(Check.MARKDOWN, Severity.WARNING, missing, extra)


def _quoted_less(source: str, target: str) -> int:
    """Return how many more pairs of quotation marks the source has: titles may be in italics instead."""
    return (len(_QUOTES.findall(source)) - len(_QUOTES.findall(target))) // 2


def _of_structure(source: Sequence[Piece], target: Sequence[Piece]) -> Iterator[Finding]:
    missing, extra = differing(source, target)
    yield from findings_of(Check.MARKDOWN, Severity.ERROR, missing, extra[: len(missing)])
    yield from findings_of(Check.MARKDOWN, Severity.WARNING, (), extra[len(missing) :])


def _marks(pattern: re.Pattern[str], side: Side) -> list[Piece]:
    """Return the marks in the prose, with the words between them as they are in the text."""
    return [Piece(*match.span(), side.text[slice(*match.span())],
                  match["heading"] if match.lastgroup == "heading" else str(match.lastgroup))
            for match in pattern.finditer(side.prose)]  # fmt: skip


def _lone(prose: str) -> list[Piece]:
    """Return the marks that are left where those that belong together are taken away."""
    ends = {end for match in _EMPHASIS.finditer(prose) for end in match.span()}
    marks = (mark for mark in _LONE.finditer(prose) if mark.start() not in ends and mark.end() not in ends)
    return [Piece(*mark.span(), mark[0], mark[0]) for mark in marks]

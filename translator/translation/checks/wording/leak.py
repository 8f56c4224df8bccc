"""Words of the instructions, or about the translation, in place of it or around it."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.phrases import Phrases, either
from translator.translation.checks.pieces import Piece
from translator.translation.checks.wording.leak_phrases import (
    AGREEING,
    NOTING,
    OF_ASSISTANTS,
    OF_INSTRUCTIONS,
    OF_TRANSLATORS,
    PRESENTING,
    TRANSLATION,
)
from translator.translation.checks.words import find_words

_FEW = r"[^\n:：]{0,60}?"
_COLON = r"[*_]{0,3}[ \u00a0\u202f]?[:：]"
_AGREEING = rf"{either(AGREEING)}[^\s,，、!！.。]{{0,6}}[ \u00a0\u202f]?[,，、!！.。]"
_PREAMBLE = re.compile(
    rf"[*_#\[(]{{0,4}}(?:(?:{_AGREEING}[ ]?{_FEW})?(?:{either(PRESENTING)}{_FEW})?{either(TRANSLATION)}"
    rf"(?:[^\n:：]{{0,40}}?{_COLON}|(?:如下|です|입니다)[。.]?(?=\n))"
    rf"|{_AGREEING}[ ]?{_FEW}(?:{either(PRESENTING)}|{either(TRANSLATION)})[^\n]{{0,60}})",
    re.IGNORECASE,
)
_LINE = re.compile(r"^[^\S\n]*+(?=\S)", re.MULTILINE)

_NOTING = Phrases(NOTING)
_NOTE = re.compile(
    rf"{either(NOTING)}[^\n:：]{{0,30}}{_COLON}[^\n]{{0,200}}?(?:{either(OF_TRANSLATORS)}|(?<!\w){either(TRANSLATION)})[^\n]{{0,200}}",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[*_(\[（]{1,3}\Z")
_MOST_OPENING = 3
_OF_ASSISTANTS = Phrases(OF_ASSISTANTS)
_OF_INSTRUCTIONS = Phrases(OF_INSTRUCTIONS)
_MARK = re.compile(r"</?(?:source|think|thinking|translation|target)>|<\|[a-z_]{2,20}\|>|\[/?INST\]", re.IGNORECASE)
_PART_END = re.compile(r"[.!?](?=[\s\"'”’»)\]*])|[。！？؟।]|[:：](?!\d)|\n")
_AT_END = " \n.!?。！？؟।:：\"'”’»)*"
_MUCH_LONGER, _ROOM = 1.6, 20
"""Times, and characters."""
_REST = re.compile(r"[^\n]{0,80}")


def find_leaks(source: str, target: str) -> tuple[Piece, ...]:
    """Return what is about the translation in the target, where the source has nothing of the kind in any language."""
    words = find_words(target)
    leaks: list[Piece] = []
    # Whoever writes something around a translation says more than the source does.
    says_more = _count_parts(target) > _count_parts(source) or len(target) > _MUCH_LONGER * len(source) + _ROOM
    for kind in (_preambles, _notes, _talk, _instructions, _marks) if says_more else (_marks,):
        found = list(kind(target, words))
        if found and next(kind(source, find_words(source)), None) is None:
            leaks += [Piece(start, end, target[start:end].strip(), "") for start, end in found]
    leaks.sort(key=lambda leak: (leak.start, -leak.end))
    return tuple(leak for leak, before in zip(leaks, accumulate(leaks, _later), strict=True) if leak is before)


def _count_parts(text: str) -> int:
    """Return how many sentences, lines, and parts before and behind a colon there are."""
    return len(_PART_END.findall(text.rstrip(_AT_END)))


def _later(one: Piece, other: Piece) -> Piece:
    return other if other.start >= one.end else one


def check_leak(leaks: Sequence[Piece]) -> Iterator[Finding]:
    """Yield a finding for each of them."""
    for leak in leaks:
        yield Finding(Check.LEAK, Severity.ERROR, target=leak.span, found=leak.text)


def _preambles(text: str, _: Sequence[Span]) -> Iterator[Span]:
    """Yield lines such as "Sure! Here is the translation:" at their beginning."""
    for line in _LINE.finditer(text):
        if preamble := _PREAMBLE.match(text, line.end()):
            yield preamble.span()


def _notes(text: str, words: Sequence[Span]) -> Iterator[Span]:
    """Yield notes of the translator."""
    for start, _ in _NOTING.find(text, words):
        if note := _NOTE.match(text, start):
            before = _OPENS.search(text, max(0, start - _MOST_OPENING), start)
            yield before.start() if before else start, note.end()


def _talk(text: str, words: Sequence[Span]) -> Iterator[Span]:
    """Yield what assistants say to those whom they assist."""
    return _to_line_end(text, _OF_ASSISTANTS.find(text, words))


def _instructions(text: str, words: Sequence[Span]) -> Iterator[Span]:
    """Yield what tells somebody to translate, and how."""
    return _to_line_end(text, _OF_INSTRUCTIONS.find(text, words))


def _marks(text: str, _: Sequence[Span]) -> Iterator[Span]:
    """Yield the marks of our own requests, and those that models think between."""
    return (mark.span() for mark in _MARK.finditer(text))


def _to_line_end(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    for start, end in spans:
        rest = _REST.match(text, end)
        yield start, rest.end() if rest else end

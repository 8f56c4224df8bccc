"""The source came back, or a sentence of it was left as it was."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import SHORT, Pair, Side
from translator.translation.checks.words import count_words, find_words, weigh
from translator.translation.checks.wrong_language import are_close, are_same, fits_script

_LONG_WORD = 5
"""Letters. A small word of a name (of, para, della) is shorter."""
_IN_PROGRAMS = re.compile(r"(?:^|\s)(?:--?\w|\S*[_=\\{}<>|$#;]\S*|\S+\(\)|\S*\w/\w\S*)")
_SHARE_OF_CODE = 0.25

_LIST_MARK = re.compile(r"[,;/|\n·•]|\s[-–]\s")


class _Echo(NamedTuple):
    """Something that stands in both texts alike: its words, and its places."""

    text: str
    source: Span
    target: Span


def check_untranslated(pair: Pair) -> Iterator[Finding]:
    """Yield the whole target if it is the source; or else each sentence of the source that is in it.

    Names, code, words that both languages have, and what is in the target language already may stay. Languages that
    share whole sentences (Danish and Norwegian) give warnings, and so do texts under four words.
    """
    if pair.is_same_language or not pair.target.words:
        return
    for echo in _echoes(pair):
        if _is_prose(echo.text) and _needs_translating(pair, echo.text):
            is_sure = _distinct(echo.text) >= SHORT and not are_close(pair.source.language, pair.target.language)
            severity = Severity.ERROR if is_sure else Severity.WARNING
            yield Finding(Check.UNTRANSLATED, severity, echo.source, echo.target, found=echo.text)


def _echoes(pair: Pair) -> Iterator[_Echo]:
    source, target = pair.source, pair.target
    if _plain(source.prose) == _plain(target.prose):
        yield _Echo(target.prose, (0, len(source.text)), (0, len(target.text)))
        return
    if len(source.sentences) < 2 and len(target.sentences) < 2:
        return
    said = {_plain(source.prose[start:end]): (start, end) for start, end in _long_sentences(source)}
    for start, end in _long_sentences(target):
        text = target.prose[start:end]
        if place := said.get(_plain(text)):
            yield _Echo(text, place, (start, end))


def _long_sentences(side: Side) -> Iterator[Span]:
    return ((start, end) for start, end in side.sentences if count_words(side.prose[start:end]) >= SHORT)


def _plain(text: str) -> tuple[str, ...]:
    return tuple(text[start:end].casefold() for start, end in find_words(text))


def _is_prose(text: str) -> bool:
    """Whether this is more than names, and no code: it has words in small letters, or its script has no others."""
    if len(_IN_PROGRAMS.findall(text)) > _SHARE_OF_CODE * len(text.split()):
        return False
    words = [text[start:end] for start, end in find_words(text)]
    small = [word for word in words if word == word.lower()]
    if text.isupper() and len(text.split()) > 1:
        return True
    return any(len(word) >= _LONG_WORD for word in small) or len(small) * 2 >= max(2, len(words))


def _distinct(text: str) -> float:
    """Return how many words there are, each counted once: "ha ha ha ha" is one."""
    return sum(map(weigh, set(_plain(text))))


def _needs_translating(pair: Pair, text: str) -> bool:
    """Whether nothing says that the text is in the target language already, or in a third one, as a motto is."""
    found = pair.guess.detect(text) if pair.guess else None
    if found and found.tag and found.certain:
        return not are_same(found.tag, pair.target.language) and are_close(found.tag, pair.source.language)
    if not fits_script(pair.target.language, text):
        return True
    chunks = [chunk for chunk in _LIST_MARK.split(text) if chunk.strip()]
    return _distinct(text) >= len(chunks) * 2

"""The source came back, or a sentence of it was left as it was."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import SHORT, Pair
from translator.translation.checks.wording.wrong_language import are_close, are_same, fits_script
from translator.translation.checks.words import find_words, weigh

_LONG_WORD = 5
"""Letters. A small word of a name (of, para, della) is shorter."""
_IN_PROGRAMS = re.compile(r"(?:^|\s)(?:--?\w|\S*[_=\\{}<>|$#;]\S*|\S+\(\)|\S*\w/\w\S*)")
_SHARE_OF_CODE = 0.25

_LIST_MARK = re.compile(r"[,;/|\n·•]|\s[-–]\s")


class _Echo(NamedTuple):
    """Something that stands in both texts alike: its places, and its words."""

    source: Span
    target: Span
    words: Sequence[str]


def check_untranslated(pair: Pair) -> Iterator[Finding]:
    """Yield the whole target if it is the source; or else each sentence of the source that is in it.

    Names, code, words that both languages have, and what is in the target language already may stay. Languages that
    share whole sentences (Danish and Norwegian) give warnings, and so do texts under four words.
    """
    if pair.is_same_language or not pair.target.words:
        return
    for echo in _echoes(pair):
        text = pair.target.prose[slice(*echo.target)]
        if _is_prose(text) and _needs_translating(pair, text, _distinct(echo.words)):
            is_sure = _distinct(echo.words) >= SHORT and _are_apart(pair)
            severity = Severity.ERROR if is_sure else Severity.WARNING
            found = pair.target.text[slice(*echo.target)]
            yield Finding(Check.UNTRANSLATED, severity, echo.source, echo.target, found=found)


def _echoes(pair: Pair) -> Iterator[_Echo]:
    source, target = pair.source, pair.target
    if source.folded_words == target.folded_words:
        yield _Echo((0, len(source.text)), (0, len(target.text)), target.folded_words)
        return
    if len(source.sentences) > 1 or len(target.sentences) > 1:
        said = {sentence.words: sentence.span for sentence in source.sentences}
        for sentence in target.sentences:
            place = said.get(sentence.words)
            if place and sentence.weight >= SHORT:
                yield _Echo(place, sentence.span, sentence.words)


def _is_prose(text: str) -> bool:
    """Whether this is more than names, and no code: it has words in small letters, or its script has no others."""
    if len(_IN_PROGRAMS.findall(text)) > _SHARE_OF_CODE * len(text.split()):
        return False
    words = [text[start:end] for start, end in find_words(text)]
    small = [word for word in words if len(word) > 1 and word == word.lower()]
    if text.isupper() and len(text.split()) > 1:
        return True
    return any(len(word) >= _LONG_WORD for word in small) or len(small) * 2 >= max(2, len(words))


def _are_apart(pair: Pair) -> bool:
    """Whether a sentence cannot well be right in both languages."""
    source, target = pair.source.language, pair.target.language
    return source is not None and target is not None and not are_close(source, target)


def _distinct(words: Iterable[str]) -> float:
    """Return how many words there are, each counted once: "ha ha ha ha" is one."""
    return sum(map(weigh, set(words)))


def _needs_translating(pair: Pair, text: str, count: float) -> bool:
    """Whether nothing says that the text is in the target language already, or in a third one, as a motto is.

    ``count`` is of its words. A list of single words may be of such as both languages have.
    """
    found = pair.guess.detect(text) if pair.guess else None
    if found and found.tag and found.certain:
        source = pair.source.language or found.tag
        return not are_same(found.tag, pair.target.language) and are_close(found.tag, source)
    if not fits_script(pair.target.language, text):
        return True
    chunks = [chunk for chunk in _LIST_MARK.split(text) if chunk.strip()]
    return count >= len(chunks) * 2

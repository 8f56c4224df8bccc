"""Words of the instructions, or about the translation, in place of it or around it."""

import re
from collections.abc import Iterator

from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.leak_phrases import (
    AGREEING,
    NOTING,
    OF_ASSISTANTS,
    OF_INSTRUCTIONS,
    OF_TRANSLATORS,
    PRESENTING,
    TRANSLATION,
)
from translator.translation.checks.phrases import either
from translator.translation.checks.pieces import Piece

_FEW = r"[^\n:：]{0,60}?"
_BEGIN = r"(?:\A|\n)[^\S\n]*[*_#\[(]{0,4}"
_COLON = r"[*_]{0,3}[ \u00a0\u202f]?[:：]"


def _kind(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Each kind is looked for in both texts: a source that has it says so itself, and its translation must, too.
_KINDS = (
    _kind(
        rf"{_BEGIN}(?P<leak>(?:{either(AGREEING)}[^\s,，、!！.。]{{0,6}}[,，、!！.。 ]{_FEW})?(?:{either(PRESENTING)}{_FEW})?{either(TRANSLATION)}"
        rf"(?:[^\n:：]{{0,40}}?{_COLON}|(?:如下|です|입니다)[。.]?(?=\n)))"
    ),
    _kind(rf"{_BEGIN}(?P<leak>{either(AGREEING)}[^\s,，、!！.。]{{0,6}}[,，、!！.。] ?{_FEW}(?:{either(PRESENTING)}|{either(TRANSLATION)})[^\n]{{0,60}})"),
    _kind(
        rf"(?:(?<=[\n.!?。！？…)\]])|\A)\s*(?P<leak>[*_(\[（]{{0,3}}{either(NOTING)}[^\n:：]{{0,30}}{_COLON}"
        rf"[^\n]{{0,200}}?(?:{either(OF_TRANSLATORS)}|(?<!\w){either(TRANSLATION)})[^\n]{{0,200}})"
    ),
    _kind(rf"(?P<leak>(?<!\w){either(OF_ASSISTANTS)}[^\n]{{0,80}})"),
    _kind(rf"(?P<leak>(?<!\w){either(OF_INSTRUCTIONS)}[^\n]{{0,80}})"),
    _kind(r"(?P<leak></?(?:source|think|thinking|translation|target)>|<\|[a-z_]{2,20}\|>|\[/?INST\])"),
)


def find_leaks(source: str, target: str) -> tuple[Piece, ...]:
    """Return what is about the translation in the target, where the source has nothing of the kind in any language."""
    leaks: list[Piece] = []
    for kind in _KINDS:
        found = list(kind.finditer(target))
        if found and not kind.search(source):
            leaks += [Piece(*match.span("leak"), match["leak"].strip(), "") for match in found]
    return tuple(leaks)


def check_leak(leaks: tuple[Piece, ...]) -> Iterator[Finding]:
    """Yield a finding for each of them."""
    for leak in leaks:
        yield Finding(Check.LEAK, Severity.ERROR, target=leak.span, found=leak.text)

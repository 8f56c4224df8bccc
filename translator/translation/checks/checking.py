"""Looks at a translation with all the checks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from translator.language.detection import Detector
from translator.language.tag import LanguageDetector, LanguagePair, LanguageTag
from translator.translation.checks.finding import Check, Finding
from translator.translation.checks.guard import Guard
from translator.translation.checks.markup.inline_code import check_code, find_code
from translator.translation.checks.markup.links import check_links, find_addresses
from translator.translation.checks.markup.markdown import check_markdown
from translator.translation.checks.markup.placeholders import check_placeholders, find_placeholders
from translator.translation.checks.markup.tags import check_tags, find_tags
from translator.translation.checks.numbers.dates import compare_dates
from translator.translation.checks.numbers.numbers import check_numbers
from translator.translation.checks.pieces import Piece, covered
from translator.translation.checks.shape.brackets import check_brackets
from translator.translation.checks.shape.length import check_length
from translator.translation.checks.shape.lines import check_lines
from translator.translation.checks.shape.quotes import check_quotes
from translator.translation.checks.sides import Pair, Side, spans_of
from translator.translation.checks.wording.consistency import Block, check_consistency
from translator.translation.checks.wording.leak import check_leak, find_leaks
from translator.translation.checks.wording.repetition import check_repetition
from translator.translation.checks.wording.terms import check_terms
from translator.translation.checks.wording.untranslated import check_untranslated
from translator.translation.checks.wording.wrong_language import check_language
from translator.translation.glossary.term import Term

_ALONE: Mapping[str, Callable[[Pair], Iterable[Finding]]] = {
    "placeholders": check_placeholders,
    "links": check_links,
    "tags": check_tags,
    "markdown": check_markdown,
    "code": check_code,
    "lines": check_lines,
    "brackets": check_brackets,
    "quotes": check_quotes,
    "repetition": check_repetition,
    "length": check_length,
}
"""Those that need nothing but the two texts."""


class Checker:
    """Checks translations. Takes time in proportion to the text, asks nobody, and never raises.

    ``identify`` tells languages of one script apart; without it only scripts, and letters that give a language away,
    tell which language a text is in. Where ``translates`` is false, as of the demo, the target is read in the source's
    language, and nothing is said of its words: that they were left as they were, or are not those of a glossary.
    """

    def __init__(self, identify: LanguageDetector | None = None, *, translates: bool = True) -> None:
        self._guess = identify
        self._translates = translates
        self._of_source = identify or Detector(None)
        self._guard = Guard()

    def check(self, source: str, target: str, languages: LanguagePair, terms: Sequence[Term] = ()) -> list[Finding]:
        """Return what looks wrong in this block, or in a text of several lines, in the order of the places.

        ``terms`` are those of the glossary that may be in it.
        """
        pair = self._read(source, target, languages)
        found = list(dict.fromkeys(self._findings(pair, terms)))
        share = len(target) / max(1, len(source))
        return sorted(found, key=lambda finding: _place(finding, share))

    def check_together(self, blocks: Sequence[Block]) -> list[tuple[int, Finding]]:
        """Return where a block that is repeated is not translated the same: its index, and what looks wrong."""
        if not self._translates:
            return []
        return self._guard.call("consistency", lambda: list(check_consistency(blocks)), [])

    def _read(self, source: str, target: str, languages: LanguagePair) -> Pair:
        """Read both texts: what is in code is no link, and what is in a link no tag or placeholder."""
        texts = source, target
        language = languages.source or self._guard.call("detection", lambda: self._detected(source), None)
        tags = language, languages.target if self._translates else language
        leaks = _Pieces((), self._guard.call("leak", lambda: find_leaks(source, target), ()))
        code = self._find("code", find_code, texts)
        rest = _without(texts, code, leaks)
        links = self._find("links", find_addresses, rest)
        html = self._find("tags", find_tags, rest)
        subtags = [tag.language if tag else "" for tag in tags]
        placeholders = self._find("placeholders", find_placeholders, _without(rest, links), subtags)
        of_source, of_target = map(Side, texts, tags, code, links, html, placeholders, leaks)
        return Pair(of_source, of_target, self._guess)

    def _find(self, check: str, find: Callable[..., tuple[Piece, ...]], *of_each: Sequence[str]) -> "_Pieces":
        """Find these pieces in both texts, or in none: in one alone they would seem to be wrong."""
        return self._guard.call(check, lambda: _Pieces(*map(find, *of_each)), _Pieces())

    def _detected(self, source: str) -> LanguageTag | None:
        found = self._of_source.detect(source)
        return found.tag if found.certain else None

    def _findings(self, pair: Pair, terms: Sequence[Term]) -> Iterator[Finding]:
        for name, check in _ALONE.items():
            yield from self._found(name, partial(check, pair))
        # Figures of dates that nobody could read would seem to be wrong numbers.
        dates = self._guard.call("dates", lambda: compare_dates(pair), None)
        if dates is not None:
            yield from dates.findings
            yield from self._found("numbers", lambda: check_numbers(pair, dates))
        yield from self._found("leak", lambda: check_leak(pair.target.leaks))
        if not self._translates:
            return
        yield from self._found("terms", lambda: check_terms(pair, terms))
        left = self._found("untranslated", lambda: check_untranslated(pair))
        yield from left or self._found("language", lambda: check_language(pair))

    def _found(self, check: str, find: Callable[[], Iterable[Finding]]) -> list[Finding]:
        return self._guard.call(check, lambda: list(find()), [])


class _Pieces(NamedTuple):
    """What was found in either text."""

    source: tuple[Piece, ...] = ()
    target: tuple[Piece, ...] = ()


def _without(texts: Sequence[str], *found: _Pieces) -> list[str]:
    """Return both texts with these pieces covered."""
    return [covered(text, spans_of(sum(pieces, ()))) for text, *pieces in zip(texts, *found, strict=True)]


def _place(finding: Finding, share: float) -> tuple[float, Check]:
    """Return where the finding is in the target, or would be: by what it concerns in the source."""
    if finding.target:
        return finding.target[0], finding.check
    return finding.source[0] * share if finding.source else 0, finding.check

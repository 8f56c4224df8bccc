"""Looks at a translation with all the checks."""

from collections.abc import Iterator, Sequence

from translator.language.detection import Detector
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.checks.brackets import check_brackets
from translator.translation.checks.consistency import Block, check_consistency
from translator.translation.checks.dates import compare_dates
from translator.translation.checks.finding import Check, Finding
from translator.translation.checks.inline_code import check_code, find_code
from translator.translation.checks.leak import check_leak, find_leaks
from translator.translation.checks.length import check_length
from translator.translation.checks.lines import check_lines
from translator.translation.checks.links import check_links, find_addresses
from translator.translation.checks.markdown import check_markdown
from translator.translation.checks.numbers import check_numbers
from translator.translation.checks.pieces import Piece, covered
from translator.translation.checks.placeholders import check_placeholders, find_placeholders
from translator.translation.checks.quotes import check_quotes
from translator.translation.checks.repetition import check_repetition
from translator.translation.checks.sides import LanguageGuess, Pair, Side, spans_of
from translator.translation.checks.tags import check_tags, find_tags
from translator.translation.checks.terms import CheckedTerm, check_terms
from translator.translation.checks.untranslated import check_untranslated
from translator.translation.checks.wrong_language import check_language

__all__ = ["CheckedTerm", "Checker", "LanguageGuess"]

_OF_FORM = (
    check_placeholders,
    check_links,
    check_tags,
    check_markdown,
    check_code,
    check_lines,
    check_brackets,
    check_quotes,
)
_OF_WORDS = (check_repetition, check_length)


class Checker:
    """Checks translations. Takes time in proportion to the text, and asks nobody.

    ``identify`` tells languages of one script apart; without it only scripts, and letters that give a language away,
    tell which language a text is in.
    """

    def __init__(self, identify: LanguageGuess | None = None) -> None:
        self._guess = identify
        self._of_source = identify or Detector(None)

    def check(
        self, source: str, target: str, languages: LanguagePair, terms: Sequence[CheckedTerm] = ()
    ) -> list[Finding]:
        """Return what looks wrong in this block, or in a text of several lines, in the order of the places.

        ``terms`` are those of the glossary that may be in it.
        """
        language = languages.source or self._detected(source)
        leaks = find_leaks(source, target)
        pair = Pair(_side(source, language), _side(target, languages.target, leaks), self._guess)
        found = list(dict.fromkeys(_findings(pair, terms)))
        share = len(target) / max(1, len(source))
        return sorted(found, key=lambda finding: _place(finding, share))

    def _detected(self, source: str) -> LanguageTag | None:
        found = self._of_source.detect(source)
        return found.tag if found.certain else None

    def check_together(self, blocks: Sequence[Block]) -> list[tuple[int, Finding]]:
        """Return where a block that is repeated is not translated the same: its index, and what looks wrong."""
        return list(check_consistency(blocks))


def _findings(pair: Pair, terms: Sequence[CheckedTerm]) -> Iterator[Finding]:
    for check in (*_OF_FORM, *_OF_WORDS):
        yield from check(pair)
    dates = compare_dates(pair)
    yield from dates.findings
    yield from check_numbers(pair, dates)
    yield from check_terms(pair, terms)
    yield from check_leak(pair.target.leaks)
    left = list(check_untranslated(pair))
    yield from left or check_language(pair)


def _side(text: str, language: LanguageTag | None, leaks: tuple[Piece, ...] = ()) -> Side:
    """Read a text: what is in code is no link, and what is in a link no tag or placeholder."""
    code = find_code(text)
    rest = covered(text, spans_of((*code, *leaks)))
    tags = find_tags(rest)
    links = find_addresses(rest)
    placeholders = find_placeholders(covered(rest, spans_of(links)), language.language if language else "")
    return Side(text, language, code, links, tags, placeholders, leaks)


def _place(finding: Finding, share: float) -> tuple[float, Check]:
    """Return where the finding is in the target, or would be: by what it concerns in the source."""
    if finding.target:
        return finding.target[0], finding.check
    return finding.source[0] * share if finding.source else 0, finding.check

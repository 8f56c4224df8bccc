"""Looks at pairs with the checks, for tests."""

from collections.abc import Sequence
from functools import cache

from tests.translation.checks.measuring import full_checker
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.checks.checking import Checker
from translator.translation.checks.finding import Finding
from translator.translation.glossary.term import Term

GOOD: list[str] = []
"""What is found in a pair that is right."""


@cache
def checker() -> Checker:
    """Return a checker with the language identifier, which takes a while to load."""
    return full_checker()


def findings(
    pair: str, source: str, target: str, *, by: Checker | None = None, terms: Sequence[Term] = ()
) -> list[Finding]:
    """Return what is found; ``pair`` is as in "en>de", and ">de" where the source's language is not known."""
    tags = [LanguageTag.parse(tag) if tag else None for tag in pair.split(">")]
    assert tags[1]
    return (by or checker()).check(source, target, LanguagePair(tags[0], tags[1]), terms)


def said(pair: str, source: str, target: str, *, by: Checker | None = None) -> list[str]:
    """Return the checks that found something, with a question mark behind warnings."""
    found = findings(pair, source, target, by=by)
    return [finding.check + ("?" if finding.severity == "warning" else "") for finding in found]

"""A finding in one sentence."""

from collections.abc import Callable
from typing import NamedTuple

from translator.i18n import tr
from translator.text.display import neutralise
from translator.translation.checks.finding import Check, Finding

_LONGEST_QUOTE = 60
"""Characters of a text that are quoted in a sentence."""


class _Words(NamedTuple):
    """What is said where there is something else, where something is missing, where something is too many; and else."""

    changed: str
    missing: str
    added: str
    otherwise: str


def explain_finding(finding: Finding) -> str:
    """Return one sentence that says what looks wrong, with what was expected."""
    words = _WORDS[finding.check]()
    expected, found = _quoted(finding.expected), _quoted(finding.found)
    if expected and found:
        return words.changed.format(expected=expected, found=found)
    if expected:
        return words.missing.format(expected=expected)
    return words.added.format(found=found) if found else words.otherwise


def _quoted(text: str) -> str:
    line = " ".join(neutralise(text).split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"


def _same(sentence: str) -> _Words:
    return _Words(sentence, sentence, sentence, sentence)


def _numbers() -> _Words:
    return _Words(
        tr("The number {expected} has become {found}."),
        tr("The number {expected} is missing."),
        tr("The number {found} is not in the source."),
        tr("The numbers are not those of the source."),
    )


def _dates() -> _Words:
    return _Words(
        tr("The date {expected} has become {found}."),
        tr("The date {expected} is missing."),
        tr("The date {found} is not in the source."),
        tr("The dates are not those of the source."),
    )


def _placeholders() -> _Words:
    return _Words(
        tr("The placeholder {expected} has become {found}."),
        tr("The placeholder {expected} is missing."),
        tr("The placeholder {found} is not in the source."),
        tr("The placeholders are not those of the source."),
    )


def _links() -> _Words:
    return _Words(
        tr("The address {expected} has become {found}."),
        tr("The address {expected} is missing."),
        tr("The address {found} is not in the source."),
        tr("The addresses are not those of the source."),
    )


def _tags() -> _Words:
    return _Words(
        tr("The tag {expected} has become {found}."),
        tr("The tag {expected} is missing."),
        tr("The tag {found} is not in the source."),
        tr("The tags are not those of the source."),
    )


def _markdown() -> _Words:
    return _Words(
        tr("The markup {expected} has become {found}."),
        tr("The markup {expected} is missing."),
        tr("The markup {found} is not in the source."),
        tr("The markup is not that of the source."),
    )


def _code() -> _Words:
    return _Words(
        tr("The code {expected} has become {found}."),
        tr("The code {expected} is missing."),
        tr("The code {found} is not in the source."),
        tr("The code is not that of the source."),
    )


def _lines() -> _Words:
    otherwise = tr("The translation has another number of lines than the source.")
    changed = tr("The source has {expected} lines or items, the translation {found}.")
    return _Words(changed, otherwise, otherwise, otherwise)


def _untranslated() -> _Words:
    quoted = tr("This was left untranslated: {found}")
    otherwise = tr("Part of the source was left untranslated.")
    return _Words(quoted, otherwise, quoted, otherwise)


def _language() -> _Words:
    return _same(tr("This seems to be in another language or script than the one asked for."))


def _repetition() -> _Words:
    quoted = tr("The same words come again and again: {found}")
    otherwise = tr("The same words come again and again.")
    return _Words(quoted, otherwise, quoted, otherwise)


def _length() -> _Words:
    return _same(tr("The translation is much shorter or longer than texts like this are."))


def _brackets() -> _Words:
    return _Words(
        tr("The bracket {expected} is expected, and {found} is there."),
        tr("The bracket {expected} is missing."),
        tr("The bracket {found} has no partner."),
        tr("The brackets do not match."),
    )


def _quotes() -> _Words:
    return _Words(
        tr("The quotation mark {expected} is expected, and {found} is there."),
        tr("The quotation mark {expected} is missing."),
        tr("The quotation mark {found} has no partner."),
        tr("The quotation marks do not match."),
    )


def _leak() -> _Words:
    quoted = tr("These words are about the translation, not of it: {found}")
    otherwise = tr("Some words are about the translation, not of it.")
    return _Words(quoted, otherwise, quoted, otherwise)


def _glossary() -> _Words:
    return _Words(
        tr("The glossary has {expected} here, and not {found}."),
        tr("The glossary has {expected} here."),
        tr("The glossary forbids {found}."),
        tr("A term is not translated as the glossary has it."),
    )


def _consistency() -> _Words:
    same = tr("The same words are translated in another way elsewhere.")
    return _Words(tr("The same words are translated as {expected} elsewhere."), same, same, same)


_WORDS: dict[Check, Callable[[], _Words]] = {
    Check.NUMBERS: _numbers,
    Check.DATES: _dates,
    Check.PLACEHOLDERS: _placeholders,
    Check.LINKS: _links,
    Check.TAGS: _tags,
    Check.MARKDOWN: _markdown,
    Check.CODE: _code,
    Check.LINES: _lines,
    Check.UNTRANSLATED: _untranslated,
    Check.LANGUAGE: _language,
    Check.REPETITION: _repetition,
    Check.LENGTH: _length,
    Check.BRACKETS: _brackets,
    Check.QUOTES: _quotes,
    Check.LEAK: _leak,
    Check.GLOSSARY: _glossary,
    Check.CONSISTENCY: _consistency,
}

"""What of a file is a term, and what is passed over."""

from collections.abc import Sequence

from translator.i18n import ntr, tr
from translator.locales.numbers import grouped
from translator.translation.glossary.exchange import (
    LARGEST_FILE,
    LONGEST_TEXT,
    MOST_TERMS,
    PARTS_OF_SPEECH,
    ImportedTerms,
    SkippedEntry,
    TermFileInvalid,
)
from translator.translation.glossary.term import Term

_ABBREVIATIONS = {
    "n": "noun", "substantive": "noun", "v": "verb", "vb": "verb", "adj": "adjective", "adv": "adverb",
    "proper noun": "properNoun", "propn": "properNoun", "name": "properNoun",
}  # fmt: skip


class Collected:
    """The terms of a file as they are read, and what was passed over."""

    def __init__(self) -> None:
        self._terms: list[Term] = []
        self._skipped: list[SkippedEntry] = []

    def add(self, number: int, term: Term) -> None:
        """Take this, if it is a term. Raises TermFileInvalid once there are too many."""
        reason = _fault_of(term)
        if reason:
            self.skip(number, reason)
            return
        self._terms.append(term)
        if len(self._terms) > MOST_TERMS:
            words = ntr("The file has more than {n} term.", "The file has more than {n} terms.", MOST_TERMS)
            raise TermFileInvalid(words.format(n=grouped(MOST_TERMS)))

    def skip(self, number: int, reason: str) -> None:
        """Note that something was passed over."""
        self._skipped.append(SkippedEntry(number, reason))

    def result(self, encoding: str = "") -> ImportedTerms:
        """Return all that was read."""
        return ImportedTerms(tuple(self._terms), tuple(self._skipped), encoding)


def refuse_too_large(size: int) -> None:
    """Raise TermFileInvalid where a file has more bytes than any glossary should."""
    if size > LARGEST_FILE:
        words = tr("The file is too large: {size} MB, where {most} MB are allowed.")
        raise TermFileInvalid(words.format(size=grouped(round(size / 1e6)), most=grouped(round(LARGEST_FILE / 1e6))))


def part_of_speech_of(text: str) -> str:
    """Return a part of speech as TBX-Basic names it: what it does not know is ``other``, and nothing stays nothing."""
    word = text.casefold().strip(" .\t")
    known = {name.casefold(): name for name in PARTS_OF_SPEECH} | _ABBREVIATIONS
    return known.get(word, "other") if word else ""


def _fault_of(term: Term) -> str:
    """Return why this is no term; empty where it is one."""
    if not term.source:
        return tr("the term is missing")
    if not term.wanted and not term.forbidden:
        return tr("the translation is missing")
    texts: Sequence[str] = (term.source, term.target, term.note, *term.forbidden)
    return tr("a text is too long") if max(map(len, texts)) > LONGEST_TEXT else ""

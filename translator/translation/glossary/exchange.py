"""What comes out of a file of terms, and what may be wrong with one."""

from collections.abc import Sequence
from dataclasses import dataclass

from translator.translation.glossary.term import Term

LARGEST_FILE = 64_000_000
"""Bytes of a file of terms."""

MOST_TERMS = 100_000
"""Terms of a file."""

LONGEST_TEXT = 1_000
"""Characters of a term, of a translation, of each forbidden one, and of a note."""

PARTS_OF_SPEECH = ("noun", "verb", "adjective", "adverb", "properNoun", "other")
"""As TBX-Basic names them."""


@dataclass(frozen=True, slots=True)
class SkippedEntry:
    """What could not be read. ``number`` is its line, in TBX its entry, from 1; ``reason`` is a few words."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedTerms:
    """What a file holds. ``encoding`` is named where it had to be guessed, so that the user looks."""

    terms: Sequence[Term]
    skipped: Sequence[SkippedEntry] = ()
    encoding: str = ""


class TermFileInvalid(Exception):
    """A file cannot be read as a file of terms. Its message is a sentence that says why."""

"""What a check says of a block and its translation. The words for it are in ``translator.messages``."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from translator.text.span import Span


class Check(StrEnum):
    """What was looked at. The values are what ``--json`` and the corpus of pairs call it."""

    NUMBERS = "numbers"
    DATES = "dates"
    PLACEHOLDERS = "placeholders"
    LINKS = "links"
    """Links and e-mail addresses."""
    TAGS = "tags"
    MARKDOWN = "markdown"
    CODE = "code"
    """Code within a line."""
    LINES = "lines"
    """How many lines, and how many items of lists, there are."""
    UNTRANSLATED = "untranslated"
    """The source came back, or part of it was left as it was."""
    LANGUAGE = "language"
    """The translation is in another language or script than the one asked for."""
    REPETITION = "repetition"
    """The same words again and again, as of a model that is caught in a loop."""
    LENGTH = "length"
    """Much shorter or longer than texts of this pair are."""
    BRACKETS = "brackets"
    QUOTES = "quotes"
    LEAK = "leak"
    """Words of the instructions, or words about the translation, in place of it or around it."""
    GLOSSARY = "glossary"
    CONSISTENCY = "consistency"
    """A segment that is repeated in the source is not translated the same each time."""


class Severity(StrEnum):
    """How sure it is that something is wrong. A block with an error is not remembered."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that looks wrong. It never makes a translation incomplete.

    ``source`` and ``target`` are the words it concerns, None where there are none to point at (what is missing in the
    target has no place there). ``expected`` is what should be in the target, ``found`` what is there instead; both are
    pieces of the texts, or figures, never sentences, and empty where there is nothing to quote.
    """

    check: Check
    severity: Severity
    source: Span | None = None
    target: Span | None = None
    expected: str = ""
    found: str = ""

    def shifted(self, source_by: int, target_by: int) -> Self:
        """Return the finding as it is in texts that begin so many code points earlier."""
        return replace(self, source=_shifted(self.source, source_by), target=_shifted(self.target, target_by))


def _shifted(span: Span | None, by: int) -> Span | None:
    return None if span is None else (span[0] + by, span[1] + by)

"""What goes with the blocks of a request, so that their translation fits the whole text and the user's wishes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translator.settings import Style
from translator.text.display import repair
from translator.translation.checks.finding import Check, Finding
from translator.translation.glossary.guidance import guidance
from translator.translation.glossary.term import Term

_TONES = {
    "formal": "Write formally, with the polite form of address.",
    "informal": "Write informally, with the familiar form of address.",
}
_FAULTS = {
    Check.NUMBERS: "a number is another than in the source",
    Check.DATES: "a date is another than in the source",
    Check.PLACEHOLDERS: "a placeholder is not as it is in the source",
    Check.LINKS: "a link or an address is not as it is in the source",
    Check.TAGS: "a tag is not as it is in the source",
    Check.MARKDOWN: "markup is not as it is in the source",
    Check.CODE: "code is not as it is in the source",
    Check.LINES: "lines are missing or too many",
    Check.UNTRANSLATED: "part of the source was left untranslated",
    Check.LANGUAGE: "it is in another language or script than the target language",
    Check.REPETITION: "the same words are repeated again and again",
    Check.LENGTH: "it is much shorter or longer than it should be",
    Check.BRACKETS: "brackets do not match",
    Check.QUOTES: "quotation marks do not match",
    Check.LEAK: "it holds words that are no translation of the source",
    Check.GLOSSARY: "a term is not translated as it should be",
    Check.CONSISTENCY: "the same words are translated in another way elsewhere",
}
_LONGEST_QUOTE = 600
"""Characters of an earlier translation, or of an example, that are shown to the model."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of a request (1 first), how it was translated before, and what is wrong with that.

    The translation is empty where it may not be shown.
    """

    line: int
    translation: str
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Brief:
    """What goes with the blocks of a request.

    ``before`` and ``after`` stand around them in the text, ``before_translated`` is what the former became.
    ``examples`` are sources and their translations, by the user. ``has_codes`` says that there are codes in the
    lines (see ``text.codes``).
    """

    has_codes: bool = False
    style: Style = field(default_factory=Style)
    terms: Sequence[Term] = ()
    before: str = ""
    before_translated: str = ""
    after: str = ""
    examples: Sequence[tuple[str, str]] = ()
    corrections: Sequence[Correction] = ()

    def wishes(self) -> Iterator[str]:
        """Yield what the user wants, sentence by sentence."""
        if self.style.tone in _TONES:
            yield _TONES[self.style.tone]
        if instructions := " ".join(self.style.instructions.split()):
            yield f"Mind these wishes of the user: {repair(instructions)}"

    def paragraphs(self) -> Iterator[str]:
        """Yield what else the model should know, in paragraphs."""
        if self.terms:
            yield guidance(self.terms)
        if self.examples:
            pairs = "\n".join(
                f"{_tagged('example', one)}\n{_tagged('translated', other)}" for one, other in self.examples
            )
            yield f"Sentences that the user has translated before, as examples of wording:\n{pairs}"
        if context := self._context():
            yield f"What stands around the text, so that it fits; it is not to be translated:\n{context}"
        yield from map(_correction, self.corrections)

    def _context(self) -> str:
        pieces = (("before", self.before), ("before_translated", self.before_translated), ("after", self.after))
        return "\n".join(_tagged(name, text) for name, text in pieces if text)


def _tagged(name: str, text: str) -> str:
    return f"<{name}>{_quotable(text)}</{name}>"


def _quotable(text: str) -> str:
    """Return the text on one line, not too long, and unable to end what it stands in."""
    line = " ".join(repair(text).split())
    return (line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE] + "…").replace("</", "<\\/")


def _correction(correction: Correction) -> str:
    faults = "; ".join(_fault(finding) for finding in correction.findings)
    words = f"Line {correction.line} was translated before, with a fault: {faults}. Do it better."
    return f"{words}\n{_tagged('earlier', correction.translation)}" if correction.translation else words


def _fault(finding: Finding) -> str:
    words = _FAULTS[finding.check]
    if finding.expected:
        words += f' (expected: "{_quotable(finding.expected)}")'
    if finding.found:
        words += f' (found: "{_quotable(finding.found)}")'
    return words

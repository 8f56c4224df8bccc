"""What the processes that are killed write: one of each kind for a number, so that it can be known again."""

from datetime import UTC, datetime, timedelta

from translator.language.tag import LanguageTag
from translator.text.alignment.align import Link
from translator.translation.capabilities import Capabilities
from translator.translation.glossary.term import Glossary, Term
from translator.translation.history import HistoryEntry
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.translation.request import Action, FinishedBlock
from translator.translation.spending.usage import UsageRecord

DE, EN = LanguageTag("de"), LanguageTag.parse("en")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
KNOWN = Capabilities()

LONG_ONE_IN = 15
"""Every so many texts one is long: what is written then takes many pages."""


def text_of(number: int) -> str:
    """Return a text that no other number has."""
    words = f"Satz {number} 翻訳 {number * 7919 % 100_003}"
    return f"{words}. " * 800 if number % LONG_ONE_IN == 0 else f"{words}."


def usage_of(number: int) -> UsageRecord:
    """Return a record that took so many tokens."""
    return UsageRecord(NOW, "openai", "m", Action.WINDOW, number, 1, cost=0.01)


def entry_of(number: int, entry_id: int = 0) -> HistoryEntry:
    """Return an entry of the history."""
    source, target = text_of(number), f"Sentence {number}."
    block = FinishedBlock(0, source, target, links=(Link((0, len(source)), (0, len(target))),))
    return HistoryEntry(NOW + timedelta(seconds=number), source, target, DE, EN, blocks=(block,), id=entry_id)


def key_of(number: int) -> MemoryKey:
    """Return what is remembered; the answer is the text itself."""
    return MemoryKey(f"Antwort {text_of(number)}", DE, EN, "https://x.example", "m")


def unit_of(number: int) -> TranslationUnit:
    """Return a unit of the memory."""
    return TranslationUnit(DE, EN, f"Einheit {text_of(number)}", f"Unit {number}.", UnitOrigin.ACCEPTED, NOW)


def glossary_of(number: int) -> Glossary:
    """Return a glossary."""
    return Glossary(f"Glossary {number}", DE, EN)


def term_of(number: int) -> Term:
    """Return a term."""
    return Term(f"Begriff {number}", f"term {number}", forbidden=("word",))


def endpoint_of(number: int) -> str:
    """Return the address of a service of which something is known."""
    return f"https://{number}.example/v1"

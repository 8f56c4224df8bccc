"""What the window of the memory says of units and of files."""

from collections.abc import Callable
from datetime import datetime

from translator.i18n import ntr, tr
from translator.joining import from_to, listed, sentences
from translator.language.tag import LanguagePair, LanguageTag
from translator.locales.numbers import grouped
from translator.memory_words import explain_answers, explain_taken, explain_units
from translator.text.display import neutralise
from translator.translation.memory.exchange import TakenIn
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.ui.history.times import explain_time
from translator.ui.memory.screen import MemoryRow

Name = Callable[[LanguageTag], str]


def row_of(unit: TranslationUnit, name: Name, now: datetime) -> MemoryRow:
    """Return the unit as it is listed."""
    languages = explain_pair(LanguagePair(unit.source_language, unit.target_language), name)
    return MemoryRow(unit, languages, explain_origin(unit.origin), explain_time(unit.changed, now))


def one_line(text: str) -> str:
    """Return the text as it is shown in a cell."""
    return neutralise(" ".join(text.split()))


def explain_pair(pair: LanguagePair, name: Name) -> str:
    """Return the languages in words."""
    source = name(pair.source) if pair.source is not None else tr("Unknown language")
    return from_to(source, name(pair.target))


def explain_origin(origin: UnitOrigin) -> str:
    """Return in a word where a unit comes from."""
    words = {
        UnitOrigin.EDITED: tr("Written by you"),
        UnitOrigin.ACCEPTED: tr("Used by you"),
        UnitOrigin.IMPORTED: tr("From a file"),
    }
    return words[origin]


def explain_nothing(query: str) -> tuple[str, str]:
    """Return why nothing is listed, and what about it."""
    if query.strip():
        return tr("Nothing matches."), tr("Words and parts of words are looked for in the text and in its translation.")
    return (
        tr("No units yet."),
        tr("Translations that you write, change or use are kept here. You can also import a TMX file."),
    )


def fault_of(unit: TranslationUnit) -> str:
    """Return in a sentence why a unit cannot be kept; empty where it can."""
    is_there = unit.source.strip() and unit.target.strip()
    return "" if is_there else tr("A unit needs a text and its translation. To remove it, delete it.")


def explain_forgetting(units: int, answers: int) -> str:
    """Return what to ask before everything is forgotten."""
    facts = [explain_units(units)] if units else []
    facts += [explain_answers(answers)] if answers else []
    words = tr("Forget everything for good: {facts}? Glossaries and the history stay.")
    return words.format(facts=listed(facts))


# Files


def explain_reading(name: str, units: int, share: float) -> str:
    """Return how far a file is read."""
    if not units or not share:
        return tr("Reading {name}…").format(name=name)
    if share >= 1:
        words = ntr("Reading {name}: {n} unit", "Reading {name}: {n} units", units)
        return words.format(name=name, n=grouped(units))
    total = round(units / share, 1 - len(str(units)))
    words = ntr("Reading {name}: {n} of about {total} unit", "Reading {name}: {n} of about {total} units", round(total))
    return words.format(name=name, n=grouped(units), total=grouped(round(total)))


def explain_writing(name: str, units: int, total: int) -> str:
    """Return how far a file is written; ``total`` is 0 where that is not known."""
    if not units:
        return tr("Writing {name}…").format(name=name)
    if not total:
        words = ntr("Writing {name}: {n} unit", "Writing {name}: {n} units", units)
        return words.format(name=name, n=grouped(units))
    words = ntr("Writing {name}: {n} of {total} unit", "Writing {name}: {n} of {total} units", total)
    return words.format(name=name, n=grouped(units), total=grouped(total))


def explain_taken_in(name: str, taken: TakenIn, *, is_cancelled: bool) -> str:
    """Return what came of a file."""
    if not taken.units:
        sentence = tr("Stopped: nothing of {name} is in the memory.") if is_cancelled else tr("{name} has no units.")
        sentence = sentence.format(name=name)
    else:
        sentence = explain_taken(name, taken)
        sentence = sentences(tr("Stopped."), sentence) if is_cancelled else sentence
    if not taken.skipped:
        return sentence
    words = ntr("{n} part of it could not be used.", "{n} parts of it could not be used.", taken.skipped)
    return sentences(sentence, words.format(n=grouped(taken.skipped)))


def explain_not_written(name: str) -> str:
    """Return what came of a file whose writing was stopped."""
    return tr("Stopped: {name} was not written.").format(name=name)

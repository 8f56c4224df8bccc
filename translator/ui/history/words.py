"""What the window of the history says of entries, and of there being none."""

from collections.abc import Callable
from datetime import datetime

from translator.i18n import ntr, tr
from translator.joining import from_to, in_a_row, sentences
from translator.language.tag import LanguageTag
from translator.locales.numbers import grouped
from translator.text.display import neutralise
from translator.translation.history import HistoryEntry, HistoryUnusable
from translator.ui.history.screen import HistoryRow
from translator.ui.history.times import explain_time


def row_of(entry: HistoryEntry, name: Callable[[LanguageTag], str], now: datetime) -> HistoryRow:
    """Return the entry as it is listed."""
    source = name(entry.source_language) if entry.source_language else tr("Unknown language")
    languages = from_to(source, name(entry.target_language))
    facts = [explain_time(entry.at, now)] + ([] if entry.is_complete else [tr("incomplete")])
    texts = _line(entry.source), _line(entry.target)
    return HistoryRow(entry.id, *texts, languages, in_a_row(facts), entry.is_starred)


def _line(text: str) -> str:
    return neutralise(" ".join(text.split()))


def explain_count(total: int) -> str:
    """Return how many there are; nothing for none."""
    return ntr("{n} translation", "{n} translations", total).format(n=grouped(total)) if total else ""


def explain_nothing(query: str, *, starred: bool, is_kept: bool) -> tuple[str, str]:
    """Return why nothing is listed, and what about it."""
    if query.strip():
        hint = tr("Words and parts of words are looked for in the source and in the translation.")
        return tr("Nothing matches."), hint
    if starred:
        return tr("No translation has a star."), tr("What has a star stays, whatever else is deleted.")
    if not is_kept:
        hint = tr("It is switched off in the settings, or private mode is on.")
        return tr("Translations are not being kept."), hint
    return tr("No translations yet."), tr("They will be here to find again. They are kept on this computer alone.")


def explain_clearing(plain: int) -> str:
    """Return what to ask before so many entries without a star are deleted."""
    if not plain:
        return tr("Only translations with a star are left.")
    words = ntr(
        "Delete {n} translation for good? Those with a star stay.",
        "Delete {n} translations for good? Those with a star stay.",
        plain,
    )
    return words.format(n=grouped(plain))


def explain_fault(fault: HistoryUnusable) -> str:
    """Return what is wrong."""
    return tr("The history cannot be used now: {reason}.").format(reason=fault)


def explain_not_deleted(fault: HistoryUnusable) -> str:
    """Return what is wrong, and what has become of the translations that were to be deleted."""
    return sentences(explain_fault(fault), tr("What is still listed has not been deleted."))

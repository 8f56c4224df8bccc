"""What is said of glossaries."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from translator.i18n import ntr, tr
from translator.joining import from_to, labelled, listed, sentences
from translator.language.tag import LanguageTag
from translator.locales.numbers import grouped
from translator.translation.glossary.exchange import LONGEST_TEXT, ImportedTerms, SkippedEntry
from translator.translation.glossary.term import Glossary, Term
from translator.ui.vocabulary import Line

LONGEST_NAME = 100
"""Characters of a glossary's name."""

_MOST_TOLD = 3
"""Rows of a file that are named where they could not be read."""

Name = Callable[[LanguageTag], str]


def languages_of(glossary: Glossary, name: Name) -> str:
    """Return the glossary's languages in words."""
    return from_to(name(glossary.source_language), name(glossary.target_language))


def line_of(glossary: Glossary, name: Name) -> Line:
    """Return the glossary as it is listed."""
    mark = "" if glossary.is_on else tr("Off")
    return Line(str(glossary.id), glossary.name, "glossary", languages_of(glossary, name), mark)


def explain_count(shown: int, total: int) -> str:
    """Return how many terms there are, and how many of them were found."""
    if shown == total:
        return ntr("{n} term", "{n} terms", total).format(n=grouped(total))
    return ntr("{shown} of {n} term", "{shown} of {n} terms", total).format(shown=grouped(shown), n=grouped(total))


def explain_nothing(*, has_glossary: bool, total: int, shown: int) -> tuple[str, str]:
    """Return a title and a hint where there is nothing to be seen; empty where there is."""
    if not has_glossary:
        return tr("No glossaries yet"), tr("A glossary says how words are to be translated. Add one to begin.")
    if not total:
        return tr("No terms yet"), tr("Add a term, or import a file of them: CSV, TSV or TBX.")
    return ("", "") if shown else (tr("Nothing found"), tr("No term holds these words."))


def tidy(term: Term) -> Term:
    """Return the term without blanks around its texts, and without the empty ones among the forbidden."""
    forbidden = (text.strip() for text in term.forbidden)
    return replace(
        term,
        source=term.source.strip(),
        target=term.target.strip(),
        note=term.note.strip(),
        forbidden=tuple(dict.fromkeys(text for text in forbidden if text)),
    )


def fault_of(term: Term) -> str:
    """Return in a sentence why a term cannot be kept; empty where it can."""
    if not term.source:
        return tr("A term cannot be empty. To remove it, delete it.")
    if max(map(len, (term.source, term.target, term.note, *term.forbidden))) > LONGEST_TEXT:
        return tr("That is too long for a glossary: at most {n} characters.").format(n=grouped(LONGEST_TEXT))
    return ""


def explain_import(imported: ImportedTerms, added: int, file: str) -> str:
    """Return what came of a file, in a few sentences."""
    known = len(imported.terms) - added
    words = ntr("{n} term added from {file}.", "{n} terms added from {file}.", added)
    said = [words.format(n=grouped(added), file=file)]
    if known:
        said.append(ntr("{n} was there already.", "{n} were there already.", known).format(n=grouped(known)))
    if imported.skipped:
        said.append(_explain_skipped(imported.skipped))
    if imported.encoding:
        words = tr("It was read as {encoding}: see whether accents are right.")
        said.append(words.format(encoding=imported.encoding))
    return sentences(*said)


def _explain_skipped(skipped: Sequence[SkippedEntry]) -> str:
    n = len(skipped)
    named = [labelled(str(each.number), each.reason) for each in skipped[:_MOST_TOLD]]
    told = listed(named if n <= _MOST_TOLD else [*named, "…"])
    words = ntr("{n} entry could not be read ({told}).", "{n} entries could not be read ({told}).", n)
    return words.format(n=grouped(n), told=told)

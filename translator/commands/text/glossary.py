"""A glossary from a file, for one run of ``translator text``."""

from collections.abc import Sequence
from pathlib import Path

from translator.commands.ending import UsageProblem
from translator.commands.terminal import say
from translator.i18n import tr
from translator.joining import labelled
from translator.language.tag import LanguageTag
from translator.translation.glossary.term import Glossary, Term

_UNKNOWN = LanguageTag("und")


class TermsOfFile:
    """The terms that are to be respected, whatever the user's own glossaries have."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms

    async def terms_for(self, _source: LanguageTag | None, _target: LanguageTag) -> Sequence[Term]:
        """Return all of them: the file was given for these languages."""
        return self._terms


def read_glossary(path: Path, source: LanguageTag | None, target: LanguageTag) -> TermsOfFile:
    """Read a file of terms, and say what of it could not be read. Raises UsageProblem where it is none."""
    from translator.formats.terms.files import read_file, read_terms
    from translator.translation.glossary.exchange import TermFileInvalid

    step = tr("Give a CSV, TSV or TBX-Basic file.")
    try:
        read = read_terms(read_file(path), Glossary(path.name, source or _UNKNOWN, target))
    except TermFileInvalid as fault:
        raise UsageProblem(labelled(path.name, str(fault)), step) from None
    except OSError as fault:
        reason = fault.strerror or tr("it cannot be read")
        sentence = tr("{name} could not be opened: {reason}.").format(name=path.name, reason=reason)
        raise UsageProblem(sentence, step) from None
    for skipped in read.skipped:
        words = tr("{name}, {number}: {reason}; this entry is left out.")
        say(words.format(name=path.name, number=skipped.number, reason=skipped.reason))
    if not read.terms:
        say(tr("{name} has no terms for these languages.").format(name=path.name))
    return TermsOfFile(read.terms)

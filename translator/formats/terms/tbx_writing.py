"""TBX-Basic as of 2019 (ISO 30042:2019), with fields named by their type (DCA): what most programs read."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from translator.formats.terms.remarks import notes_of
from translator.language.tag import LanguageTag
from translator.text.display import repair
from translator.translation.glossary.term import Glossary, Term

_PREFERRED = "preferredTerm-admn-sts"
_DEPRECATED = "deprecatedTerm-admn-sts"

# What no XML can hold.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_tbx(glossary: Glossary, terms: Sequence[Term]) -> bytes:
    """Return the file. Control characters are left out: XML cannot hold them."""
    return "\n".join([*_head(glossary), *_entries(glossary, terms), *_FOOT, ""]).encode()


def _head(glossary: Glossary) -> Sequence[str]:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
        "<tbxHeader>",
        "<fileDesc>",
        f"<titleStmt><title>{_escaped(glossary.name)}</title></titleStmt>",
        "<sourceDesc><p>Translator</p></sourceDesc>",
        "</fileDesc>",
        "</tbxHeader>",
        "<text>",
        "<body>",
    )


_FOOT = ("</body>", "</text>", "</tbx>")


def _entries(glossary: Glossary, terms: Sequence[Term]) -> Iterator[str]:
    for number, term in enumerate(terms, 1):
        yield f'<conceptEntry id="c{number}">'
        yield from _section(glossary.source_language, [_word(term.source, term.part_of_speech, notes_of(term))])
        wanted = [_word(term.target or term.wanted, status=_PREFERRED)] if term.target or term.wanted else []
        refused = [_word(text, status=_DEPRECATED) for text in term.forbidden]
        yield from _section(glossary.target_language, [*wanted, *refused])
        yield "</conceptEntry>"


def _section(language: LanguageTag, words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f'<langSec xml:lang="{language}">'
        yield from words
        yield "</langSec>"


def _word(text: str, part_of_speech: str = "", notes: Sequence[str] = (), status: str = "") -> str:
    typed = (("partOfSpeech", part_of_speech), ("administrativeStatus", status))
    fields = [f'<termNote type="{name}">{_escaped(value)}</termNote>' for name, value in typed if value]
    said = [f"<note>{_escaped(note)}</note>" for note in notes]
    return f"<termSec><term>{_escaped(text)}</term>{''.join([*fields, *said])}</termSec>"


def _escaped(text: str) -> str:
    """Return the text as XML. A carriage return would come back as a line feed if it were not named."""
    return escape(_UNWRITABLE.sub("", repair(text)), quote=False).replace("\r", "&#13;")

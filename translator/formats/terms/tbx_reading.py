"""TBX-Basic (ISO 30042) of 2008 and of 2019, in both styles: fields named by elements, or by their type."""

import io
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from translator.formats.guarded_xml import XmlInvalid, read_guarded
from translator.formats.terms.checking import Collected, part_of_speech_of
from translator.formats.terms.remarks import read_notes
from translator.i18n import tr
from translator.joining import listed
from translator.language.tag import InvalidTag, LanguageTag
from translator.locales.numbers import grouped
from translator.translation.glossary.exchange import LONGEST_TEXT, ImportedTerms, TermFileInvalid
from translator.translation.glossary.term import Term

log = logging.getLogger(__name__)

_ROOTS = frozenset({"martif", "tbx"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_GROUPS = frozenset({"termGrp", "descripGrp", "adminGrp", "transacGrp", "body", "text"})
_TYPED = frozenset({"termNote", "descrip", "admin", "adminNote", "descripNote", "transac", "transacNote"})
_STATUS = frozenset({"administrativeStatus", "normativeAuthorization"})
_NOTES = frozenset({"note", "definition"})

_REFUSED = ("deprecated", "superseded")
"""How a status begins of what is not to be used, or not any more."""


@dataclass(slots=True)
class _Word:
    """A term in one language, with what is said of it."""

    language: str
    text: str = ""
    part_of_speech: str = ""
    status: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return self.status.startswith(_REFUSED)


@dataclass(slots=True)
class _Entry:
    """A concept: its words in all languages, and what is said of it as a whole."""

    words: list[_Word] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_tbx(data: bytes, source: LanguageTag, target: LanguageTag) -> ImportedTerms:
    """Read the terms of a pair of languages, whatever others there are. Raises TermFileInvalid."""
    collected, reader, languages = Collected(), _Reader(), set[str]()
    numbers = count(1)
    try:
        for _ in read_guarded(io.BytesIO(data), reader):
            for entry in reader.take():
                languages |= {word.language for word in entry.words}
                _collect(next(numbers), entry, source, target, collected)
    except XmlInvalid as error:
        log.info("a TBX file cannot be read: %s", error)
        raise TermFileInvalid(_explain(error, is_tbx=reader.is_tbx)) from error
    if not reader.is_tbx:
        raise TermFileInvalid(tr("This is no TBX file."))
    found = collected.result()
    if not found.terms and languages:
        words = tr("The file has no terms from {source} into {target}. Its languages: {languages}.")
        raise TermFileInvalid(words.format(source=source, target=target, languages=listed(sorted(languages)[:20])))
    return found


def _explain(error: XmlInvalid, *, is_tbx: bool) -> str:
    if error.is_refused:
        words = tr("This TBX file is not read: what is in line {line} could do harm.")
    elif not is_tbx:
        return tr("This is no TBX file.")
    else:
        words = tr("This TBX file cannot be read: something is wrong in line {line}.")
    return words.format(line=grouped(error.line))


class _Reader:
    """Listens to the file, and puts entries together."""

    def __init__(self) -> None:
        self.is_tbx = False
        self._entries: list[_Entry] = []
        self._entry: _Entry | None = None
        self._language = ""
        self._word: _Word | None = None
        self._field = ""
        self._depth = 0
        self._pieces: list[str] = []

    def take(self) -> Sequence[_Entry]:
        """Return the entries that are whole by now."""
        taken, self._entries = self._entries, []
        return taken

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note that an element begins. What is in a field is part of its text."""
        if self._field:
            self._depth += 1
        elif name in _ROOTS:
            self.is_tbx = True
        elif name in _ENTRIES:
            self._entry = _Entry()
        elif name in _LANGUAGES:
            self._language = attributes.get("xml:lang", attributes.get("lang", ""))
        elif name in _TERMS:
            self._word = _Word(self._language)
        elif self._entry is not None and name not in _GROUPS:
            self._field = attributes.get("type", "") if name in _TYPED else name
            self._depth = 0
            self._pieces = []

    def end(self, name: str) -> None:
        """Note that an element ends."""
        if self._field and self._depth:
            self._depth -= 1
        elif self._field:
            self._keep(self._field, "".join(self._pieces).strip())
            self._field = ""
        elif name in _TERMS and self._entry is not None and self._word is not None:
            self._entry.words.append(self._word)
            self._word = None
        elif name in _ENTRIES and self._entry is not None:
            self._entries.append(self._entry)
            self._entry = None

    def text(self, text: str) -> None:
        """Note a piece of text."""
        if self._field:
            self._pieces.append(text)

    def _keep(self, name: str, text: str) -> None:
        if name in _NOTES and text:
            notes = self._word.notes if self._word else self._entry.notes if self._entry else []
            notes.append(text)
        if self._word is None:
            return
        if name == "term":
            self._word.text = text
        elif name == "partOfSpeech":
            self._word.part_of_speech = part_of_speech_of(text)
        elif name in _STATUS:
            self._word.status = text


def _collect(number: int, entry: _Entry, source: LanguageTag, target: LanguageTag, collected: Collected) -> None:
    ours, theirs = _words_in(entry, source), _words_in(entry, target)
    if not ours or not theirs:
        language = target if ours else source
        collected.skip(number, tr("there is no term in {language}").format(language=language))
    for one in ours if theirs else ():
        for term in _terms(one, theirs, entry.notes):
            collected.add(number, term)


def _terms(one: _Word, theirs: Sequence[_Word], of_entry: Sequence[str]) -> Iterator[Term]:
    """Yield a term for each translation that may be used, the preferred ones first."""
    forbidden = tuple(dict.fromkeys(word.text for word in theirs if word.is_refused and word.text))
    usable = sorted(
        (word for word in theirs if not word.is_refused), key=lambda w: not w.status.startswith("preferred")
    )
    for other in usable or [_Word("")]:
        note, case_sensitive, keep = read_notes([*one.notes, *chain(of_entry, other.notes)])
        part_of_speech = one.part_of_speech or other.part_of_speech
        text = "" if keep and other.text == one.text else other.text
        yield Term(one.text, text, note[:LONGEST_TEXT], part_of_speech, case_sensitive, keep, forbidden)


def _words_in(entry: _Entry, tag: LanguageTag) -> Sequence[_Word]:
    """Return the words in exactly this language, or else in what is the same one elsewhere."""
    tagged = [(word, _tag(word.language)) for word in entry.words]
    exactly = [word for word, its in tagged if its == tag]
    return exactly or [word for word, its in tagged if its is not None and its.is_same_language(tag)]


def _tag(text: str) -> LanguageTag | None:
    """Return the language; of a tag with more than we know, as much as we do."""
    parts = text.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return LanguageTag.parse("-".join(parts[:length]))
        except InvalidTag:
            continue
    return None

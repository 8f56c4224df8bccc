"""Reads a TMX file unit by unit; a file of any size takes little memory."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from translator.clock import now as time_of_day
from translator.formats.guarded_xml import XmlInvalid, read_guarded
from translator.formats.tmx.segment import Segment
from translator.i18n import tr
from translator.language.tag import InvalidTag, LanguageTag
from translator.locales.numbers import grouped
from translator.translation.memory.exchange import UnitFileInvalid
from translator.translation.memory.unit import TranslationUnit, UnitOrigin

MOST_LANGUAGES = 100
"""Translations of one text that are read; what comes after them in the same unit is left out."""

MOST_CROSSED = 8
"""Where any language may be the source, up to so many are paired with each other; of more, the first with the rest."""

_LONGEST_NOTE = 10_000
_MOST_NOTE_PIECES = 100
_ANY = "*all*"


log = logging.getLogger(__name__)


class TmxInvalid(UnitFileInvalid):
    """The file is no TMX, or is refused."""


class TmxUnits:
    """The units of a TMX file, read while they are iterated over. Iterating raises TmxInvalid and OSError.

    A ``tu`` gives a unit from its source language into each other one; where any language may be the source
    (``srclang="*all*"``), one from each language into each other. Its source language is matched exactly, or else by
    language and script; where none is named, the first one counts. Changed is what the translation says, the unit, the
    header, or ``now``.

    ``skipped`` is how many ``tu`` and ``tuv`` could not be used so far: a language that is none, or not there; no
    text, or far too long a one. ``share`` is how much of the file was read, from 0 to 1.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = time_of_day) -> None:
        self.skipped = 0
        self.share = 0.0
        self._path = path
        self._now = now

    def __iter__(self) -> Iterator[TranslationUnit]:
        """Read the file from its beginning."""
        listener = _Listener(self._now())
        size = max(1, self._path.stat().st_size)
        try:
            with self._path.open("rb") as file:
                for read in read_guarded(file, listener):
                    self.skipped, self.share = listener.skipped, min(1.0, read / size)
                    yield from listener.take()
        except XmlInvalid as error:
            log.info("a TMX file cannot be read: %s", error)
            raise TmxInvalid(_explain(self._path.name, error, is_tmx=listener.is_tmx)) from error


def read_tmx(path: Path, now: Callable[[], datetime] = time_of_day) -> TmxUnits:
    """Return the units of a TMX 1.x file, to be iterated over."""
    return TmxUnits(path, now)


def _explain(name: str, error: XmlInvalid, *, is_tmx: bool) -> str:
    if error.is_refused:
        words = tr("{name} was not read to its end: what is in line {line} could do harm.")
    elif is_tmx:
        words = tr("{name} could not be read to its end: something is wrong in line {line}.")
    else:
        words = tr("{name} is no TMX file.")
    return words.format(name=name, line=grouped(error.line))


@dataclass(slots=True)
class _Variant:
    """A ``tuv``: the text in one language."""

    language: LanguageTag
    text: str = ""
    changed: datetime | None = None
    note: str = ""


@dataclass(slots=True)
class _Unit:
    """A ``tu`` while it is read."""

    source: str
    changed: datetime | None
    note: str = ""
    variants: list[_Variant] = field(default_factory=list)
    skipped: int = 0


class _Listener:
    """Makes units of what is in the file."""

    def __init__(self, undated: datetime) -> None:
        self.skipped = 0
        self.is_tmx = False
        self._ready: list[TranslationUnit] = []
        self._undated = undated
        self._source = ""
        self._unit: _Unit | None = None
        self._variant: _Variant | None = None
        self._segment: Segment | None = None
        self._note: list[str] | None = None

    def take(self) -> Sequence[TranslationUnit]:
        """Return the units that are finished, once."""
        ready, self._ready = self._ready, []
        return ready

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self.is_tmx and name != "tmx":
            raise XmlInvalid(1, "this is no TMX file")
        self.is_tmx = True
        if self._segment is not None:
            self._segment.start(name)
        elif name == "header":
            self._source = attributes.get("srclang", "")
            self._undated = _date(attributes) or self._undated
        elif name == "tu":
            self._unit = _Unit(attributes.get("srclang", self._source), _date(attributes))
        elif self._unit is not None:
            self._start_in(self._unit, name, attributes)

    def text(self, text: str) -> None:
        if self._segment is not None:
            self._segment.add(text)
        elif self._note is not None and len(self._note) < _MOST_NOTE_PIECES:
            self._note.append(text)

    def end(self, name: str) -> None:
        if self._segment is not None and name != "seg":
            self._segment.end()
        elif self._unit is not None:
            self._end_in(self._unit, name)

    def _start_in(self, unit: _Unit, name: str, attributes: Mapping[str, str]) -> None:
        if name == "tuv":
            self._variant = _variant(attributes)
            unit.skipped += self._variant is None
        elif name == "note":
            self._note = []
        elif name == "seg" and self._variant is not None:
            self._segment = Segment(has_blanks=self._variant.language.has_spaced_sentences)

    def _end_in(self, unit: _Unit, name: str) -> None:
        if name == "tu":
            self._finish(unit)
            self._unit = None
        elif name == "tuv":
            self._take_variant(unit)
        elif name == "note" and self._note is not None:
            about = self._variant or unit
            about.note = "\n".join(filter(None, (about.note, "".join(self._note).strip())))[:_LONGEST_NOTE]
            self._note = None
        elif name == "seg" and self._segment is not None and self._variant is not None:
            self._variant.text = "" if self._segment.is_too_long else self._segment.text()
            self._segment = None

    def _take_variant(self, unit: _Unit) -> None:
        variant, self._variant = self._variant, None
        if variant is None:
            return
        is_new = all(variant.language != other.language for other in unit.variants)
        if is_new and variant.text.strip() and len(unit.variants) < MOST_LANGUAGES:
            unit.variants.append(variant)
        else:
            unit.skipped += 1

    def _finish(self, unit: _Unit) -> None:
        pairs = list(_pairs(unit))
        self.skipped += unit.skipped if pairs else 1
        for source, target in pairs:
            changed = target.changed or unit.changed or self._undated
            note = "\n".join(filter(None, (unit.note, target.note)))
            self._ready.append(
                TranslationUnit(
                    source.language, target.language, source.text, target.text, UnitOrigin.IMPORTED, changed, note
                )
            )


def _pairs(unit: _Unit) -> Iterator[tuple[_Variant, _Variant]]:
    for source in _sources(unit):
        yield from ((source, target) for target in unit.variants if target is not source)


def _sources(unit: _Unit) -> Sequence[_Variant]:
    if unit.source.lower() == _ANY and len(unit.variants) <= MOST_CROSSED:
        return unit.variants
    tag = _tag(unit.source)
    if tag is None:
        return unit.variants[:1]
    exactly = [variant for variant in unit.variants if variant.language == tag]
    nearly = [variant for variant in unit.variants if variant.language.is_same_language(tag)]
    return (exactly or nearly)[:1]


def _variant(attributes: Mapping[str, str]) -> _Variant | None:
    tag = _tag(attributes.get("xml:lang") or attributes.get("lang") or "")
    return _Variant(tag, changed=_date(attributes)) if tag else None


def _tag(text: str) -> LanguageTag | None:
    try:
        return LanguageTag.parse(text)
    except InvalidTag:
        return None


def _date(attributes: Mapping[str, str]) -> datetime | None:
    """Return when it was changed, or else made: ``20261122T080000Z``, or any other form of ISO 8601."""
    try:
        said = datetime.fromisoformat(attributes.get("changedate") or attributes.get("creationdate") or "")
        return (said if said.tzinfo else said.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None

"""Read a dictionary entry in a reply, as it was asked for or nearly so."""

import re
from collections.abc import Iterable, Iterator, Sequence

from translator.translation.words.entry import Entry, Example, Form, Sense
from translator.translation.words.loose_json import field, list_in, text_in

MOST_SENSES = 6
MOST_TRANSLATIONS = 6
MOST_EXAMPLES = 2
MOST_FORMS = 8
LONGEST_LINE = 300
"""Characters of anything in an entry: what is longer is no entry, but talk about it."""

_PARTS = re.compile(r"\s*[;；]\s*|,\s+|[、，]\s*")


def read_entry(reply: dict[str, object] | list[object], term: str) -> Entry | None:
    """Return the entry in a reply, or None where it has no translation of the term."""
    if isinstance(reply, list):
        reply = {"senses": reply}
    inner = field(reply, "entry")
    said = inner if isinstance(inner, dict) else reply
    senses = tuple(_senses(said))[:MOST_SENSES]
    if not senses:
        return None
    headword = _line(field(said, "headword", "word", "term")) or term
    pronunciation = _line(field(said, "pronunciation", "ipa"))
    return Entry(headword, pronunciation, senses, tuple(_forms(field(said, "forms")))[:MOST_FORMS])


def _senses(said: dict[str, object]) -> Iterator[Sense]:
    listed = list_in(field(said, "senses", "meanings", "definitions")) or [said]
    for item in listed:
        translations = _translations(field(item, "translations", "translation"))
        if translations:
            yield Sense(
                _line(field(item, "part_of_speech", "pos", "partOfSpeech")),
                translations,
                _line(field(item, "register")),
                tuple(_examples(list_in(field(item, "examples", "example"))))[:MOST_EXAMPLES],
            )


def _translations(value: object) -> tuple[str, ...]:
    """Return them one by one, also where they came in one line; each of them once."""
    found = _PARTS.split(value) if isinstance(value, str) else map(_translation, list_in(value))
    return tuple(dict.fromkeys(filter(None, map(_line, found))))[:MOST_TRANSLATIONS]


def _translation(value: object) -> object:
    return field(value, "translation", "text", "word") if isinstance(value, dict) else value


def _examples(items: Iterable[object]) -> Iterator[Example]:
    for item in items:
        if isinstance(item, list):
            pair: Sequence[object] = [*item, "", ""][:2]
        else:
            pair = [field(item, "source", "text", "example") or item, field(item, "target", "translation")]
        source, target = map(_line, pair)
        if source:
            yield Example(source, target)


def _forms(value: object) -> Iterator[Form]:
    named = _is_plain_mapping(value)
    pairs = named.items() if named else map(_form, list_in(value))
    for name, form in pairs:
        if line := _line(form):
            yield Form(_line(name), line)


def _is_plain_mapping(value: object) -> dict[str, object]:
    """Return the value where it maps names of forms to forms; nothing where it is one form, or a list."""
    return value if isinstance(value, dict) and "form" not in value else {}


def _form(item: object) -> tuple[object, object]:
    return (field(item, "name", "label"), field(item, "form")) if isinstance(item, dict) else ("", item)


def _line(value: object) -> str:
    line = text_in(value)
    return line if len(line) <= LONGEST_LINE else ""

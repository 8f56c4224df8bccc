"""The catalogues of the interface's languages: whole, and true to what the code puts into them."""

import re
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from tests.support.catalogues import catalogue_of, messages_of_the_code
from translator.assets import resources
from translator.locales.offered import OFFERED

CATALOGUES = sorted((resources() / "i18n").glob("*/LC_MESSAGES/translator.po"))
PERCENT = re.compile(r"%(?:\(\w+\))?[a-z%]")
"""Fields as argparse has them."""
PLURALS = {"zh_CN": 1, "zh_TW": 1, "ja": 1, "ko": 1, "de": 2, "fr": 2, "es": 2, "pt_BR": 2, "ru": 3, "ar": 6}
KEYS = re.compile(r"\b(?:Ctrl|Shift|Alt|Esc|F\d{1,2})\b(?:\+\w\b)?", re.ASCII)
KEYS_ELSEWHERE = {"Strg": "Ctrl", "Umschalt": "Shift", "Maj": "Shift", "Mayús": "Shift"}
"""What stands on keyboards made for other languages."""
COUNTS = {"n:!None", "count:!None"}
FULL_WIDTH_MARKS = ("：", "，", "。", "；")
"""They are as wide as a mark and a blank."""


def read(path: Path) -> Catalog:
    return catalogue_of(path.parts[-3])


def forms(text: str | Sequence[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def messages(path: Path) -> list[Message]:
    return [message for message in read(path) if message.id]


def fields(text: str) -> list[str]:
    """Return the fields of a text, with how they are written, in their order of names."""
    if "{" in text:
        parts = [(name, spec, kind) for _, name, spec, kind in Formatter().parse(text) if name is not None]
        return sorted(f"{name}:{spec}!{kind}" for name, spec, kind in parts)
    return sorted(PERCENT.findall(text))


def keys(text: str) -> list[str]:
    """Return the keys that a text names, by their English names."""
    for name, key in KEYS_ELSEWHERE.items():
        text = re.sub(rf"\b{name}\b", key, text)
    return sorted(KEYS.findall(text))


def faults(message: Message) -> list[str]:
    """Return what is wrong with a translation."""
    given, said = forms(message.id), forms(message.string)
    wanted, most = set(fields(given[0])), set(fields(given[-1]))
    found = []
    if not all(said):
        found.append("is not translated")
    for text in said:
        there = set(fields(text))
        # A form for one thing may say "one" for the number; nothing may be in it that nobody fills in.
        if there - most or (len(given) == 1 and there != wanted) or (most - there) - COUNTS:
            found.append(f"has the fields {sorted(there)}")
        has_blank_in_it = text.rstrip().endswith(FULL_WIDTH_MARKS)
        wanted_blanks = (given[0][:1].isspace(), given[0][-1:].isspace() and not has_blank_in_it)
        if (text[:1].isspace(), text[-1:].isspace()) != wanted_blanks:
            found.append("has other blanks at its ends")
        if text.endswith("…") != given[0].endswith("…"):
            found.append("ends with three dots where the other does not")
        if len(given) == 1 and keys(text) != keys(given[0]):
            found.append("names other keys")
    return [f"{given[0]!r} {fault}: {said}" for fault in found]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_says_everything_and_puts_in_what_the_code_gives(path: Path) -> None:
    assert [fault for message in messages(path) for fault in faults(message)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_has_the_messages_of_the_code_and_no_others(path: Path) -> None:
    code = {(message.context, message.id) for message in messages_of_the_code() if message.id}
    there = {(message.context, message.id) for message in messages(path)}

    assert (code - there, there - code) == (set(), set()), "python3 dev.py catalogues brings it up to date"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_nothing_in_a_catalogue_is_a_guess(path: Path) -> None:
    assert [message.id for message in read(path) if message.fuzzy] == []
    assert not read(path).obsolete


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_has_the_plural_forms_of_its_language(path: Path) -> None:
    language = path.parts[-3]

    assert language in OFFERED
    assert read(path).num_plurals == PLURALS[language]
    assert {len(message.string) for message in messages(path) if isinstance(message.id, tuple)} == {PLURALS[language]}


@pytest.mark.parametrize(
    ("given", "said", "fault"),
    [
        ("Copy {n}", "Kopiere {n}", ""),
        ("Copy {n}", "Kopiere {m}", "fields"),
        ("Copy {n}", "Kopiere", "fields"),
        ("Copy", "", "not translated"),
        ("Copy ", "Kopiere", "blanks"),
        ("usage: ", "用法：", ""),
        ("usage: ", "用法： ", "blanks"),
        ("Open…", "Öffnen", "three dots"),
        ("Press Ctrl+C", "Drücke Strg+C", ""),
        ("Press Ctrl+C", "Drücke Strg+K", "keys"),
        (("{n} word", "{n} words"), ("ein Wort", "{n} Wörter"), ""),
        (("{n} word of {name}", "{n} words of {name}"), ("ein Wort", "{n} Wörter von {name}"), "fields"),
        ("unrecognized: %s", "unbekannt: %s", ""),
        ("unrecognized: %s", "unbekannt", "fields"),
    ],
)
def test_what_is_wrong_is_found(given: str | tuple[str, ...], said: str | tuple[str, ...], fault: str) -> None:
    found = faults(Message(given, string=said))

    assert len(found) == (1 if fault else 0)
    assert fault in "".join(found)

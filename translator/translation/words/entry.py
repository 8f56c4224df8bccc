"""What a dictionary says of a word or a short term."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the term in it, and its translation."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning: what kind of word it is in it, how it is translated, and where it is at home ("informal")."""

    part_of_speech: str
    translations: tuple[str, ...]
    register: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Another form of the word, such as "houses", and its name, such as "plural"."""

    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A dictionary entry. ``pronunciation`` is in the alphabet of the IPA, or in the usual romanisation."""

    headword: str
    pronunciation: str = ""
    senses: tuple[Sense, ...] = ()
    forms: tuple[Form, ...] = ()

"""Glossaries and their terms."""

from dataclasses import dataclass

from translator.language.tag import LanguageTag


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its translation; ``target`` is empty where the term is not to be translated.

    ``forbidden`` are translations that are not to be used. ``part_of_speech`` is as TBX-Basic names it (``noun``,
    ``verb``, ``adjective``, ``adverb``, ``properNoun``, ``other``) or empty. ``id`` is 0 until the term is kept.
    """

    source: str
    target: str = ""
    note: str = ""
    part_of_speech: str = ""
    case_sensitive: bool = False
    do_not_translate: bool = False
    forbidden: tuple[str, ...] = ()
    id: int = 0

    @property
    def wanted(self) -> str:
        """What is to stand in the translation."""
        return self.source if self.do_not_translate else self.target

    def identity(self) -> str:
        """Return one string that is another where the term asks for something else."""
        flags = f"{int(self.case_sensitive)}{int(self.do_not_translate)}"
        return "\x1f".join((self.source, self.wanted, self.note, flags, *self.forbidden))


@dataclass(frozen=True, slots=True)
class Glossary:
    """A list of terms for one pair of languages. ``id`` is 0 until it is kept."""

    name: str
    source_language: LanguageTag
    target_language: LanguageTag
    is_on: bool = True
    id: int = 0

"""The languages offered: their names, their scripts, and how to find one by whatever a person types.

The data is ``resources/languages.json``, which ``packaging/make_languages.py`` writes from CLDR.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from translator.language.tag import InvalidTag, LanguageTag

# Latin letters that Unicode does not take apart, and marks that are letters by name only (okina, apostrophes).
_PLAIN = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "e", "ʋ": "v",
    "ʻ": "", "ʼ": "", "‘": "", "’": "", "'": "",
})  # fmt: skip


class Language(NamedTuple):
    """A language as it is offered.

    ``endonym`` is its own name, ``name`` the one in the interface language. ``script`` is the ISO 15924 code of
    what it is written in, ``rtl`` whether that runs from right to left, ``spaces`` whether it parts its words.
    """

    tag: LanguageTag
    endonym: str
    name: str
    rtl: bool
    script: str
    spaces: bool


class Catalogue:
    """All languages offered. Each is made when it is asked for: before the first paint two are needed, of 180."""

    def __init__(self, records: Iterable[Mapping[str, Any]], interface: str) -> None:
        self._records = {record["tag"]: record for record in records}
        self._interface = interface
        self._made: dict[str, Language] = {}

    @classmethod
    def load(cls, path: Path, interface_language: str = "en") -> Self:
        """Read the file that ``packaging/make_languages.py`` wrote.

        ``interface_language`` is a tag, or a locale's name as gettext spells it; names are in English where it
        is none of those that the file has. A file that is missing or broken is a fault of the package, and
        raises what reading it raises: OSError, ValueError or KeyError.
        """
        document = json.loads(path.read_bytes())
        return cls(document["languages"], _nearest_interface(interface_language, document["interface"]))

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """All of them: by their own names, those in Latin script first."""
        return tuple(sorted(map(self._language, self._records), key=_collation))

    def _language(self, tag: str) -> Language:
        if tag not in self._made:
            self._made[tag] = _language(LanguageTag.parse(tag), self._records[tag], self._interface)
        return self._made[tag]

    def find(self, tag: LanguageTag) -> Language | None:
        """Return the language of a tag, or the one offered that stands nearest: ``de`` for ``de-AT-…``.

        Where the tag names a script, one written in another is never the answer.
        """
        for candidate in _candidates(tag):
            record = self._records.get(str(candidate))
            if record and tag.script in ("", record["script"]):
                return self._language(record["tag"])
        return None

    def parse(self, text: str) -> LanguageTag | None:
        """Return the tag of the language that is offered for this text; None where there is none, or it is no tag."""
        try:
            language = self.find(LanguageTag.parse(text))
        except InvalidTag:
            return None
        return language.tag if language else None

    def name(self, tag: LanguageTag) -> str:
        """Return the language's name in the interface language, or the tag itself where it is not offered."""
        language = self.find(tag)
        return language.name if language else str(tag)

    def english_name(self, tag: LanguageTag) -> str:
        """Return the language's English name, for prompts, or the tag itself where it is not offered."""
        language = self.find(tag)
        return self._english(language) if language else str(tag)

    def search(self, text: str) -> list[Language]:
        """Return the languages that a person may mean by this text, the likeliest first.

        Looks at the tag, at the language's names in itself, in the interface language and in English, and at
        other English names; case, accents and punctuation do not matter. All languages if there is no text.
        """
        query = _fold(text)
        if not query:
            return list(self.languages)
        meant = self.parse(text)
        ranked = ((0 if language.tag == meant else _rank(query, keys), language) for language, keys in self._keys)
        found = [(rank, language) for rank, language in ranked if rank is not None]
        return [language for _, language in sorted(found, key=lambda match: match[0])]

    @cached_property
    def _keys(self) -> list[tuple[Language, list[str]]]:
        """What each language is searched by, folded; made at the first search, not before the first paint."""
        return [(language, [_fold(key) for key in self._search_words(language)]) for language in self.languages]

    def _search_words(self, language: Language) -> Iterable[str]:
        also = self._records[str(language.tag)]["also"]
        return dict.fromkeys((language.name, self._english(language), language.endonym, str(language.tag), *also))

    def _english(self, language: Language) -> str:
        name: str = self._records[str(language.tag)]["names"]["en"]
        return name


def _nearest_interface(wanted: str, known: Sequence[str]) -> str:
    """Return which of the known interface languages answers to the wanted one; English if none."""
    try:
        tag = LanguageTag.parse(wanted.partition(".")[0])
    except InvalidTag:
        return "en"
    return next((str(candidate) for candidate in _candidates(tag) if str(candidate) in known), "en")


def _candidates(tag: LanguageTag) -> Iterable[LanguageTag]:
    """Yield the tags under which a language may be offered, from the most to the least exact."""
    yield LanguageTag.parse(str(tag))
    yield LanguageTag(tag.language, tag.script)
    yield LanguageTag(tag.language, region=tag.region)
    yield LanguageTag(tag.language)
    yield LanguageTag.parse(tag.language)


def _language(tag: LanguageTag, record: Mapping[str, Any], interface: str) -> Language:
    return Language(
        tag=tag,
        endonym=record["endonym"],
        name=record["names"][interface],
        rtl=record["rtl"],
        script=record["script"],
        spaces=record["spaces"],
    )


def _collation(language: Language) -> tuple[bool, str, str]:
    """Sort key: Latin script first; then without case and accents, in which other scripts stay together."""
    return language.script != "Latn", _fold(language.endonym), str(language.tag)


def _fold(text: str) -> str:
    """Return the text in lower case without accents and vowel signs, anything but letters and digits a space."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    letters = (char for char in plain if not unicodedata.category(char).startswith("M"))
    return " ".join("".join(char if char.isalnum() else " " for char in letters).split())


def _rank(query: str, keys: list[str]) -> int | None:
    """Return how well the keys answer a folded query: 1 is best, None not at all."""
    if any(key.startswith(query) for key in keys):
        return 1
    if any(f" {query}" in key for key in keys):
        return 2
    words = query.split()
    return 3 if any(all(word in key for word in words) for key in keys) else None

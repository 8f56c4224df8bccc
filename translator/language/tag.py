"""Language tags, pairs of them, and what detection says of a text.

A tag is BCP-47 (RFC 5646) as far as a translator needs it: language, optional script, optional region.
Variants, extensions and private use are refused rather than silently dropped.
"""

import re
from typing import NamedTuple, Protocol, Self

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?",
    re.IGNORECASE | re.ASCII,
)

# Tags that people type and the one we know them by. The Chinese regions imply a script (CLDR likelySubtags).
_ALIASES = {
    "iw": "he", "in": "id", "ji": "yi", "no": "nb", "tl": "fil", "sh": "sr-Latn", "mo": "ro",
    "zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant", "zh-Hans-CN": "zh-Hans", "zh-Hant-TW": "zh-Hant",
    "en": "en-US", "pt": "pt-BR",
}  # fmt: skip

# Written without a blank between sentences. (Thai, Lao, Khmer and Burmese have none between words, but do have one
# between sentences.)
_SENTENCES_TOUCH = {"ja", "zh", "yue", "wuu", "gan", "hak", "nan"}


class InvalidTag(ValueError):
    """The text is not a language tag."""


class LanguageTag(NamedTuple):
    """A language in its canonical spelling, such as ``de``, ``zh-Hans`` or ``pt-BR``."""

    language: str
    script: str = ""
    region: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a tag in any case, with hyphens or underscores.

        Aliases become the tag we know the language by (``zh-TW`` is ``zh-Hant``, ``iw`` is ``he``).
        Raises InvalidTag.
        """
        tag = cls._split(text.strip())
        alias = _ALIASES.get(str(tag))
        return cls._split(alias) if alias else tag

    @classmethod
    def _split(cls, text: str) -> Self:
        match = _TAG.fullmatch(text)
        if match is None:
            raise InvalidTag(text)
        script, region = match["script"] or "", match["region"] or ""
        return cls(match["language"].lower(), script.title(), region.upper())

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.region) if part)

    def is_same_language(self, other: "LanguageTag") -> bool:
        """Whether a text in one needs no translation into the other to be understood.

        Regional variants are the same language; scripts are not, so zh-Hans and zh-Hant differ.
        """
        return self.language == other.language and self.script == other.script

    @property
    def has_spaced_sentences(self) -> bool:
        """Whether a blank stands between two sentences of a paragraph."""
        return self.language not in _SENTENCES_TOUCH or self.script == "Latn"


class LanguagePair(NamedTuple):
    """From which language into which. ``source`` is None where it is not known for certain."""

    source: LanguageTag | None
    target: LanguageTag


class Detection(NamedTuple):
    """The language of a text: None if it has no letters. Not ``certain``: ask, do not act on it."""

    tag: LanguageTag | None
    certain: bool


class LanguageDetector(Protocol):
    """What tells which language a text is in, such as ``language.detection.Detector``."""

    def detect(self, text: str) -> Detection:
        """Return the text's language, and whether that is certain."""
        ...

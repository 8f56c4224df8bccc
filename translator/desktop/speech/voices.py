"""Which of the voices there are is right for a language.

Platforms name languages as they please: ``de``, ``de_DE``, ``pt-br``, ``cmn`` for Mandarin, ``en-GB-X-RP``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Self

from translator.language.tag import LanguageTag

_ALIASES = {"cmn": "zh", "no": "nb", "tl": "fil", "iw": "he", "in": "id", "arb": "ar", "jw": "jv"}
# Where a tag names no region, the one whose voice is meant (CLDR likelySubtags).
_REGIONS = {
    "zh-Hans": "CN", "zh-Hant": "TW", "en": "US", "ar": "SA", "cs": "CZ", "da": "DK", "el": "GR", "et": "EE",
    "fa": "IR", "he": "IL", "hi": "IN", "ja": "JP", "ko": "KR", "nb": "NO", "sl": "SI", "sr": "RS", "sv": "SE",
    "uk": "UA", "vi": "VN", "yue": "HK", "zh": "CN",
}  # fmt: skip
_SCRIPT = re.compile(r"[A-Za-z]{4}")
_REGION = re.compile(r"[A-Za-z]{2}|\d{3}")


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice, and the language it speaks, both as the platform writes them. ``rank`` is lower for better ones."""

    name: str
    language: str
    rank: int = 0


class _Spoken(NamedTuple):
    """A platform's name of a language, taken apart. ``rest`` is how much of it says something else, as a dialect."""

    language: str
    script: str
    region: str
    rest: int

    @classmethod
    def parse(cls, name: str) -> Self:
        first, *others = re.split(r"[-_]", name.strip())
        language = _ALIASES.get(first.lower(), first.lower())
        script = next((part.title() for part in others[:1] if _SCRIPT.fullmatch(part)), "")
        others = others[1:] if script else others
        region = next((part.upper() for part in others[:1] if _REGION.fullmatch(part)), "")
        return cls(language, script, region, len(others) - bool(region))


def best_voice(voices: Iterable[Voice], language: LanguageTag) -> Voice | None:
    """Return the voice for a language, the first of equal ones; None where nobody speaks it.

    Its script counts most (Serbian in Latin letters is another thing to read), then its region.
    """
    wanted = _Spoken.parse(str(language))
    region = wanted.region or _REGIONS.get(str(language)) or wanted.language.upper()
    speakers = [(voice, spoken) for voice in voices if (spoken := _Spoken.parse(voice.language))[0] == wanted.language]

    def distance(one: tuple[Voice, _Spoken]) -> tuple[int, int, int, int]:
        voice, spoken = one
        by_region = 0 if spoken.region == region else 1 if not spoken.region else 2
        return int(spoken.script not in ("", wanted.script)), by_region, spoken.rest, voice.rank

    return min(speakers, key=distance)[0] if speakers else None

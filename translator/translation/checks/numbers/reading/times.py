"""Times of day: 5 pm is 17:00. A time is known as ``t`` with the minutes since midnight."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from translator.language.tag import LanguageTag
from translator.text.span import Span
from translator.translation.checks.phrases import Phrases, each

HALF_DAY, DAY = 12, 24
"""Hours."""
MINUTES = 60

# What is said of hours after noon, and of the night, in the languages that are known here.
_AFTER_NOON = """
    afternoon afternoons evening evenings night nights tonight nachmittag* abend* nacht nachts mittag mittags
    après-midi soir soirs soirée* nuit tarde tardes noche noches noite noites pomeriggio sera sere notte
    middag middags avond avonds nachts eftermiddag* kväll* aften* kveld* natt* ilta* illalla yöllä délután este éjjel
    południu wieczor* noc nocy odpoledne večer* дня вечер* ночи вечор* öğleden_sonra akşam* gece*
    مساء* ظهر* الظهر بعد_الظهر ليل* عصر* العصر בלילה בערב אחר_הצהריים petang sore malam siang chiều tối
    seara după-amiaz* noaptea απόγευμα βράδυ शाम दोपहर रात pm p.m p._m μ.μ
"""
_PHRASES = Phrases(_AFTER_NOON + "下午+ 午后+ 午後+ 晚+ 傍晚+ 中午+ 夜+ 夕方+ 오후+ 저녁+ 밤+ บ่าย+ เย็น+ ค่ำ+ ทุ่ม+")
_BY_LETTERS = re.compile(r"(?<=\d)(?:[pP]\.?[mM]|[ \u00a0]?م)(?!\w)")
_KNOWN = each("en de fr es pt it nl sv da nb nn no fi pl cs ru uk tr ar he id ms vi ro hu el hi zh ja ko th yue ca gl")
_BEFORE = re.compile(r"(?:(?P<pm>午後|午后|下午|晚上|傍晚|오후|저녁)|午前|上午|早上|清晨|凌晨|오전|아침|새벽)的?[ ]?\Z")
_NEAR = 4
"""Characters."""
_BEHIND = re.compile(r"[ \u00a0\u202f]?(?:(?P<pm>[pP]\.?[ \u00a0]?[mM])|[aA]\.?[ \u00a0]?[mM])(?!\w)")


def says_afternoon(text: str, words: Sequence[Span], language: LanguageTag | None) -> bool:
    """Whether some time in the text may be after noon, though it is counted to twelve."""
    if language is None or language.language not in _KNOWN:
        return True
    return _PHRASES.are_in(text, words) or _BY_LETTERS.search(text) is not None


class SaidHalf(NamedTuple):
    """Which half of the day is said of an hour: how many hours that adds, and where what says it ends."""

    hours: int
    end: int


def said_half(text: str, start: int, end: int) -> SaidHalf | None:
    """Return which half of the day is said directly before the hour that stands there, or behind it, if any."""
    if behind := _BEHIND.match(text, end):
        return SaidHalf(HALF_DAY if behind["pm"] else 0, behind.end())
    if before := _BEFORE.search(text[max(0, start - _NEAR) : start]):
        return SaidHalf(HALF_DAY if before["pm"] else 0, end)
    return None


def time_value(hour: int, minute: int = 0) -> str:
    """Return a time as it is compared. Minutes may be less than none, or more than an hour's."""
    return f"t{(hour * MINUTES + minute) % (DAY * MINUTES)}"

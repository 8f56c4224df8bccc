"""Times of day: 5 pm is 17:00. A time is known as ``t`` with the minutes since midnight."""

import re

from translator.language.tag import LanguageTag

HALF_DAY = 12
DAY = 24
_MINUTES = 60

_AFTERNOON = re.compile(
    r"\b(?:afternoons?|evenings?|nights?|tonight|nachmittag\w*|abend\w*|nachts?|mittags?|après-midi|soir\w*|nuit|tardes?|noches?"
    r"|noites?|pomeriggio|ser[ae]|notte|middags?|avonds?|eftermiddag\w*|kväll\w*|kvæld|aften\w*|kveld\w*|natt\w*|ilta\w*|illalla"
    r"|yöllä|délután|este|éjjel|południu|wieczor\w*|nocy?|odpoledne|večer\w*|дня|вечер\w*|ночи|вечор\w*|öğleden sonra|akşam\w*"
    r"|gece\w*|مساء\w*|ظهر\w*|الظهر|بعد الظهر|ليل\w*|عصر\w*|בלילה|בערב|אחר הצהריים|petang|sore|malam|siang|chiều|tối|seara"
    r"|după-amiaz\w*|noaptea|απόγευμα|βράδυ|शाम|दोपहर|रात)\b"
    r"|\b[pP]\.?[ \u00a0]?[mM]\b|μ\.μ|(?<=\d)[ \u00a0]?م(?!\w)|下午|午后|午後|晚|傍晚|中午|夜|夕方|오후|저녁|밤|บ่าย|เย็น|ค่ำ|ทุ่ม",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "nn", "no", "fi", "hu", "pl", "cs", "ru", "uk", "tr", "ar", "he", "id", "ms", "vi", "ro", "el", "hi", "zh", "ja", "ko", "th", "yue", "ca", "gl"]
)
_HALF_OF_DAY = re.compile(r"[ \u00a0\u202f]?(?:(?P<pm>[pP]\.?[ \u00a0]?[mM])|[aA]\.?[ \u00a0]?[mM])(?!\w)\.?")


def says_afternoon(text: str, language: LanguageTag | None) -> bool:
    """Whether some time in the text may be after noon, though it is counted to twelve."""
    return language is None or language.language not in _KNOWN or _AFTERNOON.search(text) is not None


def hours_of(hour: int, text: str, place: int, *, afternoon: bool) -> tuple[set[int], int]:
    """Return which hour of the day this may be, and where "am" or "pm" behind it ends."""
    if hour > DAY:
        return set(), place
    if hour <= HALF_DAY and (half := _HALF_OF_DAY.match(text, place)):
        return {hour % HALF_DAY + (HALF_DAY if half["pm"] else 0)}, half.end()
    if afternoon and hour <= HALF_DAY:
        return {hour, hour % HALF_DAY + HALF_DAY}, place
    return {hour % DAY}, place


def time_value(hour: int, minute: int = 0) -> str:
    """Return a time as it is compared."""
    return f"t{hour * _MINUTES + minute}"

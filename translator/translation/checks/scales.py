"""Words behind a figure that make it larger: thousand, million, 万."""

import re
from decimal import Decimal
from functools import cache

from translator.language.tag import LanguageTag

# Powers of ten, and what they are called in languages where that word means nothing else behind a figure.
_POWERS = (
    (2, "百|백"),
    (3, r"(?:thousand|tausend|tsd|mille|milliers?|mila|duizend|tusen|tusind|tuhatta|tuhat|tisíc\w*|tis|tysi\w*|tys|тысяч\w*|тыс"
        r"|тисяч\w*|хиляд\w*|ribu|rb|nghìn|ngàn|ezer|mii|mie|χιλιάδ\w*|χιλ|ألف|آلاف|ألفا|אלף|אלפי[םן]?|हज़ार|हजार|هزار|k)(?!\w)|千|천|พัน"),
    (4, "万|萬|만|หมื่น"),
    (5, r"(?:lakhs?|लाख)(?!\w)|แสน"),
    (6, r"(?:millions?|million[ei]n?|millioner|mio|mill|millones|millón|milion\w*|milh(?:ão|ões)|miljo\w*|mln|млн|миллион\w*|мільйон\w*"
        r"|милион\w*|milyon|juta|jt|triệu|millió|milioane|εκατομμύρι\w*|εκατ|مليون\w*|ملايين|מיליון|मिलियन|میلیون)(?!\w)|百万|ล้าน"),
    (7, r"(?:crores?|करोड़)(?!\w)"),
    (8, "亿|億|억"),
    (9, r"(?:milliard\w*|mrd|mia|miljard\w*|miliard\w*|mld|miliar|млрд|миллиард\w*|мільярд\w*|милиард\w*|milyar|bilh(?:ão|ões)|tỷ|tỉ"
        r"|δισεκατομμύρι\w*|δισ|مليار\w*|מיליארד|अरब|میلیارد)(?!\w)"),
    (12, "兆|조"),
)  # fmt: skip
_SHORT_SCALE = (
    (9, r"(?:billions?|bn|बिलियन)(?!\w)"),
    (12, r"(?:trillions?|trilh(?:ão|ões)|трлн|триллион\w*|трильйон\w*|trilyon|triliun|تريليون)(?!\w)"),
)
_LONG_SCALE = (
    (12, r"(?:billion(?:en|s|er)?|bill[óo]n(?:es)?|bilion\w*|biljoe?n\w*|bili[ãõ][oe]s?)(?!\w)"),
    (18, r"(?:trillion(?:en|s)?|trill[óo]n(?:es)?)(?!\w)"),
)
_LONG_SCALE_LANGUAGES = {"de", "fr", "es", "it", "nl", "sv", "da", "nb", "nn", "pl", "cs", "sk", "fi", "hu", "ca"}
# Words that mean something else elsewhere: "mil" are miles in Turkish, "bin" is a verb in German.
_OWN = {
    "es": ((3, r"mil(?:es)?(?!\w)"),), "pt": ((3, r"mil(?:hares)?(?!\w)"),), "ca": ((3, r"mil(?!\w)"),),
    "tr": ((3, r"bin(?!\w)"),),
}  # fmt: skip


def scale_behind(text: str, place: int, language: LanguageTag | None) -> tuple[Decimal, int]:
    """Return by what the words at this place multiply the figure before it, and where they end; 1 if there are none.

    "Billion" is a thousand millions or a million of them, as the language has it.
    """
    pattern = _pattern(language.language if language else "")
    scale, end = Decimal(1), place
    while match := pattern.match(text, end):
        scale *= Decimal(10) ** int((match.lastgroup or "")[1:])
        end = match.end()
    return scale, end


@cache
def _pattern(language: str) -> re.Pattern[str]:
    billions = _LONG_SCALE if language in _LONG_SCALE_LANGUAGES else _SHORT_SCALE
    powers: dict[int, list[str]] = {}
    for power, words in (*_POWERS, *billions, *_OWN.get(language, ())):
        powers.setdefault(power, []).append(words)
    # Those of more characters first: 百万 before 百.
    kinds = "|".join(f"(?P<e{power}>{'|'.join(powers[power])})" for power in (6, *(p for p in powers if p != 6)))
    return re.compile(rf"[ \u00a0\u202f-]?(?:{kinds})(?:\.(?=\s))?", re.IGNORECASE)

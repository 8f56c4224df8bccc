"""Words behind a figure that make it larger: thousand, million, 万."""

import re
from decimal import Decimal
from functools import cache

from translator.language.tag import LanguageTag
from translator.translation.checks.phrases import each, either

# Powers of ten, and what they are called in languages where that word means nothing else behind a figure.
_POWERS = {
    2: "百+ 백+",
    3: """
        thousand tausend tsd mille millier milliers mila duizend tusen tusind tuhatta tuhat tisíc* tis tysi* tys
        тысяч* тыс тисяч* хиляд* ribu rb nghìn ngàn ezer mii mie χιλιάδ* χιλ ألف آلاف ألفا אלף אלפי אלפים हज़ार हजार
        هزار k 千+ 천+ พัน+
    """,
    4: "万+ 萬+ 만+ หมื่น+",
    5: "lakh lakhs लाख แสน+",
    6: """
        million millions millionen millionen mio mill millioner millones millón milion* milhão milhões miljo* mln
        млн миллион* мільйон* милион* milyon juta jt triệu millió milioane εκατομμύρι* εκατ مليون* ملايين מיליון
        मिलियन میلیون 百万+ 百萬+ ล้าน+
    """,
    7: "crore crores करोड़ 千万+",
    8: "亿+ 億+ 억+",
    9: """
        milliard* mrd mia miljard* miliard* mld miliar млрд миллиард* мільярд* милиард* milyar bilhão bilhões tỷ tỉ
        δισεκατομμύρι* δισ مليار* מיליארד अरब میلیارد
    """,
    12: "兆+ 조+",
}  # fmt: skip
_SHORT_SCALE = {
    9: "billion billions bn बिलियन",
    12: "trillion trillions trilhão trilhões трлн триллион* трильйон* trilyon triliun تريليون",
}
_LONG_SCALE = {
    12: "billion billions billionen billioner billón billones bilion* biljoen biljon* bilião biliões",
    18: "trillion trillions trillionen trillón trillones",
}
_LONG_SCALE_LANGUAGES = each("de fr es it nl sv da nb nn pl cs sk fi hu ca")
# Words that mean something else elsewhere: "mil" are miles in Turkish, "bin" is a verb in German.
_OWN = {"es": {3: "mil miles"}, "pt": {3: "mil milhares"}, "ca": {3: "mil"}, "tr": {3: "bin"}}


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
    powers: dict[int, str] = {}
    for words in (_POWERS, billions, _OWN.get(language, {})):
        for power, listed in words.items():
            powers[power] = f"{powers.get(power, '')} {listed}"
    # 百万 is looked for before 百, which it begins with.
    kinds = "|".join(f"(?P<e{power}>{either(powers[power])})" for power in sorted(powers, reverse=True))
    return re.compile(rf"[ \u00a0\u202f-]?(?:{kinds})(?:\.(?=\s))?", re.IGNORECASE)

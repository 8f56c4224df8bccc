"""Read numbers that are written out. What is read too much does little harm: only what is missing is asked for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from translator.language.tag import LanguageTag
from translator.translation.checks.numbers.reading.number_words import FRACTIONS, KANA, TABLES
from translator.translation.checks.numbers.reading.numerals import Value
from translator.translation.checks.numbers.reading.times import HALF_DAY, MINUTES, says_afternoon, time_value
from translator.translation.checks.phrases import Phrases, each
from translator.translation.checks.words import find_words

_HOURS = frozenset(map(Decimal, range(25)))
_HALF = Decimal("0.5")
# Where "half three" is half an hour before three.
_HALF_BEFORE = each("de nl sv da nb fi hu cs pl ru uk hr sr sl et")

_ROMAN = re.compile(
    r"(?<!\w)(?=[IVXLCDMІХ])(M{0,3})(CM|CD|D?C{0,3})([XХ]C|[XХ]L|L?[XХ]{0,3})([IІ][XХ]|[IІ]V|V?[IІ]{0,3})"
    r"(?=(?:er?|re|ème|th|st|nd|rd|º|ª)?(?!\w))"
)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000, "І": 1, "Х": 10}
_HAN = re.compile("[〇零一壹二两兩三四五六七八九十百千万萬亿億兆廿]+")
_HAN_DIGITS = "〇一二三四五六七八九"
_TENTHS = re.compile("([一二三四五六七八九])[成割]")
_HANGUL = re.compile(
    r"(?<![가-힣])(?:(?P<sino>[일이삼사오육칠팔구십백천만억]{2,}|[일이삼사오육칠팔구십백천](?=\s?(?:개월|년|월|일|시|분|초|번|층|주|원|달러|퍼센트|배|장|권|차|회|세기|대|인|명|킬로|미터)))"
    r"|(?P<native>(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:하나|한|둘|두|셋|세|석|넷|네|다섯|여섯|일곱|여덟|아홉|열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)))"
)
_THAI = re.compile("หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน")
_SMALL_DIGITS = re.compile("[²³¹⁰⁴-⁹₀-₉]")

# Small words that Arabic and Hebrew join to the next one.
_PREFIXES = re.compile(r"[وفبلك]?(?:ال)?|[ובהלכמש]{0,2}")
# Written between the words of one number.
_AND = {"and", "und", "et", "y", "e", "og", "och", "i", "en", "və", "ve", "si", "și", "και", "و", "và", "a"}
# Languages in which ten after a digit multiplies it, as in 二十.
_TEN_MULTIPLIES = {"zh", "ja", "ko", "th", "yue", "fi"}
_JOINED = ("und", "en", "ën", "og", "och", "e", "i", "s", "")
_LEAST_COMPOUND = 5
"""Letters of a word that may be made of several."""
_LEAST_PREFIX = 3
_TEN, _HUNDRED, _THOUSAND, _MYRIAD = 10, 100, 1000, 10_000

Words = dict[str, tuple[str, Decimal]]
"""Of each word the sign before its value ("", "*" or "+"), and the value."""


def written_values(text: str, language: LanguageTag | None) -> set[Decimal]:
    """Return the values of the numbers in the text that are not in figures: words, Roman numerals, parts of a whole.

    Where the language is not known it is read as every one that there are words of.
    """
    codes = [_code(language)] if language else list(TABLES)
    values = {Decimal(_roman(match)) for match in _ROMAN.finditer(text) if match[0]}
    values |= {Decimal(unicode_digit) for unicode_digit in map(_small, _SMALL_DIGITS.findall(text))}
    for code in codes:
        for run in _runs(text, code):
            values |= {value for _, value in run}
            values.add(_composed(run, code))
    values |= set(_han_digits(text))
    return values | _with_parts(text, values)


def written_times(text: str, language: LanguageTag | None, values: Iterable[Value]) -> set[Value]:
    """Return the times that these values may be: full hours, and with a half or a quarter of one added or taken off."""
    words = find_words(text)
    hours = {int(value) for value in values if isinstance(value, Decimal) and value in _HOURS}
    if says_afternoon(text, words, language):
        hours |= {hour % HALF_DAY + HALF_DAY for hour in hours if hour <= HALF_DAY}
    minutes = {0}
    for part, phrases in _fractions():
        if phrases.are_in(text, words):
            before = part != _HALF or language is None or _code(language) in _HALF_BEFORE
            behind = part != _HALF or language is None or not before
            minutes |= {round(MINUTES * part)} if behind else set()
            minutes |= {-round(MINUTES * part)} if before else set()
    return {time_value(hour, minute) for hour in hours for minute in minutes}


def _code(language: LanguageTag) -> str:
    code = {"no": "nb", "nn": "nb", "yue": "zh", "ms": "id", "ca": "es", "gl": "pt", "sk": "cs", "be": "ru"}
    return code.get(language.language, language.language)


def _roman(match: re.Match[str]) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in match[0]]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)


def _small(digit: str) -> str:
    return str("⁰¹²³⁴⁵⁶⁷⁸⁹".find(digit) if digit in "⁰¹²³⁴⁵⁶⁷⁸⁹" else "₀₁₂₃₄₅₆₇₈₉".find(digit))


def _runs(text: str, code: str) -> Iterator[list[tuple[str, Decimal]]]:
    """Yield the numerals that stand together, as runs of their words."""
    words = _words(code)
    if code in {"zh", "ja"}:
        yield from ([words[char] for char in run if char in words] for run in _HAN.findall(text))
        yield from ([("", value)] for word, value in _kana().items() if word in text)
    elif code == "ko":
        for match in _HANGUL.finditer(text):
            yield [words[word] for word in _taken_apart(match[0], words)]
    elif code == "th":
        yield [words[word] for word in _THAI.findall(text)]
    else:
        yield from _spaced_runs(text, words)


def _spaced_runs(text: str, words: Words) -> Iterator[list[tuple[str, Decimal]]]:
    run: list[tuple[str, Decimal]] = []
    end = 0
    for start, stop in find_words(text):
        word = text[start:stop].casefold().replace("’", "'")
        found = _numerals(word, words)
        is_near = text[end:start] in {" ", "-", "\u00a0", ""}
        if run and not (is_near and (found or word in _AND)):
            yield run
            run = []
        run += found
        end = stop
    yield run


def _numerals(word: str, words: Words) -> list[tuple[str, Decimal]]:
    """Return the numerals that a word is made of, or begins with; none if it does neither."""
    bare = next((word[n:] for n in range(3) if word[n:] in words and _PREFIXES.fullmatch(word[:n])), word)
    if bare in words:
        return [words[bare]]
    if len(word) < _LEAST_COMPOUND:
        return []
    parts = _taken_apart(word, words)
    return [words[part] for part in parts] if parts and len(parts[0]) >= _LEAST_PREFIX else []


def _taken_apart(word: str, words: Words) -> list[str]:
    """Return the numerals that a word begins with, the longest first, whatever links them."""
    parts, place = [], 0
    while place < len(word):
        found = next((piece for piece in _pieces(word, place) if piece[1] in words), None)
        if found is None:
            break
        place, part = found
        parts.append(part)
    return parts


def _pieces(word: str, place: int) -> Iterator[tuple[int, str]]:
    for link in _JOINED if place else ("",):
        if word.startswith(link, place):
            start = place + len(link)
            for end in range(min(len(word), start + 14), start, -1):
                yield end, word[start:end]


def _composed(run: Sequence[tuple[str, Decimal]], code: str) -> Decimal:
    """Return what the words of one numeral come to."""
    total = part = Decimal(0)
    for sign, value in run:
        low = part % _TEN
        if value >= _MYRIAD:
            total = total + part * value if part else max(total, Decimal(1)) * value
            part = Decimal(0)
        elif value in (_HUNDRED, _THOUSAND):
            low = part % value
            part += max(low, Decimal(1)) * value - low
        elif sign == "*" or (value == _TEN and low and code in _TEN_MULTIPLIES):
            part += max(low, Decimal(1)) * value - low
        elif code == "fr" and value == 2 * _TEN and part % _HUNDRED == 4:  # quatre-vingt
            part += 76
        elif code != "fr" and sign != "+" and value >= _TEN and _TEN <= part < _HUNDRED:  # nineteen eighty
            part = part * _HUNDRED + value
        else:
            part += value
    return total + part


def _han_digits(text: str) -> Iterator[Decimal]:
    """Yield years and the like that are written digit by digit, as 二〇二四, and tenths, 三成, as percent."""
    for run in _HAN.findall(text):
        digits = run.replace("零", "〇")
        if len(run) > 1 and all(digit in _HAN_DIGITS for digit in digits):
            yield Decimal("".join(str(_HAN_DIGITS.index(digit)) for digit in digits))
    for tenths in _TENTHS.findall(text):
        yield Decimal(_HAN_DIGITS.index(tenths) * _TEN)


def _with_parts(text: str, values: Iterable[Decimal]) -> set[Decimal]:
    """Return what halves and quarters in the text may come to, also with a number before them, and as a percentage."""
    found: set[Decimal] = set()
    words = find_words(text)
    for part, phrases in _fractions():
        if phrases.are_in(text, words):
            percent = part * 100
            found |= {part, percent, 1 - part, 100 - percent, *(value + part for value in values)}
            found |= {(value + part) * scale for value in (Decimal(0), *values) for scale in (1000, 10**6, 10**9)}
    return found


@cache
def _words(code: str) -> Words:
    words: Words = {}
    for entry in TABLES[code].split("|") if code in TABLES else ():
        value, *written = entry.split()
        sign = value[0] if value[0] in "*+" else ""
        words.update((word.casefold(), (sign, Decimal(value.lstrip("*+")))) for word in written)
    return words


@cache
def _kana() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, _, value in (pair.partition("=") for pair in KANA.split())}


@cache
def _fractions() -> tuple[tuple[Decimal, Phrases], ...]:
    return tuple((Decimal(part), Phrases(words)) for part, words in FRACTIONS.items())

"""Find the numbers of payment cards (ISO/IEC 7812) and of bank accounts (IBAN, ISO 13616), by their check digits."""

import re
from collections.abc import Iterator

# Groups of digits with one blank or hyphen between them.
_DIGITS = re.compile(r"(?<![A-Za-z_+\d])\d+(?:[ \u00a0\u202f-]\d+)*(?![A-Za-z0-9])")
_GROUP = re.compile(r"\d+")

# How cards are grouped when their number is written out.
_CARD_GROUPS = re.compile(r"1[3-9] |(?:4 ){3}[1-4] |(?:4 ){4}[1-3] |4 6 [45] ")
# Visa, Mastercard, Maestro, Discover, UnionPay, American Express, Diners, JCB, Mir.
_CARD_PREFIX = re.compile(r"[456]|3[04-9]|2[2-7]")

# Only looked at, so that a beginning that is none hides none behind it.
_IBAN = re.compile(r"(?<![A-Za-z0-9])(?=([A-Za-z]{2}[0-9]{2}(?:[ \u00a0\u202f-]?[A-Za-z0-9]){11,30}))")
_BLANKS = re.compile(r"[^A-Za-z0-9]")
# Countries and the length of their account numbers: ISO 13616, the registry kept by SWIFT, release 99.
_IBAN_LENGTHS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
    "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 "
    "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 "
    "PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 "
    "YE30 "
)


def find_account_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where there is one, as half-open ranges."""
    yield from _cards(text)
    yield from _ibans(text)


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for run in _DIGITS.finditer(text):
        groups = [group.span() for group in _GROUP.finditer(text, *run.span())]
        first = 0
        while first < len(groups):
            length = _card_length(text, groups[first : first + 5])
            if length:
                yield groups[first][0], groups[first + length - 1][1]
            first += length or 1


def _card_length(text: str, groups: list[tuple[int, int]]) -> int:
    """Return how many of the groups are the number of a card, 0 where none is."""
    for count in range(len(groups), 0, -1):
        sizes = "".join(f"{end - start} " for start, end in groups[:count])
        digits = "".join(text[start:end] for start, end in groups[:count])
        if _CARD_GROUPS.fullmatch(sizes) and _is_card(digits):
            return count
    return 0


def _is_card(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    return bool(_CARD_PREFIX.match("".join(map(str, numbers)))) and _passes_luhn(numbers)


def _passes_luhn(numbers: list[int]) -> bool:
    doubled = sum(sum(divmod(2 * number, 10)) for number in numbers[-2::-2])
    return (sum(numbers[-1::-2]) + doubled) % 10 == 0


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    for candidate in _IBAN.finditer(text):
        length = _iban_length(candidate[1][:2].upper())
        written = _first_characters(candidate[1], length)
        end = candidate.start() + len(written)
        goes_on = text[end : end + 1].isascii() and text[end : end + 1].isalnum()
        if length and not goes_on and _passes_mod_97(_BLANKS.sub("", written)):
            yield candidate.start(), end


def _iban_length(country: str) -> int:
    """Return how many letters and digits an account number of that country has, 0 where it has none."""
    place = _IBAN_LENGTHS.find(country)
    return int(_IBAN_LENGTHS[place + 2 : place + 4]) if place >= 0 else 0


def _first_characters(text: str, count: int) -> str:
    """Return the beginning of the text with so many letters and digits, or all of it."""
    for place, character in enumerate(text):
        if not count:
            return text[:place]
        count -= character.isalnum()
    return text


def _passes_mod_97(iban: str) -> bool:
    return int("".join(str(int(character, 36)) for character in iban[4:] + iban[:4])) % 97 == 1

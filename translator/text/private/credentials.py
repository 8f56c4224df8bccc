"""Find keys, tokens and passwords: by the beginnings that services give them, by what stands before, by their chance.

The beginnings are those that the services document. No pattern can start in the middle of a run that it has tried, so
that each run is read once.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

_KNOWN = re.compile(
    r"""(?<![A-Za-z0-9_-])(?:
        (?: sk | rk | pk | xai | gsk | hf | pplx | nvapi | npm | pypi | dop_v1 | shpat | glpat | ghp | gho | ghu | ghs
        | ghr | github_pat | xox[abeoprs] | xapp | lsv2 ) [-_] (?=[\w-]*\d) [\w-]{16,}
    |   (?: AKIA | ASIA ) [0-9A-Z]{16} (?![0-9A-Za-z])
    |   AIza [\w-]{20,}
    |   ya29\. [\w-]{20,}
    |   SG\. [\w-]{16,} \. [\w-]{16,}
    |   ey[JK] [\w-]{6,} \. [\w-]{6,} (?: \. [\w-]* )*
    |   [0-9a-fA-F]{8} (?: - [0-9a-fA-F]{4} ){3} - [0-9a-fA-F]{12} (?![\w-])
    )""",
    re.VERBOSE | re.ASCII,
)

_SCHEME = re.compile(r"\b(?:bearer|basic)[ \t]{1,3}([\w.~+/=-]{8,})", re.IGNORECASE | re.ASCII)

_NAMED = re.compile(
    r"""(?: pass(?:word|wd|phrase)? | pwd | secret | token | api[ _-]?key | (?:access|private|secret|auth)[ _-]?key
        | credentials? | authorization
        | passwort | kennwort | mot[ ]de[ ]passe | contraseña | senha | wachtwoord | lösenord | hasło | parola | şifre
        | пароль | 密码 | 密碼 | パスワード | 비밀번호 | كلمة[ ]المرور | סיסמה
    ) ["'”»)]{0,2} [ \t]{0,3} (?P<sign>=|:=|=>|[:：]) [ \t]{0,3} ["'“„«]? (?P<value>[^\s"'“”„«»,;&<>]{4,200})""",
    re.VERBOSE | re.IGNORECASE,
)
_SCHEMES = {"bearer", "basic", "token"}

_IN_ADDRESS = re.compile(r"://[^\s/@:]{0,64}:([^\s/@]{1,200})@")

_RUN = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}")
_HEXADECIMAL = re.compile(r"(?:0x)?(?=\d*[a-fA-F])(?=[a-fA-F]*\d)(?:[0-9a-f]{32,}|[0-9A-F]{32,})")
_SAME_KIND = re.compile(r"[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]+", re.ASCII)

_PEM_BEGIN = re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
_PEM_END = "-----END"
_PEM_LINE = re.compile(r"(?:[\w-]{1,30}: .*|[A-Za-z0-9+/=]*)", re.ASCII)

LEAST_ENTROPY = 3.5
"""Bits a character. Random base64 of 20 characters has 3.9 and more; words have less, or few changes of kind."""

LEAST_HEXADECIMAL_ENTROPY = 3.0
"""Bits a character. 32 random digits have 3.4 and more."""


def find_credentials(text: str) -> Iterator[tuple[int, int]]:
    """Yield where there is one, as half-open ranges, in no order; they may overlap."""
    for known in _KNOWN.finditer(text):
        yield known.span()
    for scheme in _SCHEME.finditer(text):
        if _has_digit_and_letter(scheme[1]):
            yield scheme.span(1)
    for address in _IN_ADDRESS.finditer(text):
        yield address.span(1)
    yield from _named(text)
    yield from _by_chance(text)
    yield from _private_keys(text)


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield what is given as somebody's password or key. After a colon it must not be a word of a sentence."""
    for named in _NAMED.finditer(text):
        value = named["value"].rstrip(".)]}")
        is_word = named["sign"] in ":：" and not _is_no_word(value.strip("*_!?"))
        if value and not is_word and value.lower() not in _SCHEMES:
            yield named.start("value"), named.start("value") + len(value)


def _is_no_word(text: str) -> bool:
    """Whether there is more to it than letters: a digit, a sign among them, or a capital behind a small letter."""
    if any(character.isdigit() or character in "!@#$%^*_~+=" for character in text):
        return True
    return any(a.islower() and b.isupper() for a, b in pairwise(text))


def _has_digit_and_letter(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text))


def _by_chance(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs that look drawn by lot."""
    for run in _RUN.finditer(text):
        before = text[max(0, run.start() - 1) : run.start()]
        is_path = run[0].startswith("/") or before in (".", ":")
        start = run.start()
        for piece in run[0].split("/") if is_path else [run[0]]:
            if _is_random(piece):
                yield start, start + len(piece)
            start += len(piece) + 1


def _is_random(run: str) -> bool:
    """Whether it is hexadecimal and long, or changes between kinds of characters as often as chance does."""
    bare = run.rstrip("=")
    if len(bare) < 20:
        return False
    if _HEXADECIMAL.fullmatch(bare):
        return _entropy(bare) >= LEAST_HEXADECIMAL_ENTROPY
    digits = sum(map(str.isdigit, bare))
    has_cases = any(map(str.islower, bare)) and any(map(str.isupper, bare))
    if not digits or (has_cases and digits < 2 and len(bare) < 32):
        return False
    if not has_cases and not (len(bare) >= 24 and bare.isalnum()):
        return False
    changes = len(_SAME_KIND.findall(bare)) / len(bare)
    return changes >= (0.5 if has_cases else 0.35) and _entropy(bare) >= LEAST_ENTROPY


def _entropy(run: str) -> float:
    """Return Shannon's entropy of the run's own characters, in bits a character."""
    counts = Counter(run).values()
    return -sum(count / len(run) * math.log2(count / len(run)) for count in counts)


def _private_keys(text: str) -> Iterator[tuple[int, int]]:
    """Yield each line of PEM and PGP private keys, their first and last ones included."""
    is_inside = False
    place = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        start = place + line.index(bare)
        place += len(line)
        if begin := _PEM_BEGIN.search(bare):
            yield start + begin.start(), start + len(bare)
            is_inside = _PEM_END not in bare
        elif is_inside:
            is_inside = bool(_PEM_LINE.fullmatch(bare))
            if bare and (is_inside or _PEM_END in bare):
                yield start, start + len(bare)

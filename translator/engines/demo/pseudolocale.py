"""Text that looks translated and can still be read: Latin letters get accents, other scripts get marks around them."""

import re
from collections.abc import Iterator, Sequence

from translator.translation.checks.numbers.reading.date_forms import find_dates
from translator.translation.checks.pieces import covered

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
# Marks that exist in every writing direction, and that neither codes nor placeholders use.
_OPEN, _CLOSE = "«", "»"

# What an obedient translator leaves alone.
_KEPT = re.compile(
    r"""
      </?[A-Za-z][^<>]*> | <!--.*?-->                            # tags
    | &(?:\#\w+|\w+);                                            # entities
    | (?:https?|ftp)://[^\s<>"']+ | www\.[^\s<>"']+              # links
    | (?<=\]\()[^()\s]+(?=\))                                    # the target of a Markdown link
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                               # e-mail addresses
    | ``[^`]+`` | `[^`\n]+`                                      # inline code
    | \$?\{\{.*?\}\} | \$?\{[^{}\s]*\} | \$\w+                   # {{x}} ${x} {name:>5} $name
    | %(?:\(\w+\)|\d+\$)?[-+\#0]*\d*(?:\.\d+)?(?:hh|ll|[hlqjzt])?[diouxXeEfFgGcrsa@]\b  # %s %(x)d %1$s
    | ⟦[^⟧]*⟧                                                    # codes
    | \\[nrt]                                                    # escapes left in the text
    """,
    re.VERBOSE,
)


def pseudo_translate(line: str) -> str:
    """Return one line in the pseudolocale; placeholders, links, tags, code and dates in it stay as they are."""
    parts = list(_parts(line))
    words = "".join(parts[::2])
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    changed = "".join(parts)
    letters = sum(map(str.isalpha, words))
    latin = sum(character in _PLAIN for character in words)
    return changed if 2 * latin >= letters else _marked(changed)


def _parts(line: str) -> Iterator[str]:
    """Yield words and what is to be kept, in turns, beginning and ending with words."""
    end = 0
    for start, stop in _kept(line):
        yield line[end:start]
        yield line[start:stop]
        end = stop
    yield line[end:]


def _kept(line: str) -> Sequence[tuple[int, int]]:
    """Return what an obedient translator leaves alone, and the dates, which would be other words in each language."""
    kept = [match.span() for match in _KEPT.finditer(line)]
    dates = [date.span for date in find_dates(covered(line, kept), None) if date.sure]
    return sorted(kept + dates)


def _marked(line: str) -> str:
    """Put marks around what is not white space."""
    core = line.strip()
    start = line.index(core)
    return f"{line[:start]}{_OPEN}{core}{_CLOSE}{line[start + len(core) :]}"

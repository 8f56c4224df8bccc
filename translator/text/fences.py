"""Find code between fences, as Markdown has it (CommonMark 0.31, section 4.5): it is not for translating."""

import re
from bisect import bisect_right
from collections.abc import Sequence, Set

# Three or more, on a line with nothing else but, at the opening one, the name of a language.
_FENCE = re.compile(r"[ \t>]*+(?P<run>`{3,}+(?=[^`]*+\Z)|~{3,}+)[ \t]*+(?P<language>.*)")
_TEXT = frozenset({"text", "txt", "plain", "plaintext", "markdown", "md"})


def fenced_lines(lines: Sequence[str]) -> Set[int]:
    """Return the indices of the lines that are fences, or code between two of them.

    A fence is closed by the next equal one that names no language; one that never is, is text. What a fence calls
    plain text or Markdown is for translating, but for the fences themselves.
    """
    fences = [(index, match) for index, line in enumerate(lines) if (match := _FENCE.fullmatch(line.rstrip()))]
    closing: dict[str, list[int]] = {}
    for index, match in fences:
        if not match["language"]:
            closing.setdefault(match["run"], []).append(index)
    fenced: set[int] = set()
    end = -1
    for index, match in fences:
        following = closing.get(match["run"], [])
        place = bisect_right(following, index)
        if index > end and place < len(following):
            end = following[place]
            fenced.update({index, end} if match["language"].lower() in _TEXT else range(index, end + 1))
    return fenced

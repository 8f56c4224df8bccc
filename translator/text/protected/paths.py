r"""Find paths of files where they can be nothing else: ``/usr/lib/x``, ``~/x``, ``../x``, ``C:\x``, ``\\server\x``."""

import re
from collections.abc import Iterator

from translator.text.protected.letters import UNSPACED
from translator.text.span import Span

_NAME = rf"(?:(?![{UNSPACED}])[\w.@+~%$-])++"
# Before it stands nothing that could be the first half of an "and/or".
_UNIX = rf"(?<![^\s\"'(\[{{<=:,;„“‘«`{UNSPACED}])(?:~|\.{{1,2}}|/{_NAME})/{_NAME}(?:/{_NAME})*+/?"
_STEP = r"(?:[^\\/:*?\"<>|\s]++(?:\ [^\\/:*?\"<>|\s]++){0,3}+\\)"
_ROOT = r"(?:(?<![A-Za-z0-9])[A-Za-z]:\\|(?<!\\)\\\\(?=[\w.-]+\\)|%[A-Za-z_]\w*+%\\)"
_WINDOWS = rf"{_ROOT}{_STEP}*(?:(?![{UNSPACED}])[^\\/:*?\"<>|\s])*+"
_PATH = re.compile(rf"{_UNIX}|{_WINDOWS}")
_NEVER_LAST = ".,;:!?'…)]}%"


def find_paths(text: str) -> Iterator[Span]:
    """Yield where there is one, as half-open ranges in order. None holds a line end."""
    if "/" in text or "\\" in text:
        for match in _PATH.finditer(text):
            yield match.start(), match.start() + len(match[0].rstrip(_NEVER_LAST))

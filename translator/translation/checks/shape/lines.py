"""As many lines and items of lists in the target as in the source."""

import re
from collections.abc import Iterator

from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import Pair

_LINE = re.compile(r"[^\s][^\n]*")
_ITEM = re.compile(
    r"^[ \t\u3000]*(?:[-*+•◦▪▫‣⁃○●■□–—・](?=\s)|[•◦▪‣・]|\(?\d{1,3}(?:[.)](?=\s)|[）、])|\(?[a-z][.)](?=\s)|[①-⑳])",
    re.MULTILINE,
)
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?=\n)")


def check_lines(pair: Pair) -> Iterator[Finding]:
    """Yield where the number of lines, of items, or, as a warning, of blank lines is another than in the source."""
    source, target = pair.source.text.strip(), pair.target.text.strip()
    if "\n" not in source and "\n" not in target:
        return
    for pattern, severity in ((_LINE, Severity.ERROR), (_ITEM, Severity.ERROR), (_BLANK_LINES, Severity.WARNING)):
        wanted, found = len(pattern.findall(source)), len(pattern.findall(target))
        if wanted != found:
            span = _past(pattern, pair.target.text, wanted) if found > wanted else None
            yield Finding(Check.LINES, severity, target=span, expected=str(wanted), found=str(found))
            return


def _past(pattern: re.Pattern[str], text: str, count: int) -> Span:
    """Return where what is too many begins, up to the end of the text."""
    start = [match.start() for match in pattern.finditer(text)][count:][0]
    return start, len(text)

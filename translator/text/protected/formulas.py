r"""Find formulas of TeX where they are clear: ``$x^2$``, ``$$…$$``, ``\(…\)``, ``\[…\]``, within one line."""

import re
from collections.abc import Iterator

from translator.text.span import Span

# As Pandoc has it: no blank inside at the dollar signs, no digit behind the second one ("$5 and $6").
_FORMULA = re.compile(
    r"(?<![\\$\w])\$(?P<one>(?![\s$])[^$\n]{1,500}+)(?<![\s\\])\$(?![\d$])"
    r"|(?<![\\$])\$\$(?P<two>[^$\n]{1,2000}+)\$\$"
    r"|(?<!\\)\\\((?P<round>(?:[^\n$\\]|\\(?![()\[\]]))++)\\\)"
    r"|(?<!\\)\\\[(?P<square>(?:[^\n$\\]|\\(?![()\[\]]))++)\\\]"
)
_IS_FORMULA = re.compile(r"\\[A-Za-z]|[\^=]|_[{\w]|\A-?[A-Za-z](?:['′]|\([A-Za-z]\))?\Z")


def find_formulas(text: str) -> Iterator[Span]:
    """Yield where there is one, as half-open ranges in order."""
    if "$" in text or "\\" in text:
        for match in _FORMULA.finditer(text):
            if _IS_FORMULA.search(match[match.lastgroup or 0]):
                yield match.span()

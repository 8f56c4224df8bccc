"""Find what makes a link of words in Markdown: ``[`` before them, ``](target)`` behind (CommonMark, section 6.3)."""

import re
from collections.abc import Iterator

from translator.text.span import Span

_TITLE = r"""[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')"""
_TOKEN = re.compile(
    rf"""
      \\[\[\]]                                                # escaped: these are text
    | (?P<closing>\]\([ ]?(?:<[^<>\n]{{0,2000}}>|(?:[^\s()]|\([^\s()]{{0,300}}\)){{0,2000}}+)(?:{_TITLE})?[ ]?\))
    | (?P<opening>!?\[) | (?P<bracket>\]) | (?P<line_end>\n[ \t]*+\n)
    """,
    re.VERBOSE,
)


def find_markdown_links(text: str) -> Iterator[Span]:
    """Yield both parts of each, as half-open ranges, in order of their ends. The words between them are text."""
    if "](" not in text:
        return
    waiting: list[Span] = []
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "opening":
                waiting.append(token.span())
            case "line_end":
                waiting.clear()
            case "bracket" if waiting:
                waiting.pop()
            case "closing" if waiting:
                yield waiting.pop()
                yield token.span()

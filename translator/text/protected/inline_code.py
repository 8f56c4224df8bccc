"""Find code between backticks, as Markdown has it (CommonMark 0.31, section 6.1), within one line."""

import re
from collections.abc import Iterator

from translator.text.span import Span

# A letter or digit of a script that has blanks between words: in the others, code may touch the text around it.
_WORD = r"[^\W\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
# As many backticks behind it as before it. Within a word they are apostrophes (O`zbekiston).
_CODE = re.compile(
    rf"(?<![`\\])(?<!{_WORD})(?:`(?!`)(?P<one>[^`\n\r]++)`|``(?!`)(?P<two>(?:[^`\n\r]|`(?!`))++)``"
    r"|```(?!`)(?P<three>(?:[^`\n\r]|`(?!``))++)```)"
    rf"(?!`)(?!{_WORD})"
)


def find_inline_code(text: str) -> Iterator[Span]:
    """Yield where there is some, backticks included, as half-open ranges in order."""
    for match in _CODE.finditer(text):
        content = match["one"] or match["two"] or match["three"]
        # A blank on one side alone: these are quotation marks, `so' and ``so''.
        if content.strip() and content[0].isspace() == content[-1].isspace():
            yield match.span()

"""Find what in a text has to come out of a translation as it went in.

It goes by form alone, in any language, and takes time in proportion to the text.
"""

from collections.abc import Iterable

from translator.text.private.email_addresses import find_email_addresses
from translator.text.protected.formulas import find_formulas
from translator.text.protected.inline_code import find_inline_code
from translator.text.protected.links import find_links
from translator.text.protected.markdown_links import find_markdown_links
from translator.text.protected.message_format import find_message_formats
from translator.text.protected.paths import find_paths
from translator.text.protected.placeholders import find_placeholders
from translator.text.protected.tags import find_tags
from translator.text.span import Span

_FINDERS = (
    find_email_addresses,
    find_formulas,
    find_inline_code,
    find_links,
    find_markdown_links,
    find_paths,
    find_tags,
)


def find_protected(text: str) -> list[Span]:
    """Return where the protected pieces are, in order. They do not overlap; some tags hold line ends.

    Of those that overlap, what begins first is taken, and of those that begin together the longest: a link in a tag
    is part of the tag.
    """
    messages = list(find_message_formats(text))
    # Braces of a message are no part of a placeholder next to them: "one {{name}}".
    others = find_placeholders(_blanked(text, messages))
    return _first_and_longest([*messages, *others, *(span for find in _FINDERS for span in find(text))])


def _blanked(text: str, spans: Iterable[Span]) -> str:
    pieces = []
    done = 0
    for start, end in sorted(spans):
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _first_and_longest(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > start and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept

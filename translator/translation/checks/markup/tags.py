"""Tags of HTML and XML are the same in both texts, and nest."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translator.text.protected.tags import find_tags as find_spans
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.phrases import each
from translator.translation.checks.pieces import Piece, differing, findings_of
from translator.translation.checks.sides import Pair

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[\w.:-]+)(?P<rest>[^<>]*)>(?P<more>.*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"""[\w:@.#*\[\]()-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+)""")
# Attributes that are shown or read out, and so are translated.
_WORDS = ("title", "alt", "placeholder", "label", "aria-", "content", "value", "summary", "lang", "xml:lang", "dir")
_VOID = each("area base br col embed hr img input link meta source track wbr")
_HTML = _VOID | each(
    "a abbr address article aside b bdi bdo blockquote body button caption center cite code dd del details dfn div dl"
    " dt em figure figcaption font footer form h1 h2 h3 h4 h5 h6 head header html i iframe ins kbd label legend li main"
    " mark nav ol option p pre q rp rt ruby s samp script section select small span strike strong style sub sup svg"
    " table tbody td textarea tfoot th thead time title tr tt u ul var video"
)


def find_tags(text: str) -> tuple[Piece, ...]:
    """Return the tags, but not words in angle brackets that stand for something to be filled in."""
    if "<" not in text:
        return ()
    tags: list[Piece] = []
    for start, end in sorted(find_spans(text), key=lambda span: (span[0], -span[1])):
        if not tags or start >= tags[-1].end:
            tags.append(Piece(start, end, text[start:end], _key(text[start:end])))
    closed = {tag.key[1:] for tag in tags if tag.key.startswith("/")}
    return tuple(tag for tag in tags if not _is_blank_to_fill(tag, closed))


def check_tags(pair: Pair) -> Iterator[Finding]:
    """Yield the tags that are not in both texts alike; where they are, those that are not closed in their order."""
    source, target = pair.source.tags, pair.target.tags
    if not (source or target):
        return
    missing, extra = differing(source, target)
    yield from findings_of(Check.TAGS, Severity.ERROR, missing, extra)
    if not missing and not extra and _first_astray(source) is None and (astray := _first_astray(target)):
        yield Finding(Check.TAGS, Severity.ERROR, target=astray.span, found=astray.text)


def _key(text: str) -> str:
    """Return what a tag is compared by: the name, whether it opens or closes, what no one reads of its attributes."""
    tag = _TAG.match(text)
    if not tag or tag["more"]:
        return text
    name, rest = tag["name"], tag["rest"].rstrip()
    if tag["closes"]:
        return f"/{name}"
    kept = sorted(one for one in _ATTRIBUTE.findall(rest) if not one.lower().startswith(_WORDS))
    is_empty = rest.endswith("/") or name.lower() in _VOID
    return " ".join((name, *kept, *("/" if is_empty else "")))


def _is_blank_to_fill(tag: Piece, closed: set[str]) -> bool:
    name = tag.key
    return " " not in name and name.isalpha() and name.lower() not in _HTML and name not in closed


def _first_astray(tags: Sequence[Piece]) -> Piece | None:
    """Return the first tag that closes what is not open last, or else one that is never closed."""
    opened: list[Piece] = []
    counted = Counter(tag.key for tag in tags)
    for tag in tags:
        if tag.key.startswith("/"):
            if not opened or _name(opened[-1]) != tag.key[1:]:
                return tag
            opened.pop()
        elif not tag.key.endswith(" /") and not tag.key.startswith("<") and counted[f"/{_name(tag)}"]:
            opened.append(tag)
    return opened[-1] if opened else None


def _name(tag: Piece) -> str:
    return tag.key.partition(" ")[0]

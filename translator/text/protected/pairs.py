"""Tell which protected pieces of a line belong together: what opens, and what closes it again."""

import re
from collections.abc import Sequence

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[A-Za-z_][\w.:-]*)(?P<rest>.*)>", re.DOTALL)
_ANY_TAG = re.compile(r"<(?P<closes>/?)(?P<name>!|[A-Za-z_][\w:.-]*)")
_SECTION = re.compile(r"\{\{\s*(?P<kind>[#^/])\s*(?P<name>[^\s{}]+).*\}\}")

# Elements of HTML that may begin or end a line without a word's meaning hanging on it.
_ELEMENT = re.compile(
    "a|abbr|address|article|aside|b|blockquote|body|br|button|caption|center|cite|col|colgroup|dd|del|details|dialog"
    "|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6r]|head|header|html|i|img|input|ins|label|legend"
    "|li|link|main|mark|menu|meta|nav|ol|optgroup|option|p|picture|pre|q|s|section|select|small|source|span|strong"
    "|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|u|ul|wbr",
    re.IGNORECASE,
)


def pairs_in(pieces: Sequence[str]) -> dict[int, int]:
    """Return which piece closes which: for each that opens something the index of the one that closes it.

    Tags close the tag of the same name, ``](target)`` closes ``[``, ``{{/name}}`` closes ``{{#name}}``. Pairs lie in
    each other or apart, never across; what has no partner is in no pair.
    """
    pairs = {}
    waiting: list[tuple[str, int]] = []
    names: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        opens, name = _role(piece)
        if opens:
            waiting.append((name, index))
            names[name] = names.get(name, 0) + 1
        elif names.get(name):
            while True:
                other, start = waiting.pop()
                names[other] -= 1
                if other == name:
                    break
            pairs[start] = index
    return pairs


def may_stay_outside(piece: str) -> bool:
    """Whether the piece can stand before or behind a line whatever the line says: ``<li>``, ``<br/>``, a comment."""
    tag = _ANY_TAG.match(piece)
    if not tag or "</" in piece[1:]:
        return piece == "]]>"
    return bool(tag["closes"]) or tag["name"] == "!" or _ELEMENT.fullmatch(tag["name"]) is not None


def _role(piece: str) -> tuple[bool, str]:
    """Return whether the piece opens something, and what it opens or closes; no name where it does neither."""
    if piece in {"[", "!["}:
        return True, "]"
    if piece.startswith("]("):
        return False, "]"
    if section := _SECTION.fullmatch(piece):
        return section["kind"] != "/", f"{{{section['name']}"
    tag = _TAG.fullmatch(piece)
    if not tag or tag["rest"].endswith("/") or "</" in tag["rest"]:
        return False, ""
    return not tag["closes"], f"<{tag['name'].lower()}"

"""Foreign words made fit to be shown or logged: keys hidden, one short line, no control characters."""

import re
import unicodedata

LONGEST_LINE = 160
"""Characters of a service's own words that are shown."""

_SECRETS = re.compile(
    r"""
    (?P<scheme>\b(?:bearer|basic)\s+)[^\s"',;]+
    | (?P<field>(?:\b(?:authorization|proxy-authorization|(?:x-)?api[-_]?key|access[-_]?token)["']?\s*[:=]
        |\b(?:key|token|password|secret)=)\s*["']?)(?!bearer\b|basic\b)[^\s"',;&]+
    | (?P<address>://)[^\s/@]+(?=@)
    | \b(?:sk|pk|rk|gsk|xai|hf|ghp|pplx|nvapi)[-_][\w-]{8,}
    | \bAIza[\w-]{10,}
    | \bey[JK][\w-]+(?:\.[\w-]+)+
    | \b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b
    | \b(?=[a-z]*\d)[a-z\d]{24,}\b
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_HIDDEN = "•••"


def mask(text: str) -> str:
    """Return the text with everything that looks like a key, a token or a password hidden."""
    return _SECRETS.sub(_hide, text)


def _hide(match: re.Match[str]) -> str:
    return (match["scheme"] or match["field"] or match["address"] or "") + _HIDDEN


def tidy(text: str) -> str:
    """Return foreign words fit for a sentence: one short line, without markup, control characters or keys."""
    line = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).split())
    if line[:1] in ("{", "[", "<"):
        return ""
    masked = mask(line)
    return masked if len(masked) <= LONGEST_LINE else masked[: LONGEST_LINE - 1].rstrip() + "…"

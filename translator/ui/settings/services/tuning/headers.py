"""Headers as they are typed, one a line, and what is wrong with them."""

import re

from translator.i18n import tr

Headers = tuple[tuple[str, str], ...]

_NAME = re.compile(r"[A-Za-z0-9_-]+")
_KEY_NAMES = re.compile(r"authorization|api[-_]?key|token|secret|password|cookie|credential", re.IGNORECASE)
# These belong to the connection, and are left out by whoever sends.
_FIXED = {"host", "connection", "content-length", "transfer-encoding", "accept-encoding"}


class HeadersInvalid(ValueError):
    """The text is not a list of headers that may be sent. Its words are a sentence for the user."""


def format_headers(headers: Headers) -> str:
    """Return the headers as text, one a line."""
    return "\n".join(f"{name}: {value}" for name, value in headers)


def parse_headers(text: str) -> Headers:
    """Return the headers in a text. Raises HeadersInvalid."""
    headers: dict[str, tuple[str, str]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, value = _parse(line)
        if name.lower() in headers:
            raise HeadersInvalid(tr("{name} is there twice.").format(name=name))
        headers[name.lower()] = name, value
    return tuple(headers.values())


def _parse(line: str) -> tuple[str, str]:
    name, colon, value = (part.strip() for part in line.partition(":"))
    if not colon or not _NAME.fullmatch(name):
        raise HeadersInvalid(tr("Each line is a name, a colon and a value, such as X-Title: Translator."))
    if _KEY_NAMES.search(name):
        raise HeadersInvalid(
            tr("{name} looks like a key. Keys belong in the keyring, above: headers are kept in a plain file.").format(
                name=name
            )
        )
    if name.lower() in _FIXED:
        raise HeadersInvalid(tr("{name} belongs to the connection and cannot be set.").format(name=name))
    if not value or not value.isascii() or not value.isprintable():
        raise HeadersInvalid(tr("The value of {name} must be plain ASCII text.").format(name=name))
    return name, value

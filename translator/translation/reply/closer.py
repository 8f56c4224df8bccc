r"""What ends the source in a prompt, and how a text that holds it is kept from ending it.

``</source>`` in a text is sent as ``<\/source>``, in whatever case it is written.
"""

import re

CLOSING_TAG = "</source>"
ESCAPED = "<\\/source"
"""In lower case."""

_CLOSER = re.compile(r"<(?=/source)", re.IGNORECASE | re.ASCII)
_ESCAPED = re.compile(r"<\\(?=/source)", re.IGNORECASE | re.ASCII)


def has_closer(text: str) -> bool:
    """Whether the text would end the source."""
    return _CLOSER.search(text) is not None


def escape_closer(text: str) -> str:
    r"""Return the text with ``</source>`` as ``<\/source>``, so that it cannot end the source."""
    return _CLOSER.sub(r"<\\", text)


def unescape_closer(text: str) -> str:
    """Undo ``escape_closer``, for models that repeat what they read."""
    return _ESCAPED.sub("<", text)

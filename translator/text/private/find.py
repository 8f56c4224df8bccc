"""Find what in a text is private by its form: e-mail addresses, phone, card and account numbers, keys and tokens.

It goes by form alone, in any language and with the digits of any script, and takes time in proportion to the text.
Names, postal addresses and the like have no form, and are not found.
"""

from collections.abc import Iterable

from translator.text.private.account_numbers import find_account_numbers
from translator.text.private.credentials import find_credentials
from translator.text.private.email_addresses import find_email_addresses
from translator.text.private.phone_numbers import find_phone_numbers
from translator.text.span import Span, united

_NOTHING = "\n"
"""No number goes on behind it."""


def find_private(text: str) -> list[Span]:
    """Return where the private pieces are, in order. They do not overlap, and none holds a line end."""
    kinds = (find_email_addresses, find_account_numbers, find_credentials)
    found = united(span for find in kinds for span in find(text))
    # A phone number may stand next to another number: seen without it, it is one.
    return united([*found, *find_phone_numbers(text), *find_phone_numbers(_without(text, found))])


def _without(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length that has nothing in these places."""
    pieces = []
    done = 0
    for start, end in spans:
        pieces += [text[done:start], _NOTHING * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])

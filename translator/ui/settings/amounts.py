"""Numbers as they are typed and shown: seconds, prices, budgets."""

import re

# One separator at most, and it is the decimal one: "2.50" or "2,50". A unit may stand beside it.
_AMOUNT = re.compile(r"(?:US)?\$?\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*(?:s|USD|US\$|\$)?", re.IGNORECASE)
# "1,000" is a thousand to some and one to others.
_AMBIGUOUS = re.compile(r"0*[1-9]\d*,\d{3}")


class AmountInvalid(ValueError):
    """The text is no number, or one that two people would read differently."""


def parse_amount(text: str) -> float:
    """Return the number in a text, never negative. Raises AmountInvalid."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None or _AMBIGUOUS.fullmatch(found[1]):
        raise AmountInvalid(text)
    return float(found[1].replace(",", "."))


def format_amount(amount: float) -> str:
    """Return the number as it can be typed again; nothing for 0."""
    return f"{amount:.10g}" if amount else ""

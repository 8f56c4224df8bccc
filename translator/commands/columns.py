"""Columns of a table at a terminal, whose characters take one place, two, or none."""

import unicodedata


def places_of(text: str) -> int:
    """Return how many places the text takes at a terminal.

    Two for what Unicode calls wide or fullwidth (UAX #11), none for what stands above or below another character.
    """
    return sum(map(_places_of_one, text))


def pad(text: str, places: int, *, to_the_right: bool = False) -> str:
    """Return the text with blanks behind it, or before it, until it takes so many places."""
    blanks = " " * (places - places_of(text))
    return blanks + text if to_the_right else text + blanks


def _places_of_one(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1

"""Capitals of letters that become several."""


def cased(latin: str, letter: str, before: str, behind: str) -> str:
    """Return the letters that stand for one, large as it was: all of them in a word of capitals, else the first."""
    if not letter.isupper() or not latin:
        return latin
    in_capitals = behind.isupper() or (before.isupper() and not behind.isalpha())
    return latin.upper() if in_capitals else latin[:1].upper() + latin[1:]

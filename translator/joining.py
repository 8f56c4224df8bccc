"""Lists and sentences that are put together as they come; how, is for the language of the interface to say."""

from collections.abc import Iterable

from translator.i18n import interface_language, ptr
from translator.locales.offered import RIGHT_TO_LEFT

BETWEEN_FACTS = " · "

_FROM_RIGHT, _AS_IT_BEGINS, _UNTIL_HERE, _RIGHTMARK = "\u2067", "\u2068", "\u2069", "\u200f"


def listed(items: Iterable[str]) -> str:
    """Return the items that are not empty as a list: with a comma between them in English."""
    return _joined(ptr("two items of a list", "{first}, {second}"), items)


def sentences(*said: str) -> str:
    """Return the sentences that are not empty one after the other: in English with a blank between them."""
    return _joined(ptr("two sentences, one after the other", "{first} {second}"), said)


def as_sentence(words: str) -> str:
    """Return a fact as a sentence among others: in English with a full stop."""
    return ptr("a fact as a sentence", "{fact}.").format(fact=words)


def in_a_row(facts: Iterable[str]) -> str:
    """Return the facts that are not empty in one line, with dots between them.

    Where one reads from the right each is isolated (U+2068, U+2069), and runs as it begins: a Latin name would draw the
    figures of the fact behind it to its own side, away from what they count.
    """
    if interface_language() in RIGHT_TO_LEFT:
        facts = (f"{_AS_IT_BEGINS}{fact}{_UNTIL_HERE}" for fact in facts if fact)
    return BETWEEN_FACTS.join(filter(None, facts))


def labelled(name: str, words: str) -> str:
    """Return what is said of something, behind its name: in English with a colon between them."""
    return ptr("a name and what is said of it", "{name}: {words}").format(name=name, words=words)


def from_to(source: str, target: str) -> str:
    """Return two languages with an arrow from one to the other, which points as one reads.

    Where that is from the right, it is so for Latin names as well, whatever they stand in: between two of them the
    arrow would be read as they are, and point back.
    """
    words = ptr("from a language into another", "{source} → {target}")
    if interface_language() not in RIGHT_TO_LEFT:
        return words.format(source=source, target=target)
    read_from_right = words.format(source=f"{source}{_RIGHTMARK}", target=target)
    return f"{_RIGHTMARK}{_FROM_RIGHT}{read_from_right}{_UNTIL_HERE}"


def from_left(text: str) -> str:
    """Return a path as it is to stand in a sentence: read from the left, whichever way the sentence is read.

    Without the isolates (U+2066, U+2069) its first stroke would go to the far end of it in Arabic.
    """
    return f"\u2066{text}\u2069"


def _joined(words: str, parts: Iterable[str]) -> str:
    whole = ""
    for part in filter(None, parts):
        whole = words.format(first=whole, second=part) if whole else part
    return whole

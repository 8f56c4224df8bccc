"""Lists and sentences that are put together as they come; how, is for the language of the interface to say."""

from collections.abc import Iterable

from translator.i18n import ptr


def listed(items: Iterable[str]) -> str:
    """Return the items that are not empty as a list: with a comma between them in English."""
    return _joined(ptr("two items of a list", "{first}, {second}"), items)


def sentences(*said: str) -> str:
    """Return the sentences that are not empty one after the other: in English with a blank between them."""
    return _joined(ptr("two sentences, one after the other", "{first} {second}"), said)


def _joined(words: str, parts: Iterable[str]) -> str:
    whole = ""
    for part in filter(None, parts):
        whole = words.format(first=whole, second=part) if whole else part
    return whole

"""Texts to translate: English of any length, in paragraphs; and a letter that has a translation."""

from collections.abc import Iterable

_SENTENCES = (
    "The ferry to the island leaves at a quarter past nine, and the crossing takes about forty minutes.",
    "Would you mind telling me whether the museum is open on Mondays?",
    "Her grandfather had repaired clocks in the same narrow street for half a century.",
    "Please send the signed form back to us by the end of the month, or call the number below.",
    "It rained all night, but by the morning the square was dry and full of people.",
    "Nobody had expected that so small a change would make the machine so much quieter.",
)
_IN_A_PARAGRAPH = 5

LETTER = {
    "Thank you very much for your letter of the twelfth, which reached me only yesterday because of the strike.": (
        "Vielen Dank für Ihren Brief vom Zwölften, der mich wegen des Streiks erst gestern erreicht hat."
    ),
    "We have thought about your proposal for a long time, and we have talked it over with the whole family.": (
        "Wir haben lange über Ihren Vorschlag nachgedacht und ihn mit der ganzen Familie besprochen."
    ),
    "The house by the lake has belonged to us since my grandparents were young, and we are very fond of it.": (
        "Das Haus am See gehört uns, seit meine Großeltern jung waren, und wir hängen sehr daran."
    ),
    "Nevertheless nobody has lived there for several years, and the garden has become quite a wilderness.": (
        "Trotzdem wohnt dort seit mehreren Jahren niemand mehr, und der Garten ist eine ziemliche Wildnis geworden."
    ),
    "We would therefore be glad to let it to you, at first for one year and, if all goes well, for longer.": (
        "Wir würden es Ihnen deshalb gern vermieten, zunächst für ein Jahr und, wenn alles gut geht, auch länger."
    ),
    "The roof was repaired in the autumn, but the windows on the north side ought to be painted before long.": (
        "Das Dach wurde im Herbst ausgebessert, aber die Fenster auf der Nordseite sollten bald gestrichen werden."
    ),
    "My brother could show you everything on one of the coming weekends, as he lives in the next village.": (
        "Mein Bruder könnte Ihnen an einem der nächsten Wochenenden alles zeigen, da er im Nachbardorf wohnt."
    ),
    "Please let me know which day would suit you best, and whether you would like to stay the night.": (
        "Bitte lassen Sie mich wissen, welcher Tag Ihnen am besten passt und ob Sie über Nacht bleiben möchten."
    ),
    "I look forward to hearing from you, and send my kind regards to your wife and to the children.": (
        "Ich freue mich, von Ihnen zu hören, und grüße Ihre Frau und die Kinder herzlich."
    ),
}
"""The sentences of a letter, and a translation of each."""


def letter(sentences: Iterable[str] = LETTER) -> str:
    """Return these sentences of a letter, in paragraphs of three."""
    all_ = list(sentences)
    return "\n\n".join(" ".join(all_[start : start + 3]) for start in range(0, len(all_), 3))


def diary_of(characters: int) -> str:
    """Return a text of this many characters in which no paragraph is like another."""
    paragraphs = text_of(characters).split("\n\n")
    days = (f"On day {number} of the voyage I wrote this down. {text}" for number, text in enumerate(paragraphs, 1))
    return "\n\n".join(days)[:characters].rstrip().ljust(characters, ".")


def text_of(characters: int) -> str:
    """Return a text of this many characters."""
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        start = len(paragraphs)
        sentences = (_SENTENCES[(start * _IN_A_PARAGRAPH + i * 5) % len(_SENTENCES)] for i in range(_IN_A_PARAGRAPH))
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:characters].rstrip().ljust(characters, ".")

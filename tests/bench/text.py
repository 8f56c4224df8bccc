"""Texts to translate: English of any length, in paragraphs like those of a letter."""

_SENTENCES = (
    "The ferry to the island leaves at a quarter past nine, and the crossing takes about forty minutes.",
    "Would you mind telling me whether the museum is open on Mondays?",
    "Her grandfather had repaired clocks in the same narrow street for half a century.",
    "Please send the signed form back to us by the end of the month, or call the number below.",
    "It rained all night, but by the morning the square was dry and full of people.",
    "Nobody had expected that so small a change would make the machine so much quieter.",
)
_IN_A_PARAGRAPH = 5


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

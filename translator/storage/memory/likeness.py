"""How like two texts are: by words or by characters, whichever says more."""

from rapidfuzz.distance import Levenshtein

from translator.storage.memory.words import words_of
from translator.translation.memory.store import LEAST_SCORE


class Likeness:
    """How like other texts are to this one.

    The measure is what share of the longer text stays where one is edited into the other (Levenshtein's distance,
    normalised): counted in words, so that a long word weighs no more than a short one; and in characters, so that an
    ending does not count as a whole word. Case and, between words, punctuation do not count.
    """

    def __init__(self, text: str) -> None:
        self.words = words_of(text)
        self._text = text
        self._lower = text.lower()

    def score(self, other: str) -> int:
        """Return 100 for the same text, at most 99 for another one, and 0 for anything below LEAST_SCORE."""
        if other == self._text:
            return 100
        least = LEAST_SCORE / 100
        words = words_of(other)
        # Texts without any words are not alike for that.
        by_words = Levenshtein.normalized_similarity(self.words, words, score_cutoff=least) if words else 0.0
        by_characters = Levenshtein.normalized_similarity(self._lower, other.lower(), score_cutoff=least)
        return min(99, int(max(by_words, by_characters) * 100))

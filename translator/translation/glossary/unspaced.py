"""Terms in scripts without blanks between words, and those that are no words at all: looked for as they are written."""

from collections.abc import Iterator

from translator.text.span import Span
from translator.translation.glossary.term import Term
from translator.translation.glossary.words import fold_unspaced, is_in_word

_KEY = 2


class UnspacedTerms:
    """Finds terms letter by letter. Where they have Latin letters at an end, no such letter may follow there."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[tuple[str, Term]]] = {}

    def add(self, term: Term) -> None:
        """Look for this, too. What is nothing but blanks is never found."""
        if text := fold_unspaced(term.source.strip()):
            self._by_key.setdefault(text[:_KEY], []).append((text, term))

    def found_in(self, text: str) -> Iterator[tuple[Span, Term]]:
        """Yield the terms in the text."""
        if not self._by_key:
            return
        folded = fold_unspaced(text)
        for place in range(len(folded)):
            for key in {folded[place : place + _KEY], folded[place]}:
                for written, term in self._by_key.get(key, ()):
                    if folded.startswith(written, place) and _stands(text, place, place + len(written), term):
                        yield (place, place + len(written)), term


def _stands(text: str, start: int, end: int, term: Term) -> bool:
    if term.case_sensitive and text[start:end] != term.source.strip():
        return False
    return not is_in_word(text, start) and not is_in_word(text, end)

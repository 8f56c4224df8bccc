"""Each reason why the clipboard cannot be read has a sentence of its own."""

from translator.surroundings.copied import (
    CannotRead,
    MarkedSecret,
    NotAllowed,
    NothingThere,
    NotText,
    OwnerHangs,
    TooMuch,
)
from translator.ui.clipboard_words import sentence_of


def test_each_reason_has_its_own_sentence() -> None:
    reasons = (NothingThere(), NotText(), MarkedSecret(), OwnerHangs(), TooMuch(), NotAllowed())
    sentences = {sentence_of(reason) for reason in reasons}
    assert len(sentences) == len(reasons)
    assert all(sentence.endswith(".") for sentence in sentences)


def test_a_reason_that_nobody_knows_is_said_as_nothing_to_read() -> None:
    assert sentence_of(CannotRead()) == "There is no text on the clipboard."

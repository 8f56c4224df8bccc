"""A text that is being written is read out sentence by sentence, each once."""

import re
from itertools import pairwise

from translator.text.difference import TextEdit
from translator.ui.announcing.unread import Unread


def cut(text: str, _language: str) -> list[tuple[int, int]]:
    """Return where the sentences are: each begins behind a full stop and a blank."""
    starts = [0, *(match.end() for match in re.finditer(r"\. ", text))]
    return list(pairwise([*starts, len(text)])) if text else []


class Reader:
    """Writes a text, and listens to what is read of it."""

    def __init__(self) -> None:
        self.unread = Unread(cut)
        self.text = ""

    def write(self, words: str, at: int | None = None, removed: int = 0) -> None:
        edit = TextEdit(len(self.text) if at is None else at, removed, words)
        self.text = edit.applied_to(self.text)
        self.unread.edit(edit)

    def hear(self) -> str:
        return self.unread.take("en")


def test_a_sentence_is_read_when_the_next_one_begins() -> None:
    reader = Reader()
    heard = []
    for words in ("The first", " is here. ", "The second", " comes. ", "And"):
        reader.write(words)
        heard.append(reader.hear())

    assert heard == ["", "The first is here.", "", "The second comes.", ""]
    assert reader.unread.rest() == "And"
    assert reader.unread.rest() == ""


def test_a_line_that_has_ended_is_read_at_once() -> None:
    reader = Reader()
    reader.write("A heading\n\n")

    assert reader.hear() == "A heading"


def test_all_sentences_that_came_together_are_read_together() -> None:
    reader = Reader()
    reader.write("One. Two. Three")

    assert reader.hear() == "One. Two."


def test_what_is_taken_back_before_it_was_read_is_never_read() -> None:
    reader = Reader()
    reader.write("Sure, here it is")
    reader.write("", at=0, removed=len("Sure, here it is"))
    reader.write("The text. ")

    assert reader.unread.rest() == "The text."


def test_what_takes_the_place_of_what_was_read_and_more_is_read_from_there() -> None:
    reader = Reader()
    reader.write("One. Two. Thr")
    assert reader.hear() == "One. Two."
    reader.write("", at=5, removed=len("Two. Thr"))
    reader.write("Three.")

    assert reader.unread.rest() == "Three."


def test_a_correction_of_what_was_read_is_not_read() -> None:
    reader = Reader()
    reader.write("One. Two. Thr")
    assert reader.hear() == "One. Two."
    reader.write("Uno", at=0, removed=3)
    reader.write("ee.")

    assert reader.unread.rest() == "Three."


def test_a_correction_of_what_is_yet_to_be_read_counts() -> None:
    reader = Reader()
    reader.write("One. Two ⟦1⟧. Three")
    reader.write("and a half", at=9, removed=3)

    assert reader.hear() == "One. Two and a half."


def test_only_what_changed_in_a_text_is_read() -> None:
    reader = Reader()
    reader.text = "Kept one.\nOld words.\nKept two.\nMore old words."
    reader.unread.begin()
    reader.write("New", at=10, removed=len("Old words."))
    reader.write(" words.", at=13)
    assert reader.hear() == ""
    reader.write("Also new.", at=reader.text.index("More"), removed=len("More old words."))

    assert reader.unread.rest() == "New words. Also new."

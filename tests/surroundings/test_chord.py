"""A chord is written in one way, and read in many."""

import pytest

from translator.surroundings.chord import Chord, InvalidChord


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ctrl+Shift+F1", "Ctrl+Shift+F1"),
        ("shift + control+f1", "Ctrl+Shift+F1"),
        ("Super+t", "Meta+T"),
        ("Meta+Option+pgup", "Alt+Meta+PgUp"),
        ("F9", "F9"),
    ],
)
def test_however_it_is_written_it_is_the_same(text: str, written: str) -> None:
    assert str(Chord.parse(text)) == written
    assert Chord.parse(written) == Chord.parse(text)


@pytest.mark.parametrize(
    "text", ["", "Ctrl", "Ctrl+", "Ctrl+Ctrl+A", "Hyper+A", "Ctrl+F25", "Ctrl+AB", "Ctrl+Ä", "A+B"]
)
def test_what_cannot_be_pressed_is_refused(text: str) -> None:
    with pytest.raises(InvalidChord):
        Chord.parse(text)


def test_only_letters_and_digits_are_characters() -> None:
    assert [key for key in ("A", "7", "F1", "Space") if Chord((), key).is_character] == ["A", "7"]

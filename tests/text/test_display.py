import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.display import is_blank, neutralise, repair


def utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_a_harmless_text_is_returned_itself():
    text = "Zwei\tZeilen\nالعربية 👩\u200d👧 \u200e\u200f\u200c\u061c"
    assert neutralise(text) is text


@pytest.mark.parametrize("mark", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a")
def test_marks_that_reorder_the_text_lose_their_power(mark):
    assert neutralise(f"a{mark}b") == "a\u2060b"


@pytest.mark.parametrize(
    ("control", "shown"),
    [("\0", "␀"), ("\x07", "␇"), ("\x0b", "␋"), ("\x1b", "␛"), ("\x7f", "␡"), ("\x85", "\ufffd"), ("\ud800", "\ufffd"),
     ("\ufffc", "\u2060")],
)  # fmt: skip
def test_control_characters_become_something_to_see(control, shown):
    assert neutralise(f"a{control}b") == f"a{shown}b"


def test_a_carriage_return_leaves_the_newline_alone():
    assert neutralise("a\r\nb") == "a\u2060\nb"


@pytest.mark.parametrize(
    "text", ["", " \t\r\n\u3000", "\u200b", "\ufeff\u200c\u200d\u2060\u200e\u00ad\ufe0f", "\u3164 \u2800"]
)
def test_a_text_of_which_nothing_is_seen_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["a", "\u200b.\u200b", "❤\ufe0f", "\u0301", "\x07", "\ue000", "\U0001f468\u200d\U0001f469"]
)
def test_a_text_of_which_anything_is_seen_is_not(text):
    assert not is_blank(text)


@given(st.text(st.characters()))
def test_nothing_moves_and_nothing_harmful_is_left(text):
    shown = neutralise(text)
    assert utf16_units(shown) == utf16_units(text)
    assert neutralise(shown) is shown


@given(st.text(st.characters()), st.text(st.characters()))
def test_pieces_may_be_shown_one_by_one(a, b):
    assert neutralise(a) + neutralise(b) == neutralise(a + b)


@given(st.text(st.characters()))
def test_a_repaired_text_can_be_encoded(text):
    assert len(repair(text).encode()) >= len(text)


def test_repair_replaces_half_characters_only():
    assert repair("a\ud83db👍") == "a\ufffdb👍"

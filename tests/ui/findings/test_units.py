"""Places of findings as Qt counts them, all at once."""

from hypothesis import given
from hypothesis import strategies as st

from translator.ui.utf16 import each_to_utf16, to_utf16


@given(st.text(alphabet="ab😀é\n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=6))
def test_all_at_once_is_the_same_as_one_by_one(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(start, len(text)), min(start + length, len(text))) for start, length in places]

    assert each_to_utf16(text, spans) == [to_utf16(text, span) for span in spans]

"""The first letter with a direction says which way a text runs."""

import pytest

from translator.ui.widgets.reading.direction import is_rtl


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Hello שלום", False), ("שלום Hello", True), ("12. «مرحبا»", True), ("— 12 a", False), ("漢字", False)],
)
@pytest.mark.parametrize("otherwise", [False, True])
def test_the_first_letter_decides(text: str, expected: bool, otherwise: bool) -> None:
    assert is_rtl(text, otherwise) is expected


@pytest.mark.parametrize("text", ["", "12:30 – 99", "12 " * 5_000 + "a", "12 " * 5_000 + "ש"])
@pytest.mark.parametrize("otherwise", [False, True])
def test_where_none_is_near_another_decides(text: str, otherwise: bool) -> None:
    assert is_rtl(text, otherwise) is otherwise

"""Numbers as they are typed."""

import pytest

from translator.ui.settings.amounts import AmountInvalid, format_amount, parse_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("60", 60), (" 60 s ", 60), ("0.15", 0.15), ("0,15", 0.15), (".5", 0.5), ("$2.50", 2.5), ("US$ 3", 3),
        ("3 $", 3), ("4 usd", 4), ("0,075", 0.075), ("1.125", 1.125), ("12,5", 12.5), ("0", 0), ("٣", 3),
    ],
)  # fmt: skip
def test_a_number_is_read_with_either_separator_and_a_unit(text: str, amount: float) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize(
    "text", ["", "-1", "nan", "inf", "1e5", "1,000", "1.000,50", "1 000", "1_0", "0x1", "a", "1..2", "."]
)
def test_what_is_no_number_or_reads_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(AmountInvalid):
        parse_amount(text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, ""), (60, "60"), (2.5, "2.5"), (0.1 + 0.2, "0.3"), (1_000_000, "1000000"), (86_400, "86400")],
)
def test_a_number_is_shown_as_it_can_be_typed_again(amount: float, text: str) -> None:
    assert format_amount(amount) == text
    assert not text or parse_amount(text) == pytest.approx(amount)

"""Columns stand one below the other, whatever their letters."""

import pytest

from translator.commands.columns import pad, places_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", 0),
        ("Keyring", 7),
        ("密钥环", 6),
        ("ＡＢ", 4),
        ("e\u0301", 1),
        ("한글", 4),
        ("अनुवाद", 5),
        ("a\u200db", 2),
        ("–", 1),
    ],
)
def test_a_text_takes_the_places_that_a_terminal_gives_it(text: str, places: int) -> None:
    assert places_of(text) == places


def test_texts_are_padded_to_the_places_that_they_take() -> None:
    assert [pad(text, 8) + "|" for text in ("Service", "服务", "Schlüssel")] == ["Service |", "服务    |", "Schlüssel|"]
    assert pad("令牌", 6, to_the_right=True) == "  令牌"

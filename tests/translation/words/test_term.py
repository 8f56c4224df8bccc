"""What one looks up in a dictionary, and what not."""

import pytest

from translator.translation.words.term import find_term


@pytest.mark.parametrize(
    "term",
    [
        "house", "to give up", "well-being", "don't", "Straßenbahn", "食べる", "一石二鳥", "你好", "안녕하세요", "дом",
        "สวัสดี", "مرحبا", "CO2 neutral",
    ],
)  # fmt: skip
def test_words_and_short_terms_are(term: str) -> None:
    assert find_term(f" {term}\n") == term


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "42", "…", "one two three four", "Hello.", "Really?", "one, two", "你好吗？", "我今天早上去了图书馆",
        "first\nsecond", "https://example.org", "ann@example.org", "{name}", "x" * 61, "สวัสดี" * 5, "“house”",
    ],
)  # fmt: skip
def test_sentences_numbers_and_addresses_are_not(text: str) -> None:
    assert find_term(text) == ""

"""Keys and control characters do not survive masking; ordinary words do."""

import pytest

from translator.masking import LONGEST_LINE, mask, tidy


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer hunter2hunter2",
        '{"api-key": "hunter2hunter2"}',
        "x-api-key=hunter2hunter2",
        "http://user:hunter2hunter2@proxy.example:3128",
        "https://api.example/v1?key=hunter2hunter2&x=1",
        "sk-proj-hunter2hunter2_A-b",
        "gsk_hunter2hunter2",
        "AIzahunter2hunter2",
        "a bare hunter2hunter2abcdefghijklmno in a text",
        "eyJhunter2.hunter2hunter2.hunter2",
    ],
)
def test_what_looks_like_a_key_is_hidden(text: str) -> None:
    assert "hunter2" not in mask(text)
    assert "•••" in mask(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://api.openai.com/v1",
        "google/gemini-3.5-flash-lite-preview-02-05",
        "The skeleton key: not accepted",
        "http://127.0.0.1:11434/v1",
        "Donaudampfschifffahrtsgesellschaft",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert mask(text) == text


def test_a_tidy_line_is_one_short_line_without_control_characters() -> None:
    line = tidy("first\r\n\x1b[31msecond\u202e third " + "word " * 100)
    assert line.startswith("first [31msecond third")
    assert len(line) <= LONGEST_LINE


@pytest.mark.parametrize("text", ['{"error": 1}', "<html>", "[1]", "  \n{}"])
def test_markup_is_not_a_sentence(text: str) -> None:
    assert tidy(text) == ""

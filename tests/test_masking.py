"""Keys and control characters do not survive masking; ordinary words do."""

import html
import reprlib
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.masking import LONGEST_LINE, hide, mask, tidy
from translator.secret import Secret


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


KEY = "sk-Canary_0123/4567+89ab"


@pytest.mark.parametrize(
    "said",
    [
        "Incorrect key: sk-Canary_0123/4567+89ab.",
        "SK-CANARY_0123/4567+89AB",
        "Location /login?key=sk-Canary_0123%2F4567%2b89ab",
        "%73%6b%2d%43%61%6e%61%72%79%5f0123%2F4567%2B89ab",
        "sk-Canary_0123\\u002f4567\\u002B89ab",
        "sk-Canary_0123&#47;4567&#x2B;89ab",
        "s k - C a n a r y _ 0 1 2 3 / 4 5 6 7 + 8 9 a b",
        "sk-Canary_01\n23/4567+89ab",
        "sk-Can\u200bary_0123/\u00ad4567+89ab",
        "it begins with sk-Canary_… and ends with 3/4567+89ab",
    ],
)
def test_the_key_is_hidden_however_a_server_writes_it(said: str) -> None:
    hidden = hide(said, KEY)
    assert "…" in hidden
    plain = unquote(html.unescape(hidden.encode().decode("unicode_escape"))).casefold()
    for part in (KEY[:8], KEY[4:12], KEY[8:16], KEY[-8:]):
        assert part.casefold() not in "".join(plain.split())


def test_what_is_around_the_key_stays() -> None:
    assert hide(f"Key %41 “{KEY}” is not {KEY}ok &#65; \\u0041", KEY) == "Key %41 “…” is not …ok &#65; \\u0041"
    assert hide("Nothing of it, ß, 100%, &#x;", KEY) == "Nothing of it, ß, 100%, &#x;"


def test_a_short_key_is_hidden_where_it_stands_whole_and_a_placeholder_not_at_all() -> None:
    assert hide("hunter2 is no hunter", "hunter2") == "… is no hunter"
    assert hide("x marks the place", "x") == "x marks the place"
    assert hide("nothing", "") == "nothing"


@given(st.text(), st.text(max_size=30), st.text())
def test_nothing_but_the_secret_is_touched(before: str, secret: str, behind: str) -> None:
    hidden = hide(before + secret + behind, secret)
    assert len(hidden) <= len(before + secret + behind)
    if len(secret) >= 8 and secret.isascii() and secret.isalnum():
        assert secret not in hidden


def test_a_secret_is_a_text_that_does_not_show_itself() -> None:
    secret = Secret(f" {KEY}\n").strip()
    assert secret == KEY
    assert f"Bearer {secret}" == f"Bearer {KEY}"
    assert "Canary" not in repr(secret)
    assert "Canary" not in repr({"key": (secret, [secret])})
    assert "Canary" not in reprlib.repr(secret)

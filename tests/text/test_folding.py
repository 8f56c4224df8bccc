"""What is found by what, in any script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.folding import bare, folded, holds_all, search_words


def finds(query: str, text: str) -> bool:
    return holds_all(search_words(query), text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("uber", "Über den Fluss"), ("resume", "Résumé"), ("resumé", "Résumé"), ("ubersetzung", "Über\u00adsetzung"),
        ("strasse", "Straße"), ("STRASSE", "straße"), ("lodz", "Łódź"), ("smorrebrod", "Smørrebrød"),
        ("oeuvre", "Œuvre"), ("aether", "Æther"), ("dang", "Đặng"), ("viet", "tiếng Việt"), ("viê", "tiếng Việt"),
        ("istanbul", "İstanbul"), ("igdir", "Iğdır"), ("οδος", "ΟΔΌΣ"), ("αυτη", "αὐτή"), ("елка", "ёлка"),
        ("замок", "за́мок"), ("الكتاب", "ٱلْكِتَابُ".replace("ٱ", "ا")), ("احمد", "أحمد"), ("كتاب", "كـتـاب"),
        ("שלום", "שָׁלוֹם"), ("abc", "ＡＢＣ"), ("ＡＢＣ", "abc"), ("12", "１２"), ("ガラス", "ｶﾞﾗｽ"), ("ｶﾞﾗｽ", "ガラス"),
        ("한국", "한국"), ("finance", "ﬁnance"), ("é", "e\u0301"), ("e\u0301", "É"), ("ПРИВЕТ", "привет"),
        ("می\u200cخواهم", "میخواهم"), ("a\0b", "a b"),
    ],
)  # fmt: skip
def test_it_is_found(query: str, text: str) -> None:
    assert finds(query, text)
    assert finds(query, unicodedata.normalize("NFD", text))
    assert all(word.bare in bare(folded(text)) for word in search_words(query))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("über", "uber"), ("résumé", "resume"), ("Straße", "Strasse"), ("Łódź", "Lodz"), ("é", "è"),
        ("мой", "мои"), ("мои", "мой"), ("їх", "іх"), ("іх", "їх"), ("か", "が"), ("が", "か"), ("ハ", "パ"),
        ("가", "거"), ("하", "한"), ("कि", "की"), ("क", "ख"), ("มา", "ม้า"), ("ม้า", "มา"),
        ("ألف", "الف"), ("بيت", "بنت"),
    ],
)  # fmt: skip
def test_it_is_another_word(query: str, text: str) -> None:
    assert not finds(query, text)


def test_each_word_may_stand_in_another_text() -> None:
    words = search_words("uber  stream über")
    assert [word.folded for word in words] == ["uber", "stream", "u\u0308ber"]
    assert holds_all(words, "Über", "the stream")
    assert not holds_all(words, "uber", "the stream")
    assert holds_all((), "anything")
    assert words[2].as_written == "über"


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("uber", "Über, uber, UBER", ["Über", "uber", "UBER"]),
        ("über", "Über, uber", ["Über"]),
        ("tur", "Tu\u0308r", ["Tu\u0308r"]),
        ("strasse", "die Straße.", ["Straße"]),
        ("كتاب", "الْكِتَابُ", ["كِتَاب"]),
        ("x", "nowhere", []),
    ],
)
def test_it_is_told_where_it_stands(query: str, text: str, places: list[str]) -> None:
    (word,) = search_words(query)
    assert [text[start:end] for start, end in word.places_in(text)] == places


@given(st.text())
def test_a_text_is_found_by_itself_and_by_its_bare_letters(text: str) -> None:
    assert finds(text, text)
    assert finds(bare(folded(text)), text)
    assert folded(folded(text)) == folded(text)

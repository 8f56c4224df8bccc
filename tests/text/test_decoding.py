import os
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.decoding import NotText, decode, decode_as

LEGACY_TEXTS = {
    "windows-1252": "Le café est fermé le dimanche, mais l’été il reste ouvert. Où êtes-vous?\n",
    "windows-1251": "Привет, как дела? Сегодня хорошая погода, и мы пойдём гулять в парк.\n",
    "koi8-r": "Привет, как дела? Сегодня хорошая погода, и мы пойдём гулять в парк.\n",
    "gb18030": "今天天气很好，我们一起去公园散步吧。明天可能会下雨。\n",
    "big5": "今天天氣很好，我們一起去公園散步吧。明天可能會下雨。\n",
    "shift_jis": "今日は天気がいいので、公園へ散歩に行きましょう。カタカナもあります。\n",
    "euc-jp": "今日は天気がいいので、公園へ散歩に行きましょう。カタカナもあります。\n",
    "euc-kr": "오늘은 날씨가 좋아서 공원에 산책하러 갑시다. 내일은 비가 올지도 모릅니다.\n",
    "windows-1250": "Dziś jest ładna pogoda, więc pójdziemy na spacer do parku. Źdźbło trawy.\n",
    "iso-8859-2": "Dziś jest ładna pogoda, więc pójdziemy na spacer do parku. Źdźbło trawy.\n",
    "windows-1253": "Σήμερα ο καιρός είναι καλός και θα πάμε μια βόλτα στο πάρκο.\n",
    "windows-1256": "الطقس جميل اليوم وسنذهب في نزهة إلى الحديقة.\n",
}
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


def test_nothing_is_an_empty_text():
    assert decode(b"").text == ""
    assert decode(b"").certain


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", ["hi", "Grüße,\r\n\tzwei Zeilen\r", "今天 ok\n", "👍 \u2028x"])
def test_unicode_is_recognised_with_and_without_a_mark(text, encoding):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.certain
    assert decoded.candidates == ()


@given(st.text())
def test_every_marked_or_plain_utf8_text_is_read_as_it_is(text):
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text


def test_a_mark_is_believed_even_where_the_rest_is_damaged():
    decoded = decode(b"\xef\xbb\xbfgut \xff")
    assert (decoded.text, decoded.encoding, decoded.certain) == ("gut \ufffd", "utf-8", False)
    assert decoded.candidates == ("utf-8",)


@pytest.mark.parametrize("encoding", LEGACY_TEXTS)
@pytest.mark.parametrize("times", [1, 1000], ids=["short", "long"])
def test_older_encodings_are_recognised_by_what_the_text_then_says(encoding, times):
    text = LEGACY_TEXTS[encoding] * times
    decoded = decode(data := text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding
    assert decoded.certain or decoded.candidates[0] == encoding
    assert decode_as(data, encoding) == text


def test_a_guess_from_little_is_not_certain_and_names_the_others():
    decoded = decode("Früh".encode("cp1252"))
    assert not decoded.certain
    assert {"windows-1252", "windows-1251", "koi8-r"} <= set(decoded.candidates)


def test_no_two_of_the_encodings_to_choose_from_read_the_same_text():
    data = "Größe: Äpfel für Jörg".encode("cp1252")
    decoded = decode(data)
    readings = [decode_as(data, encoding) for encoding in decoded.candidates]
    assert len(set(readings)) == len(readings) > 1
    assert decoded.encoding == decoded.candidates[0]


def test_every_candidate_can_be_read():
    data = "Où êtes-vous?".encode("cp1252")
    for encoding in decode(data).candidates:
        assert "\ufffd" not in decode_as(data, encoding)


def test_a_long_text_without_blanks_is_recognised_too():
    text = "今天天气很好我们一起去公园散步吧" * 3000
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x7fELF\x02\x01\x01\x00\x00\x00",
        b"text\x00with a NUL",
        b"\x00\x01",
        zlib.compress(b"hello world, how are you? " * 20),
        bytes(range(1, 256)),
    ],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(NotText):
        decode(data)


def test_a_program_is_refused():
    with pytest.raises(NotText):
        decode(b"\x7fELF" + os.urandom(4000) + b"\0")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    try:
        decoded = decode(data)
    except NotText:
        return
    assert isinstance(decoded.text, str)


def test_reading_in_a_chosen_encoding_marks_what_is_invalid_and_drops_a_mark():
    assert decode_as(b"\xef\xbb\xbfa\xffb", "utf-8") == "a\ufffdb"
    assert decode_as(b"\x93a\x94", "windows-1252") == "“a”"


def test_an_unknown_encoding_is_an_error():
    with pytest.raises(LookupError):
        decode_as(b"a", "klingon-1")

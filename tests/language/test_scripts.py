import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.language.scripts import LANGUAGES_OF, count_scripts, is_written_in, script_of
from translator.language.tag import LanguageTag


@pytest.mark.parametrize(
    ("letter", "script"),
    [("a", "Latn"), ("ß", "Latn"), ("ế", "Latn"), ("Ａ", "Latn"), ("ж", "Cyrl"), ("ω", "Grek"), ("ἀ", "Grek"),
     ("ა", "Geor"), ("א", "Hebr"), ("ش", "Arab"), ("ह", "Deva"), ("ไ", "Thai"), ("한", "Hang"), ("ㄱ", "Hang"),
     ("か", "Kana"), ("ｶ", "Kana"), ("ㄅ", "Bopo"), ("字", "Hani"), ("𠀀", "Hani"), ("Ꭰ", ""), ("𝒜", "")],
)  # fmt: skip
def test_a_letter_has_a_script(letter, script):
    assert script_of(letter) == script


def test_only_letters_count():
    assert count_scripts("1 + 1 = 2 👍 —") == {}
    assert count_scripts("Ꭰ") == {}


def test_a_character_that_says_more_counts_more():
    assert count_scripts("iPad 日本の") == {"Latn": 4, "Hani": 9}


@given(st.text())
def test_any_text_can_be_counted(text):
    assert all(script == "Latn" or script in LANGUAGES_OF for script in count_scripts(text))


@pytest.mark.parametrize(
    ("tag", "script", "is_written"),
    [("de", "Latn", True), ("de", "Cyrl", False), ("ru", "Cyrl", True), ("ru", "Latn", False),
     ("sr-Latn", "Latn", True), ("sr-Latn", "Cyrl", False), ("zh-Hans", "Hani", True), ("ja", "Hani", True),
     ("pa-Arab", "Arab", True),
     ("de", "Hani", False), ("de", "Xxxx", False)],
)  # fmt: skip
def test_a_language_is_written_in_its_script(tag, script, is_written):
    assert is_written_in(LanguageTag.parse(tag), script) is is_written

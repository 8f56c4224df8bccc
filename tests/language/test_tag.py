import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.language.tag import InvalidTag, LanguagePair, LanguageTag


@pytest.mark.parametrize(
    ("typed", "known_as"),
    [
        ("de", "de"),
        ("DE", "de"),
        (" pt_pt ", "pt-PT"),
        ("PT-br", "pt-BR"),
        ("zh-hant", "zh-Hant"),
        ("sr_latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("zh-Hant-HK", "zh-Hant-HK"),
        ("zh", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hans-CN", "zh-Hans"),
        ("iw", "he"),
        ("no", "nb"),
        ("en", "en-US"),
        ("pt", "pt-BR"),
    ],
)
def test_a_tag_is_read_in_any_spelling(typed, known_as):
    assert str(LanguageTag.parse(typed)) == known_as


@pytest.mark.parametrize(
    "text", ["", "d", "german", "de-", "de-DE-1996", "x-private", "de-DEU", "дe", "de DE", "en\n-US"]
)
def test_what_is_no_tag_is_refused(text):
    with pytest.raises(InvalidTag):
        LanguageTag.parse(text)


@given(st.from_regex(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", fullmatch=True))
def test_a_canonical_tag_reads_as_itself(text):
    tag = LanguageTag.parse(text)
    assert LanguageTag.parse(str(tag)) == tag


def test_regions_are_one_language_and_scripts_are_not():
    parse = LanguageTag.parse
    assert parse("pt-BR").is_same_language(parse("pt-PT"))
    assert not parse("zh-Hans").is_same_language(parse("zh-Hant"))
    assert not parse("nb").is_same_language(parse("da"))


@pytest.mark.parametrize(
    ("tag", "spaced"), [("de", True), ("th", True), ("ko", True), ("ja", False), ("zh-Hant", False), ("ja-Latn", True)]
)
def test_knows_whether_a_blank_stands_between_sentences(tag, spaced):
    assert LanguageTag.parse(tag).has_spaced_sentences is spaced


def test_a_pair_may_have_no_known_source():
    assert LanguagePair(None, LanguageTag("de")).source is None

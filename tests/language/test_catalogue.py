import json

import pytest

from translator.assets import resources
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue.load(resources() / "languages.json")


def load(interface_language):
    return Catalogue.load(resources() / "languages.json", interface_language)


def tags(languages):
    return [str(language.tag) for language in languages]


def found(catalogue, tag):
    language = catalogue.find(LanguageTag.parse(tag))
    return str(language.tag) if language else None


def test_a_language_knows_its_names_and_its_script(catalogue):
    chinese = catalogue.find(LanguageTag("zh", "Hans"))

    assert (chinese.endonym, chinese.name) == ("中文（简体）", "Chinese (Simplified)")
    assert (chinese.script, chinese.rtl, chinese.spaces) == ("Hans", False, False)


@pytest.mark.parametrize("tag", ["ar", "he", "fa", "ur", "yi", "dv", "ckb", "ug"])
def test_right_to_left_languages_are_marked(catalogue, tag):
    assert catalogue.find(LanguageTag.parse(tag)).rtl


@pytest.mark.parametrize(("tag", "spaces"), [("th", False), ("ja", False), ("ko", True), ("de", True)])
def test_languages_that_do_not_part_their_words_are_marked(catalogue, tag, spaces):
    assert catalogue.find(LanguageTag.parse(tag)).spaces is spaces


def test_latin_names_come_first_and_accents_do_not_change_the_order(catalogue):
    names = [language.endonym for language in catalogue.languages]

    assert names.index("Cebuano") < names.index("Čeština") < names.index("Dansk") < names.index("Ελληνικά")
    assert names.index("Occitan") < names.index("ʻŌlelo Hawaiʻi") < names.index("Oromoo")
    scripts = [language.script == "Latn" for language in catalogue.languages]
    assert scripts == sorted(scripts, reverse=True)


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("de", "de"),
        ("de-AT", "de-AT"),
        ("de-LU", "de"),
        ("en", "en-US"),
        ("en-AU", "en-US"),
        ("en-Latn-GB", "en-GB"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("sr-Cyrl-ME", "sr"),
        ("sr-Latn-RS", "sr-Latn"),
        ("ja-Jpan", "ja"),
        ("no-NO", "nb"),
        ("uz-Cyrl", None),
        ("tlh", None),
    ],
)
def test_the_nearest_language_offered_is_found(catalogue, asked, offered):
    assert found(catalogue, asked) == offered


@pytest.mark.parametrize(
    ("text", "tag"), [("de", "de"), ("de-LU", "de"), ("zh_TW", "zh-Hant"), ("qqq", None), ("", None)]
)
def test_a_text_stands_for_the_tag_of_the_language_that_is_offered(catalogue, text, tag):
    parsed = catalogue.parse(text)
    assert (str(parsed) if parsed else None) == tag


def test_a_tag_that_was_never_parsed_is_found_by_its_alias(catalogue):
    assert str(catalogue.find(LanguageTag("zh", region="TW")).tag) == "zh-Hant"


def test_names_are_in_the_interface_language_and_english_ones_stay_english():
    german = load("de_DE.UTF-8")

    assert german.name(LanguageTag("zh", "Hant")) == "Chinesisch (Traditionell)"
    assert german.english_name(LanguageTag("zh", "Hant")) == "Chinese (Traditional)"


def test_a_language_not_offered_is_named_by_its_tag(catalogue):
    assert catalogue.name(LanguageTag("tlh")) == "tlh"
    assert catalogue.english_name(LanguageTag("uz", "Cyrl")) == "uz-Cyrl"


@pytest.mark.parametrize(
    ("interface", "german"),
    [
        ("en", "German"),
        ("en_GB.UTF-8", "German"),
        ("zh_CN", "德语"),
        ("zh_HK", "德文"),
        ("zh-Hant-HK", "德文"),
        ("pt_PT", "Alemão"),
        ("nl", "German"),
        ("C", "German"),
        ("", "German"),
    ],
)
def test_an_interface_language_is_taken_as_near_as_there_is_one(interface, german):
    assert load(interface).name(LanguageTag("de")) == german


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("german", "de"),
        ("  GERM", "de"),
        ("Deutsch", "de"),
        ("turkce", "tr"),
        ("Türk", "tr"),
        ("azerbaycan", "az"),
        ("olelo", "haw"),
        ("русс", "ru"),
        ("日本", "ja"),
        ("한국", "ko"),
        ("simplified", "zh-Hans"),
        ("chinese trad", "zh-Hant"),
        ("trad chin", "zh-Hant"),
        ("farsi", "fa"),
        ("pt_br", "pt-BR"),
        ("zh-HK", "zh-Hant"),
        ("no", "nb"),
        ("in", "id"),
        ("hi", "hi"),
    ],
)
def test_a_language_is_found_by_what_people_type(catalogue, typed, first):
    assert tags(catalogue.search(typed))[0] == first


def test_names_that_begin_with_the_text_come_before_those_that_contain_it(catalogue):
    hits = tags(catalogue.search("ara"))

    assert hits[0] == "ar"
    assert "gn" in hits[1:]


def test_a_whole_name_ranks_before_one_of_its_words_and_that_before_the_middle_of_one(catalogue):
    hits = tags(catalogue.search("man"))

    assert hits.index("mni") < hits.index("de")  # Manipuri, then GerMAN
    assert hits.index("zh-Hans") < hits.index("rm")  # Mandarin, then RoMANsh

    hits = tags(catalogue.search("sor"))

    assert hits.index("ckb") < hits.index("hsb")  # Sorani, then Upper Sorbian


def test_the_interface_language_is_searched_too():
    assert tags(load("fr").search("allemand"))[0] == "de"
    assert tags(load("fr").search("german"))[0] == "de"


@pytest.mark.parametrize("typed", ["", "  ", "()"])
def test_no_text_finds_all_in_their_order(catalogue, typed):
    assert catalogue.search(typed) == list(catalogue.languages)


def test_text_that_is_no_language_finds_nothing(catalogue):
    assert catalogue.search("xqzt") == []


def test_a_broken_file_is_told_at_once(tmp_path):
    path = tmp_path / "languages.json"
    path.write_text(json.dumps({"interface": ["en"]}), encoding="utf-8")

    with pytest.raises(KeyError):
        Catalogue.load(path)
    with pytest.raises(FileNotFoundError):
        Catalogue.load(tmp_path / "missing.json")

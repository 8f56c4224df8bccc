import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.sentences import AMBIGUOUS_WORDS, SENTENCES
from translator.language.detection import Detection, Detector
from translator.language.identifier import load_identifier
from translator.language.tag import LanguageTag


def tags(*names: str) -> list[LanguageTag]:
    return [LanguageTag.parse(name) for name in names]


def certainly(name: str) -> Detection:
    return Detection(LanguageTag.parse(name), certain=True)


def perhaps(name: str) -> Detection:
    return Detection(LanguageTag.parse(name), certain=False)


def guessing(**guesses: float):
    return lambda _: list(guesses.items())


@pytest.fixture(scope="module")
def detector():
    return Detector(load_identifier(), tags("en", "de"))


# With the real identifier, on real sentences.


def test_nearly_all_sentences_are_recognised_and_none_is_certainly_another(detector):
    detections = [(name, detector.detect(sentence)) for name, sentence in SENTENCES]
    wrong = [(name, found) for name, found in detections if str(found.tag) != name]
    assert len(wrong) <= 0.04 * len(SENTENCES), wrong
    assert not [found for _, found in wrong if found.certain]


def test_most_sentences_are_recognised_for_certain(detector):
    certain = sum(detector.detect(sentence).certain for _, sentence in SENTENCES)
    assert certain >= 0.85 * len(SENTENCES)


@pytest.mark.parametrize("word", AMBIGUOUS_WORDS)
def test_a_word_of_several_languages_is_uncertain(detector, word):
    assert not detector.detect(word).certain


def test_a_word_that_may_be_the_users_own_language_is_taken_for_it():
    assert Detector(load_identifier(), tags("de", "en")).detect("hallo") == perhaps("de")
    assert Detector(load_identifier(), tags("pt-PT", "en")).detect("ajustes") == perhaps("pt-PT")


# By the script alone.


@pytest.mark.parametrize("text", ["", "  \n", "42 + 1", "👍", "https://example.org/path", "me@example.org", "Ꭰ"])
def test_a_text_without_words_has_no_language(detector, text):
    assert detector.detect(text) == Detection(None, certain=False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ja", "ひらがな"),
        ("ja", "漢字とカナ"),
        ("ko", "한국어"),
        ("th", "ไทย"),
        ("el", "Ελληνικά"),
        ("he", "עברית"),
        ("uk", "Київ і його їжа"),
        ("be", "ўсё"),
        ("mk", "ќе"),
        ("sr", "ћу"),
        ("vi", "Hôm nay trời đẹp"),
        ("vi", "Ho\u0302m nay tro\u031b\u0300i đẹp"),
        ("zh-Hans", "汉语"),
        ("zh-Hant", "漢語"),
        ("zh-Hant", "ㄅㄆ"),
    ],
)
def test_the_script_is_enough_where_it_tells(name, text):
    found = Detector(None).detect(text)
    assert found.tag == LanguageTag.parse(name)
    assert found.certain is (name != "he")


def test_characters_of_both_chinese_scripts_are_uncertain_and_may_be_japanese():
    assert Detector(None).detect("你好") == perhaps("zh-Hans")
    assert Detector(None, tags("de", "zh-TW")).detect("你好") == perhaps("zh-Hant")
    assert Detector(None, tags("de", "ja", "zh")).detect("大学") == perhaps("ja")
    assert Detector(None, tags("de", "ja")).detect("汉语是一种语言") == certainly("zh-Hans")


def test_without_an_identifier_the_users_languages_are_guessed():
    assert Detector(None, tags("ru", "de")).detect("Guten Morgen, mein Freund") == perhaps("de")
    assert Detector(None, tags("de", "bg")).detect("добър ден") == perhaps("bg")
    assert Detector(None, tags("de")).detect("добър ден") == perhaps("ru")
    assert Detector(None).detect("Guten Morgen") == Detection(None, certain=False)


def test_a_few_foreign_words_change_nothing():
    assert Detector(None).detect("Nguyễn is a name, and so is Trần, in this long English text").certain is False
    assert Detector(None).detect("我们的微信 and の味道 是中国的应用程序，很多人都在使用它") == certainly("zh-Hans")


def test_a_text_half_in_one_script_and_half_in_another_is_uncertain():
    assert not Detector(None).detect("Καλημέρα everybody").certain


# By likelihood.

LONG = "a sentence that is long enough to be told from any other one"


def test_a_likely_language_is_certain():
    assert Detector(guessing(fr=0.9, de=0.1)).detect(LONG) == certainly("fr")


def test_an_unlikely_one_is_uncertain_and_the_users_own_is_taken_if_it_is_plausible():
    identify = guessing(fr=0.4, it=0.35, de=0.15)
    assert Detector(identify).detect(LONG) == perhaps("fr")
    assert Detector(identify, tags("en", "de", "it")).detect(LONG) == perhaps("de")
    assert Detector(guessing(fr=0.5, it=0.4, de=0.05), tags("de", "it")).detect(LONG) == perhaps("it")


def test_a_short_text_must_be_very_likely():
    assert Detector(guessing(fr=0.7, de=0.3)).detect("oui bonjour") == perhaps("fr")
    assert Detector(guessing(fr=0.9, de=0.1)).detect("oui bonjour") == certainly("fr")
    assert Detector(guessing(fr=1.0)).detect("a b c") == perhaps("fr")


def test_close_languages_need_more_text():
    assert Detector(guessing(da=0.9, nb=0.1)).detect("det er en god dag") == perhaps("da")
    assert Detector(guessing(da=0.99, nb=0.01)).detect("det er en god dag") == certainly("da")
    assert Detector(guessing(da=0.9, nb=0.1)).detect("det er en god dag " * 4) == certainly("da")


def test_the_users_variant_is_taken():
    assert Detector(guessing(pt=0.9), tags("pt-PT")).detect(LONG) == certainly("pt-PT")
    assert Detector(guessing(pt=0.9)).detect(LONG) == certainly("pt-BR")


def test_guesses_of_one_language_are_added():
    identify = lambda _: [("ar", 0.5), ("fa", 0.2), ("ar", 0.3)]  # noqa: E731 - a fake in one line
    assert Detector(identify).detect("الطقس جميل اليوم في المدينة كلها") == certainly("ar")


def test_languages_that_are_not_offered_or_in_another_script_are_not_guessed():
    identify = guessing(vo=0.1, ru=0.1, es=0.8)
    assert Detector(identify, offered=tags("ru", "es", "en")).detect(LONG) == certainly("es")
    assert Detector(identify, tags("en"), offered=tags("ru", "en")).detect(LONG) == perhaps("en")


def test_a_text_that_is_likely_in_a_language_that_is_not_offered_is_uncertain():
    assert Detector(guessing(vo=0.8, es=0.2), offered=tags("es")).detect(LONG) == perhaps("es")


def test_a_text_in_capitals_is_read_in_small_letters():
    asked = []
    Detector(lambda text: asked.append(text) or []).detect("CLOSE THE DOOR")
    assert asked == ["close the door"]


def test_only_the_beginning_of_a_long_text_is_looked_at():
    asked = []
    Detector(lambda text: asked.append(text) or []).detect("1 " * 50_000 + "word " * 100_000)
    assert asked[0].startswith("word")
    assert len(asked[0]) < 3000


@given(st.text())
def test_any_text_can_be_asked_about(text):
    found = Detector(None, tags("de", "ja")).detect(text)
    assert found.tag is not None or not found.certain

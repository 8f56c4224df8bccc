"""Which pair a text is translated in: what was chosen, what was found, and how both agree."""

import pytest

from tests.fakes.detector import FakeDetector
from translator.language.detection import Detection
from translator.language.tag import LanguagePair, LanguageTag
from translator.ui.translate.language_choice import Decision, LanguageChoice, first_target


def tag(text: str) -> LanguageTag:
    return LanguageTag.parse(text)


def pair(source: str, target: str) -> LanguagePair:
    return LanguagePair(tag(source) if source else None, tag(target))


def choice(system: str = "de", second: str = "") -> LanguageChoice:
    made = LanguageChoice(tag(system), tag(second) if second else None)
    made.use_detector(FakeDetector(hello="en", hallo="de", hola="es", bonjour="fr", oi="pt-BR"))
    return made


def decide(languages: LanguageChoice, text: str) -> Decision:
    languages.look_at(text)
    return languages.decide()


# To begin with


@pytest.mark.parametrize(("system", "target"), [("de", "de"), ("pt-PT", "pt-PT"), ("en-US", "es"), ("en-GB", "es")])
def test_the_first_target_is_the_systems_language_or_for_english_another(system: str, target: str) -> None:
    assert first_target(tag(system)) == tag(target)
    assert LanguageChoice(tag(system)).target == tag(target)


def test_without_a_detector_nothing_is_found_and_nothing_is_claimed() -> None:
    languages = LanguageChoice(tag("de"))

    assert decide(languages, "hello") == Decision(pair("", "de"))


def test_a_certain_detection_is_the_source() -> None:
    assert decide(choice(), "hello") == Decision(pair("en", "de"))


def test_an_uncertain_detection_is_left_to_the_model() -> None:
    languages = choice()

    assert decide(languages, "hello?") == Decision(pair("", "de"))
    assert languages.found == Detection(tag("en"), certain=False)


# Source and target the same


def test_without_a_second_language_english_takes_the_place() -> None:
    assert decide(choice(), "hallo") == Decision(pair("de", "en"), switched=True)


def test_the_second_language_comes_first() -> None:
    assert decide(choice(second="fr"), "hallo") == Decision(pair("de", "fr"), switched=True)


def test_where_english_is_the_source_the_systems_language_takes_the_place() -> None:
    languages = choice("de")
    languages.choose_target(tag("en"))

    assert decide(languages, "hello") == Decision(pair("en", "de"), switched=True)


def test_a_second_language_that_is_the_source_itself_is_passed_over() -> None:
    assert decide(choice(second="de"), "hallo").languages == pair("de", "en")


def test_where_all_else_is_english_a_recent_target_takes_the_place() -> None:
    languages = choice("en-US")
    languages.choose_target(tag("fr"))
    languages.choose_target(tag("en-US"))

    assert decide(languages, "hello").languages == pair("en", "fr")


def test_where_nothing_is_left_the_text_is_there_already() -> None:
    languages = choice("en-US")
    languages.choose_target(tag("en-GB"))

    assert decide(languages, "hello") == Decision(pair("en", "en-GB"), already_there=True)
    assert languages.target == tag("en-GB")


def test_an_uncertain_detection_never_switches() -> None:
    languages = choice()

    assert decide(languages, "hallo?") == Decision(pair("", "de"))
    assert languages.target == tag("de")


def test_the_switch_is_told_once_and_holds_for_the_next_text() -> None:
    languages = choice()
    decide(languages, "hallo")

    assert decide(languages, "hallo du") == Decision(pair("de", "en"), switched=False)


def test_the_target_goes_back_with_the_next_text_in_another_language_and_it_is_told() -> None:
    languages = choice()
    decide(languages, "hallo")

    assert languages.wanted_target == tag("de")
    assert decide(languages, "hello") == Decision(pair("en", "de"), switched=True)
    assert decide(languages, "hola") == Decision(pair("es", "de"), switched=False)


def test_an_uncertain_text_after_a_switch_does_not_go_back() -> None:
    languages = choice()
    decide(languages, "hallo")

    assert decide(languages, "hola?").languages == pair("", "en")


def test_a_target_chosen_after_a_switch_stays() -> None:
    languages = choice()
    decide(languages, "hallo")
    languages.choose_target(tag("fr"))

    assert decide(languages, "hello").languages == pair("en", "fr")
    assert languages.wanted_target == tag("fr")


# What was chosen


def test_a_chosen_source_is_believed_whatever_is_found() -> None:
    languages = choice()
    languages.choose_source(tag("fr"))

    assert decide(languages, "hello") == Decision(pair("fr", "de"))


def test_from_one_variant_into_another_is_a_translation_where_the_source_was_chosen() -> None:
    languages = choice("pt-PT")
    languages.choose_source(tag("pt-BR"))

    assert decide(languages, "oi") == Decision(pair("pt-BR", "pt-PT"))


def test_a_variant_that_was_only_found_is_the_same_language() -> None:
    assert decide(choice("pt-PT"), "oi") == Decision(pair("pt-BR", "en"), switched=True)


def test_simplified_and_traditional_chinese_are_two() -> None:
    languages = choice("zh-Hant")
    languages.choose_source(tag("zh-Hans"))

    assert languages.decide() == Decision(pair("zh-Hans", "zh-Hant"))


def test_the_same_chosen_twice_switches() -> None:
    languages = choice()
    languages.choose_source(tag("de"))

    assert decide(languages, "anything") == Decision(pair("de", "en"), switched=True)


def test_detect_takes_the_word_back() -> None:
    languages = choice()
    languages.choose_source(tag("fr"))
    languages.choose_source(None)

    assert decide(languages, "hello").languages == pair("en", "de")
    assert languages.recent_sources == (tag("fr"),)


# Recent ones


def test_the_latest_choice_is_the_first_of_the_recent_ones_and_six_are_kept() -> None:
    languages = choice()
    for text in ("fr", "es", "it", "fr", "pl", "nl", "sv", "da"):
        languages.choose_target(tag(text))

    assert [str(recent) for recent in languages.recent_targets] == ["da", "sv", "nl", "pl", "fr", "it"]
    assert languages.recent_sources == ()


# Swap


def test_swap_turns_what_was_chosen_round() -> None:
    languages = choice()
    languages.choose_source(tag("fr"))

    languages.swap()

    assert (languages.source, languages.target) == (tag("de"), tag("fr"))
    assert languages.recent_targets == (tag("fr"),)
    assert languages.recent_sources == (tag("de"), tag("fr"))


def test_swap_takes_what_was_found_for_chosen() -> None:
    languages = choice()
    languages.look_at("hola")

    languages.swap()

    assert (languages.source, languages.target) == (tag("de"), tag("es"))


def test_swap_with_nothing_found_never_makes_both_the_same() -> None:
    languages = choice()

    languages.swap()

    assert languages.source == tag("de")
    assert languages.decide().languages == pair("de", "en")


def test_swap_after_a_switch_turns_round_what_is_seen() -> None:
    languages = choice()
    decide(languages, "hallo")

    languages.swap()

    assert (languages.source, languages.target) == (tag("en"), tag("de"))


def test_a_choice_that_is_gone_back_to_is_whole() -> None:
    languages = choice()
    decide(languages, "hallo")
    before = languages.pairing()
    languages.swap()

    languages.restore(before)

    assert (languages.source, languages.target) == (None, tag("en"))
    assert languages.found == Detection(tag("de"), certain=True)
    assert decide(languages, "hola").languages == pair("es", "de")


# Beginning as another


def test_it_begins_as_another_with_what_that_one_knows_but_not_its_source() -> None:
    window, popup = choice(second="fr"), LanguageChoice(tag("nl"))
    window.choose_source(tag("es"))
    window.choose_target(tag("it"))
    popup.choose_source(tag("pl"))

    popup.begin_as(window)

    assert (popup.source, popup.target, popup.second) == (None, tag("it"), tag("fr"))
    assert popup.recent_targets == (tag("it"),)
    assert decide(popup, "hello") == Decision(pair("en-US", "it"))
    assert window.source == tag("es"), "the other stays as it is"


def test_it_begins_with_the_target_that_the_other_was_meant_to_have() -> None:
    window, popup = choice(), LanguageChoice(tag("nl"))
    decide(window, "hallo")

    popup.begin_as(window)

    assert (window.target, popup.target) == (tag("en-US"), tag("de"))


def test_it_may_begin_with_a_target_of_its_own_and_forgets_the_text_before() -> None:
    window, popup = choice(), choice()
    decide(popup, "hallo")

    popup.begin_as(window, tag("ja"))

    assert (popup.target, popup.wanted_target, popup.found) == (tag("ja"), tag("ja"), Detection(None, certain=False))


def test_at_hand_are_the_present_target_the_recent_ones_and_the_second_language_once_each() -> None:
    languages = choice(second="fr")
    for target in ("it", "fr", "es"):
        languages.choose_target(tag(target))

    assert [str(each) for each in languages.targets_at_hand()] == ["es", "fr", "it"]
    assert [str(each) for each in choice(second="fr").targets_at_hand()] == ["de", "fr"]

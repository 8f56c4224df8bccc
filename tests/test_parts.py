"""Which service a run uses, and how its parts are put together."""

from pathlib import Path

import pytest

from translator.books import make_books
from translator.language.tag import LanguagePair, LanguageTag
from translator.parts import make_aids, make_catalogue, make_detector
from translator.places import find_places
from translator.service_choice import Choice, Options, UnknownService, choose_service, chosen_or_openai, find_service
from translator.settings import DEMO, Budget, Service, Settings
from translator.translation.glossary.matching import Matchers

BOX = Service("box", "My box", base_url="http://127.0.0.1:1/v1/", model="m1")
FAR = Service("far", "Far", base_url="https://far.example/v1")
SETTINGS = Settings("far", (BOX, FAR))


def choose(options: Options, settings: Settings = SETTINGS) -> Choice:
    return choose_service(settings, options, chosen_or_openai(settings))


def test_without_options_it_is_the_service_in_use() -> None:
    assert choose(Options()) == Choice(FAR)


def test_before_anything_was_chosen_it_is_openai_and_never_the_demo() -> None:
    assert choose(Options(), Settings()).service.base_url == "https://api.openai.com/v1"


def test_a_demo_that_the_user_chose_is_used() -> None:
    assert choose(Options(), Settings("demo")).service is DEMO


def test_the_demo_comes_before_everything_else() -> None:
    assert choose(Options(demo=True, service="box", base_url="http://x/v1")) == Choice(DEMO)


@pytest.mark.parametrize("name", ["box", "my BOX", "My box"])
def test_a_service_is_named_by_its_id_or_name(name: str) -> None:
    assert choose(Options(service=name)).service == BOX


def test_a_model_is_for_this_run_only() -> None:
    assert choose(Options(service="box", model="m2")).service.model == "m2"
    assert SETTINGS.services[0].model == "m1"


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/v1", "http://127.0.0.1:1/v1/", " http://127.0.0.1:1/v1"])
def test_the_address_of_a_service_is_that_service(url: str) -> None:
    choice = choose(Options(base_url=url))
    assert (choice.service, choice.stored, choice.given_address) == (BOX, True, BOX.base_url)


def test_of_two_services_at_one_address_it_is_the_one_in_use() -> None:
    twin = Service("twin", "Twin", base_url=FAR.base_url)
    assert choose(Options(base_url=FAR.base_url), Settings("far", (twin, FAR))).service == FAR


def test_any_other_address_is_a_service_of_its_own_that_nothing_is_stored_for() -> None:
    choice = choose(Options(base_url="http://127.0.0.1:7/v1"))
    assert (choice.service.name, choice.stored) == ("127.0.0.1:7", False)
    assert choice.service.preset == "custom"
    assert choice.given_address == choice.service.base_url


def test_a_known_address_is_the_known_service() -> None:
    assert choose(Options(base_url="https://api.mistral.ai/v1")).service.id == "mistral"


@pytest.mark.parametrize("url", ["nonsense", "http://[", "https://me:secret@far.example/v1"])
def test_an_address_that_is_none_is_left_to_whoever_connects(url: str) -> None:
    service = choose(Options(base_url=url)).service
    assert service.base_url == url
    assert "secret" not in service.name + service.id


def test_the_key_of_a_service_that_was_moved_elsewhere_is_not_taken_for_the_known_address() -> None:
    moved = Settings("", (Service("openai", "OpenAI", base_url="https://elsewhere.example/v1"),))
    choice = choose(Options(base_url="https://api.openai.com/v1"), moved)
    assert choice.service.id != "openai"
    assert choice.stored is False
    assert choose(Options(), moved).service.base_url == "https://elsewhere.example/v1"


def test_a_named_service_can_be_sent_elsewhere_with_its_key() -> None:
    choice = choose(Options(service="far", base_url="http://127.0.0.1:7/v1"))
    assert (choice.service.id, choice.service.base_url, choice.stored) == ("far", "http://127.0.0.1:7/v1", True)


def test_a_known_service_needs_no_setting_up_to_be_named() -> None:
    assert find_service(Settings(), "openrouter").name == "OpenRouter"


def test_an_unknown_service_is_told_which_there_are() -> None:
    with pytest.raises(UnknownService) as caught:
        find_service(SETTINGS, "nobody")
    assert caught.value.known[:2] == ("My box", "Far")


def test_the_environments_key_is_not_in_the_representation() -> None:
    assert "sk-1" not in repr(Options(environment_key="sk-1"))


def test_files_are_where_the_system_wants_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert find_places().settings_file == tmp_path / "translator" / "settings.toml"


def test_the_catalogue_is_found_and_named_in_the_interface_language() -> None:
    assert make_catalogue("de").name(LanguageTag("fr")) == "Französisch"


VOLAPUEK = "Volapük binon pük mekavik ela Johann Martin Schleyer, kel äjafon oni in yel 1879 ä äpübon oni in yel 1880"


def test_only_languages_that_are_offered_are_detected() -> None:
    catalogue = make_catalogue()
    found = make_detector(catalogue).detect(VOLAPUEK)
    assert found.certain is False
    assert found.tag is not None
    assert catalogue.find(found.tag) is not None


def test_of_the_variants_of_a_language_the_systems_own_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "C:en_GB")
    found = make_detector(make_catalogue()).detect("The weather is going to be lovely this afternoon, I am told.")
    assert found.tag == LanguageTag("en", region="GB")


@pytest.mark.parametrize(("service", "found"), [(DEMO, []), (Service("box", "Box"), ["untranslated"])])
def test_the_words_of_a_real_service_are_checked_and_not_those_of_the_demo(service: Service, found: list[str]) -> None:
    aids = make_aids(service, make_books(find_places(), Budget), Matchers())
    english = LanguagePair(LanguageTag("en"), LanguageTag("de"))
    text = "The weather will be fine tomorrow."
    assert [finding.check.value for finding in aids.checks.check(text, text, english)] == found

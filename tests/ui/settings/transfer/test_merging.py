"""Settings from elsewhere are put into the place of ours, and lead no key to where it does not belong."""

from dataclasses import replace

from translator.settings import DEMO_ID, Service, Settings
from translator.ui.settings.transfer.merging import merged

OPENAI = Service("openai", "OpenAI", "openai", "https://api.openai.com/v1", "gpt-x")
MINE = Service(
    "mine~1", "Mine", base_url="https://mine.example/v1", proxy="http://u:p@proxy.example:1", headers=(("X-A", "b"),)
)  # fmt: skip
OWN = Settings("openai", (OPENAI, MINE), unknown={"newer": 1})


def test_what_is_set_elsewhere_is_set_here() -> None:
    result = merged(OWN, replace(OWN, appearance="dark", text_size=150))
    assert (result.appearance, result.text_size) == ("dark", 150)


def test_the_same_service_changes_and_keeps_its_id_headers_and_proxy() -> None:
    result = merged(OWN, Settings("mine~1", (replace(MINE, model="new", proxy="", headers=()),)))

    assert result.find("mine~1") == replace(MINE, model="new")
    assert result.current_service == "mine~1"


def test_a_known_id_with_another_address_is_another_service() -> None:
    thief = replace(OPENAI, base_url="https://thief.example/v1")
    result = merged(OWN, Settings("openai", (thief,)))

    assert result.find("openai") == OPENAI
    [came] = [service for service in result.services if service.base_url == thief.base_url]
    assert came.id not in ("openai", "mine~1", DEMO_ID)
    assert result.current_service == came.id
    assert came.name == "OpenAI 2"


def test_an_id_that_is_not_known_here_is_not_taken_over_either() -> None:
    result = merged(Settings(), Settings("openai", (OPENAI,)))
    assert result.services[0].id != "openai"
    assert result.service.base_url == OPENAI.base_url


def test_what_was_brought_in_before_is_not_brought_in_twice() -> None:
    other = Settings("x", (Service("x", "There", base_url="https://there.example/v1"),))
    once = merged(OWN, other)
    assert merged(once, other) == once


def test_a_path_of_the_same_host_is_the_same_place() -> None:
    result = merged(OWN, Settings("openai", (replace(OPENAI, base_url="https://api.openai.com/v2"),)))
    assert [service.id for service in result.services] == ["openai", "mine~1"]


def test_services_that_only_we_have_and_what_nobody_knows_stay() -> None:
    result = merged(OWN, Settings(DEMO_ID, unknown={"theirs": 1}))
    assert result.services == OWN.services
    assert result.current_service == DEMO_ID
    assert result.unknown == OWN.unknown


def test_where_nobody_has_chosen_there_ours_stays_in_use() -> None:
    assert merged(OWN, Settings()).current_service == "openai"


def test_a_name_that_another_service_has_gets_a_number() -> None:
    other = Service("y", "mine", base_url="https://other.example/v1")
    assert merged(OWN, Settings("y", (other,))).service.name == "mine 2"

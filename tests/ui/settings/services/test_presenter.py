"""The list of services and the fields of one: what is taken, what is refused, and with which words."""

import asyncio
from dataclasses import replace

import pytest

from tests.fakes.engines import FakeEngines
from tests.support.waiting import settle
from tests.ui.settings.room import OLLAMA, OPENAI, Room
from translator.settings import DEMO_ID, Service, Settings
from translator.translation.errors.connections import ConnectionRefused
from translator.translation.errors.keys import KeyRefused, KeyStoreLocked, KeyStoreMissing, KeyWanted

OTHER = Service("other", "Other", base_url="https://other.example/v1")


async def test_the_services_are_listed_with_the_demo_and_the_one_in_use_is_marked(room: Room) -> None:
    assert [line.title for line in room.screen.lines] == ["OpenAI", "Ollama", "Demo (pseudo-translation)"]
    assert [line.mark for line in room.screen.lines] == ["In use", "", ""]
    assert room.screen.lines[1].caption == "127.0.0.1:11434 · gemma3"
    assert room.screen.selected == "openai"
    assert not room.screen.can_use


async def test_nothing_is_marked_before_anyone_has_chosen() -> None:
    room = Room(Settings())
    await room.open()
    assert [line.mark for line in room.screen.lines] == [""]
    assert room.screen.can_use
    await room.presenter.close()


async def test_another_service_is_looked_at_and_then_used(room: Room) -> None:
    room.presenter.select("ollama")
    assert room.screen.heading == "Ollama"
    assert room.screen.fields["address"] == OLLAMA.base_url
    assert room.preferences.service == OPENAI

    room.presenter.use()
    assert room.preferences.service == OLLAMA
    assert [line.mark for line in room.screen.lines] == ["", "In use", ""]


async def test_the_demo_has_no_fields_and_cannot_be_removed(room: Room) -> None:
    room.presenter.select(DEMO_ID)
    assert not room.screen.editable
    assert not room.screen.can_remove
    assert room.screen.can_use


async def test_a_preset_is_added_and_its_key_is_what_one_enters_next(room: Room) -> None:
    room.presenter.add("mistral")
    assert room.service.base_url == "https://api.mistral.ai/v1"
    assert room.screen.key_page == "https://console.mistral.ai/api-keys"
    assert room.screen.focused == "key"
    assert room.preferences.service == OPENAI


async def test_another_model_can_read_the_pictures(room: Room) -> None:
    room.presenter.change("picture_model", " seer-2 ")
    assert (room.service.model, room.service.picture_model) == (OPENAI.model, "seer-2")
    room.presenter.select("ollama")
    assert room.screen.fields["picture_model"] == ""
    room.presenter.select("openai")
    assert room.screen.fields["picture_model"] == "seer-2"


async def test_a_second_service_of_a_kind_gets_its_own_id_and_name(room: Room) -> None:
    room.presenter.add("openai")
    assert (room.service.id, room.service.name) == ("openai-2", "OpenAI 2")


async def test_a_custom_service_begins_with_its_address_and_an_id_nobody_had(room: Room) -> None:
    room.presenter.add("custom")
    first = room.service.id
    assert room.screen.focused == "address"
    assert room.screen.problems["address"] == ""
    room.presenter.remove()
    await settle()
    room.presenter.add("custom")
    assert room.service.id != first


async def test_an_address_with_a_gap_says_what_to_put_there(room: Room) -> None:
    room.presenter.add("azure")
    assert "in capitals" in room.screen.problems["address"]
    assert room.screen.focused == "address"


async def test_removing_asks_first_and_takes_the_key_along(room: Room) -> None:
    room.presenter.ask_to_remove()
    assert room.screen.question == "Remove OpenAI and its key?"
    room.presenter.keep()
    assert room.screen.question == ""

    room.presenter.remove()
    await settle()
    assert room.preferences.settings.services == (OLLAMA,)
    assert room.keys.stored == {}
    assert room.screen.selected == "ollama"


async def test_a_service_whose_key_cannot_be_removed_stays(room: Room) -> None:
    room.keys.failure = KeyStoreLocked()
    room.presenter.remove()
    await settle()
    assert room.preferences.settings.services == (OPENAI, OLLAMA)
    assert "OpenAI was not removed" in room.screen.removal_problem
    assert "locked" in room.screen.removal_problem


async def test_who_looks_at_another_service_before_one_is_removed_stays_there(room: Room) -> None:
    room.preferences.change(replace(room.preferences.settings, services=(OPENAI, OLLAMA, OTHER)))
    room.keys.gate = asyncio.Event()
    room.presenter.remove()
    await settle()
    room.presenter.select("other")
    room.keys.gate.set()
    await settle()

    assert room.preferences.settings.services == (OLLAMA, OTHER)
    assert room.screen.selected == "other"


async def test_several_services_are_removed_though_the_keyring_is_slow(room: Room) -> None:
    room.preferences.change(replace(room.preferences.settings, services=(OPENAI, OLLAMA, OTHER)))
    room.keys.gate = asyncio.Event()
    for name in ("openai", "ollama"):
        room.presenter.select(name)
        room.presenter.remove()
        await settle()
    room.keys.gate.set()
    await settle()

    assert room.preferences.settings.services == (OTHER,)


async def test_without_a_keyring_a_service_can_still_be_removed(room: Room) -> None:
    room.keys.failure = KeyStoreMissing()
    room.presenter.remove()
    await settle()
    assert room.preferences.settings.services == (OLLAMA,)


async def test_a_name_is_taken_unless_it_is_empty_or_another_has_it(room: Room) -> None:
    room.presenter.change("name", "")
    assert room.screen.problems["name"] == "A service needs a name."
    room.presenter.change("name", "ollama")
    assert room.screen.problems["name"] == "Another service has this name."
    room.presenter.change("name", " Work ")
    assert room.screen.problems["name"] == ""
    assert room.service.name == room.screen.heading == "Work"


@pytest.mark.parametrize("wrong", ["", "example.org", "ftp://example.org", "https://user@example.org", "https://a b"])
async def test_a_wrong_address_is_refused_and_stays_as_it_was(room: Room, wrong: str) -> None:
    room.presenter.change("address", wrong)
    assert "https://example.org/v1" in room.screen.problems["address"]
    assert room.service == OPENAI


async def test_a_refused_address_is_not_written_over_by_another_change(room: Room) -> None:
    room.presenter.change("address", "nonsense")
    room.screen.shown.clear()
    room.presenter.change("model", "gpt-y")
    assert room.screen.shown == ["model", "input_price", "output_price"]
    assert room.screen.problems["address"]


async def test_unencrypted_http_needs_the_switch_and_is_taken_with_it(room: Room) -> None:
    room.presenter.select("ollama")
    room.presenter.change("address", "http://server.lan:8080/v1")
    assert "unencrypted to server.lan" in room.screen.problems["address"]
    assert room.service.base_url == OLLAMA.base_url

    room.presenter.address.allow_http(True)
    await settle()
    assert room.screen.problems["address"] == ""
    assert room.service.base_url == "http://server.lan:8080/v1"

    room.presenter.address.allow_http(False)
    assert "unencrypted" in room.screen.problems["address"]


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "http://127.0.0.1:8080", "https://proxy.example", ""])
async def test_a_proxy_is_taken(room: Room, proxy: str) -> None:
    room.presenter.change("proxy", proxy)
    assert room.screen.problems["proxy"] == ""
    assert room.service.proxy == proxy


@pytest.mark.parametrize("proxy", ["socks5://proxy:1080", "http://", "a proxy", "http://proxy:0", "http://me:pw@proxy"])
async def test_a_proxy_that_cannot_be_used_or_holds_a_password_is_refused(room: Room, proxy: str) -> None:
    room.presenter.change("proxy", proxy)
    assert room.screen.problems["proxy"]
    assert room.service.proxy == ""


async def test_headers_are_kept_and_keys_among_them_refused(room: Room) -> None:
    room.presenter.change("headers", "X-Title: Mine\nHTTP-Referer: https://example.org")
    assert room.service.headers == (("X-Title", "Mine"), ("HTTP-Referer", "https://example.org"))
    assert room.screen.fields["headers"] == "X-Title: Mine\nHTTP-Referer: https://example.org"
    room.presenter.change("headers", "Authorization: Bearer sk-abc")
    assert "keyring" in room.screen.problems["headers"]
    assert "sk-abc" not in room.screen.problems["headers"]
    assert len(room.service.headers) == 2


async def test_models_are_offered_when_asked_for(room: Room) -> None:
    room.engines.offered = ("a", "b")
    room.presenter.models.fetch()
    assert room.screen.models_said == "Asking for the models…"
    await settle()
    assert room.screen.models == ["a", "b"]
    assert room.screen.models_said == "2 models; any name may be typed."


async def test_a_service_that_names_no_model_or_fails_says_so(room: Room) -> None:
    room.presenter.models.fetch()
    await settle()
    assert "names no models" in room.screen.models_said
    room.engines.failure = ConnectionRefused("OpenAI", "api.openai.com")
    room.presenter.models.fetch()
    await settle()
    assert "refused" in room.screen.problems["model"]


async def test_without_a_key_it_is_said_that_one_is_missing_and_with_one_the_models_are_asked_for_again(
    room: Room,
) -> None:
    room.presenter.select("ollama")
    await settle()
    room.engines.failure = KeyWanted("Ollama", "127.0.0.1")
    for ask in (room.presenter.models.fetch, room.presenter.models.test):
        ask()
        await settle()
    assert room.screen.problems["model"] == room.screen.test[0] == "Ollama wants a key, and none has been given."

    room.engines.failure, room.engines.offered = None, ("a", "b")
    room.presenter.key.store("sk-new")
    await settle()
    assert room.screen.problems["model"] == ""
    assert room.screen.models == ["a", "b"]


async def test_a_key_that_is_there_is_said_not_to_be_accepted(room: Room) -> None:
    room.engines.failure = KeyRefused("OpenAI", "api.openai.com")
    room.presenter.models.fetch()
    await settle()
    assert room.screen.problems["model"] == "OpenAI does not accept the key."
    asked = len(room.engines.asked)
    room.presenter.key.store("sk-as-bad")
    await settle()
    assert len(room.engines.asked) == asked + 1

    room.engines.failure, room.engines.offered = None, ("a",)
    room.presenter.models.test()
    await settle()
    assert (room.screen.problems["model"], room.screen.models) == ("", ["a"])


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        (("gpt-x",), ("OpenAI answers and offers 1 model.", "success")),
        (("other",), ("OpenAI answers, but does not list the model gpt-x.", "error")),
        ((), ("OpenAI answers and offers 0 models.", "success")),
    ],
)
async def test_the_test_says_what_came_back(room: Room, offered: tuple[str, ...], said: tuple[str, str]) -> None:
    room.engines.offered = offered
    room.presenter.models.test()
    await settle()
    assert room.screen.test == said


async def test_a_failed_test_is_explained_and_gone_with_the_next_service(room: Room) -> None:
    room.engines.failure = ConnectionRefused("OpenAI", "api.openai.com")
    room.presenter.models.test()
    await settle()
    assert room.screen.test[1] == "error"
    room.presenter.select("ollama")
    assert room.screen.test == ("", "hint")


async def test_an_answer_about_another_service_is_never_shown(room: Room) -> None:
    held = FakeEngines()
    room.engines.gate = held.looked
    room.engines.offered = ("late",)
    room.presenter.models.fetch()
    await settle()
    room.presenter.select("ollama")
    held.looked.set()
    await settle()
    assert room.screen.models == []


@pytest.mark.parametrize("ask", ["fetch", "test"])
async def test_an_answer_from_another_address_is_never_shown(room: Room, ask: str) -> None:
    room.engines.gate = asyncio.Event()
    room.engines.offered = ("late",)
    getattr(room.presenter.models, ask)()
    await settle()
    room.presenter.change("address", "https://api.openai.com/v2")
    room.engines.gate.set()
    await settle()

    assert room.screen.models == []
    assert room.screen.test == ("", "hint")


async def test_a_service_of_this_run_alone_is_listed_and_changed_for_this_run_alone() -> None:
    room = Room()
    given = Service("example.org", "example.org", base_url="https://example.org/v1")
    room.preferences.use_for_this_run(given)
    await room.open()
    assert room.screen.selected == "example.org"
    assert not room.screen.can_remove

    room.presenter.change("model", "m")
    assert room.preferences.service.model == "m"
    assert room.preferences.settings.services == (OPENAI, OLLAMA)
    await room.presenter.close()


async def test_nothing_is_asked_of_the_keyring_before_the_page_is_opened() -> None:
    room = Room()
    room.preferences.choose_service("ollama")
    await settle()
    assert room.screen.key_status == ""

"""The key on the services page: where it is, how it comes and goes, and that it never follows to another place."""

import asyncio

import pytest

from tests.support.waiting import settle
from tests.ui.settings.room import OLLAMA, OPENAI, Room
from translator.settings import Service, Settings
from translator.translation.errors.keys import KeyStoreError, KeyStoreHung, KeyStoreLocked, KeyStoreMissing

ELSEWHERE = "https://elsewhere.example/v1"


async def test_where_the_key_is_is_said(room: Room) -> None:
    assert room.screen.key_status == "In the system keyring."
    assert room.screen.key_stored
    room.presenter.select("ollama")
    await settle()
    assert room.screen.key_status.startswith("None.")
    assert not room.screen.key_stored


async def test_a_key_of_the_session_or_the_environment_is_named_as_such(room: Room) -> None:
    room.keys.session["openai"] = "sk"
    await room.open()
    assert room.screen.key_status == "For this session only."
    room.keys = room.keys
    room.keys.session.clear()
    room.keys.stored.clear()
    room.keys.environment.add("openai")
    await room.open()
    assert room.screen.key_status == "From the environment variable OPENAI_API_KEY."
    assert not room.screen.key_stored


async def test_a_keyring_that_fails_is_explained_in_the_place_of_the_status(room: Room) -> None:
    room.keys.failure = KeyStoreLocked()
    await room.open()
    assert "locked" in room.screen.key_status


async def test_a_key_is_stored_and_the_field_emptied(room: Room) -> None:
    room.screen.typed_key = "sk-new"
    room.presenter.key.store("sk-new")
    await settle()
    assert room.keys.stored["openai"] == "sk-new"
    assert room.screen.typed_key == ""
    assert room.screen.key_status == "In the system keyring."


async def test_while_it_is_stored_the_page_says_so(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.key.store("sk-new")
    await settle()
    assert room.screen.key_storing
    room.keys.gate.set()
    await settle()
    assert not room.screen.key_storing


async def test_who_comes_back_while_it_is_stored_is_told_so_and_the_key_stays_in_its_field(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.screen.typed_key = "sk-new"
    room.presenter.key.store("sk-new")
    await settle()
    await room.open()
    assert room.screen.key_storing
    assert room.screen.typed_key == "sk-new"
    room.keys.gate.set()
    await settle()
    assert room.keys.stored["openai"] == "sk-new"
    assert room.screen.typed_key == ""
    assert room.screen.key_status == "In the system keyring."
    assert not room.screen.insisted


async def test_a_failure_is_told_to_who_looks_at_another_service_by_then(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.key.store("sk-new")
    await settle()
    room.presenter.select("ollama")
    room.presenter.key.store("sk-local")  # does not end the wait for the first
    await settle()
    room.keys.failure = KeyStoreLocked()
    room.keys.gate.set()
    await settle()
    assert room.screen.insisted == 2
    assert room.screen.selected == "ollama"
    room.presenter.select("openai")
    await settle()
    assert room.keys.stored["openai"] == "sk-old"


async def test_a_failure_leads_back_to_the_service_that_it_is_about(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.key.store("sk-new")
    await settle()
    room.presenter.select("ollama")
    room.keys.failure = KeyStoreLocked()
    room.keys.gate.set()
    await settle()
    assert room.screen.selected == "openai"
    assert "locked" in room.screen.problems["key"]
    assert room.screen.key_status == "Not saved"
    assert not room.screen.session_offered, "there is no key in the field any more"


async def test_enter_pressed_twice_stores_once(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.key.store("sk-new")
    await settle()
    room.presenter.key.store("sk-newer")
    room.keys.gate.set()
    await settle()
    assert room.keys.stored["openai"] == "sk-new"


async def test_an_empty_key_is_not_stored(room: Room) -> None:
    room.presenter.key.store("  ")
    await settle()
    assert room.keys.stored["openai"] == "sk-old"
    assert room.screen.focused == "key"


@pytest.mark.parametrize("failure", [KeyStoreMissing(), KeyStoreHung()])
async def test_where_the_keyring_fails_the_session_is_offered(room: Room, failure: KeyStoreError) -> None:
    room.keys.failure = failure
    room.presenter.key.store("sk-new")
    await settle()
    assert "keyring" in room.screen.problems["key"]
    assert room.screen.session_offered
    assert not room.screen.key_storing

    room.presenter.key.keep_for_session("sk-new")
    await settle()
    assert room.keys.session == {"openai": "sk-new"}
    assert not room.screen.session_offered
    assert room.screen.key_status == "For this session only."


async def test_a_malformed_key_is_refused_wherever_it_is_to_be_kept(room: Room) -> None:
    room.presenter.key.store("sk old")
    await settle()
    assert "holds characters" in room.screen.problems["key"]
    assert not room.screen.session_offered
    room.presenter.key.keep_for_session("sk old")
    assert room.keys.session == {}


async def test_a_key_is_deleted(room: Room) -> None:
    room.presenter.key.delete()
    await settle()
    assert room.keys.stored == {}
    assert room.screen.key_status == "None."


async def test_a_key_that_cannot_be_deleted_is_explained(room: Room) -> None:
    room.keys.failure = KeyStoreLocked()
    room.presenter.key.delete()
    await settle()
    assert room.keys.stored == {"openai": "sk-old"}
    assert "locked" in room.screen.problems["key"]


async def test_another_path_of_the_same_place_keeps_the_key(room: Room) -> None:
    room.presenter.change("address", "https://api.openai.com:443/v2")
    await settle()
    assert room.service.base_url == "https://api.openai.com:443/v2"
    assert room.keys.stored == {"openai": "sk-old"}


@pytest.mark.parametrize("address", [ELSEWHERE, "https://api.openai.com:8443/v1", "https://openai.com/v1"])
async def test_a_key_does_not_follow_to_another_place(room: Room, address: str) -> None:
    room.presenter.change("address", address)
    await settle()
    assert room.service.base_url == address
    assert room.keys.stored == {}
    assert "has been removed" in room.screen.problems["key"]
    assert room.screen.key_status == "None."


async def test_the_address_changes_only_once_the_key_is_gone(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    assert room.service.base_url == OPENAI.base_url
    room.keys.gate.set()
    await settle()
    assert room.service.base_url == ELSEWHERE


@pytest.mark.parametrize("failure", [KeyStoreLocked(), KeyStoreHung(), KeyStoreMissing()])
async def test_a_key_that_stays_in_the_keyring_belongs_to_nobody(room: Room, failure: KeyStoreError) -> None:
    room.keys.failure = failure
    room.presenter.change("address", ELSEWHERE)
    await settle()
    moved = room.preferences.service
    assert moved.base_url == ELSEWHERE
    assert moved.id != "openai"
    assert room.keys.stored == {"openai": "sk-old"}
    assert room.preferences.settings.current_service == moved.id
    assert "is not used here" in room.screen.problems["key"]


async def test_a_service_that_is_not_in_use_moves_without_coming_into_use(room: Room) -> None:
    room.presenter.select("ollama")
    room.keys.failure = KeyStoreLocked()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    assert room.preferences.service == OPENAI
    moved = room.preferences.settings.services[1]
    assert (moved.name, moved.base_url) == ("Ollama", ELSEWHERE)
    assert moved.id != OLLAMA.id


async def test_a_service_of_this_run_alone_moves_for_this_run_alone() -> None:
    room = Room()
    room.preferences.use_for_this_run(Service("x", "X", base_url="https://x.example/v1"))
    await room.open()
    room.keys.failure = KeyStoreLocked()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    assert room.preferences.service.base_url == ELSEWHERE
    assert room.preferences.service.id != "x"
    assert room.preferences.settings.services == (OPENAI, OLLAMA)
    await room.presenter.close()


async def test_a_key_entered_before_there_was_an_address_stays() -> None:
    new = Service("custom~1", "Mine")
    room = Room(Settings("custom~1", (new,)))
    await room.open()
    room.presenter.key.store("sk-new")
    await settle()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    assert room.service.base_url == ELSEWHERE
    assert room.keys.stored["custom~1"] == "sk-new"
    await room.presenter.close()


async def test_an_address_that_was_put_back_stays_though_the_keyring_is_slow(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    room.presenter.change("address", OPENAI.base_url)
    room.keys.gate.set()
    await settle()

    assert room.service.base_url == OPENAI.base_url
    assert room.screen.key_status == "In the system keyring."


async def test_the_last_address_holds_though_the_keyring_is_slow(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    room.presenter.change("address", "https://api.openai.com/v2")
    room.keys.gate.set()
    await settle()

    assert room.service.base_url == "https://api.openai.com/v2"


async def test_several_services_move_though_the_keyring_is_slow(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    room.presenter.select("ollama")
    room.presenter.change("address", "https://ollama.example/v1")
    await settle()
    room.keys.gate.set()
    await settle()

    addresses = [service.base_url for service in room.preferences.settings.services]
    assert addresses == [ELSEWHERE, "https://ollama.example/v1"]


async def test_a_service_that_is_removed_is_not_brought_back_by_a_move(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.remove()
    await settle()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    room.keys.gate.set()
    await settle()

    assert room.preferences.settings.services == (OLLAMA,)


async def test_a_key_saved_while_the_service_moves_is_for_the_new_place(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    room.presenter.change("address", ELSEWHERE)
    await settle()
    room.presenter.key.store("sk-new")
    await settle()
    room.keys.gate.set()
    await settle()
    assert room.service.base_url == ELSEWHERE
    assert room.keys.stored == {"openai": "sk-new"}

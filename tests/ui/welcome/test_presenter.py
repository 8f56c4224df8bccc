"""What the first run does with a key, a server, the demo, and the keyring's moods."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes.engines import FakeEngines
from tests.fakes.key_store import FakeKeyStore
from tests.fakes.translator import ScriptedTranslator, Step, completed
from tests.support.waiting import settle
from tests.ui.welcome.fake_panel import FakePanel
from translator.presets import find_preset
from translator.settings import DEMO_ID, Price, Service, Settings
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import ConnectionRefused
from translator.translation.errors.keys import KeyRefused, KeyStoreHung, KeyStoreMissing
from translator.translation.errors.models import NoModel
from translator.translation.request import Completed, Failed, Incomplete, IncompleteReason, Translation, Waiting
from translator.ui.preferences import Preferences
from translator.ui.welcome.key_check import check, words_on_cost
from translator.ui.welcome.presenter import WelcomePresenter


def price_of(_service: Service, model: str) -> Price | None:
    return Price(0.1, 0.5) if model == find_preset("openai").preferred_models[0] else None


OLLAMA, LMSTUDIO = find_preset("ollama"), find_preset("lmstudio")


class Room:
    """The presenter among fakes."""

    def __init__(self, settings: Settings | None = None, *, has_environment_key: bool = False) -> None:
        self.panel = FakePanel()
        self.preferences = Preferences(settings or Settings(), lambda _: None)
        self.keys = FakeKeyStore()
        self.engines = FakeEngines()
        self.checks = ScriptedTranslator(completed("Guten Morgen", "gpt-cheap"))
        self.engines.translators = {"openai": self.checks, "openai-2": self.checks}
        self.done = 0
        self.presenter = WelcomePresenter(
            self.panel, self.preferences, self.keys, self.engines, price_of, self._count,
            has_environment_key=has_environment_key, look_every=0.01,
        )  # fmt: skip

    def _count(self) -> None:
        self.done += 1

    async def save(self, key: str) -> None:
        self.panel.typed = key
        self.presenter.store_key(key)
        await settle()

    async def look(self) -> None:
        """Wait until what runs here was looked for anew, and shown."""
        self.engines.looked.clear()
        await self.engines.looked.wait()
        await settle()


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.presenter.close()


async def test_a_key_is_stored_and_openai_becomes_the_current_service(room: Room) -> None:
    await room.save("sk-abc")

    assert room.keys.stored == {"openai": "sk-abc"}
    assert room.preferences.service.base_url == "https://api.openai.com/v1"
    assert not room.preferences.is_first_run
    assert room.panel.typed == ""
    assert room.done == 1


async def test_what_a_check_costs_is_said_before(room: Room) -> None:
    assert room.panel.cost == "It is checked with one tiny request: about $0.00003."
    assert words_on_cost(Price(3, 15)) == "It is checked with one tiny request: about $0.0010."
    assert words_on_cost(None) == "It is checked with one tiny request: about 330 tokens."


async def test_a_key_is_checked_with_one_tiny_request_that_leaves_no_trace_in_the_memory(room: Room) -> None:
    await room.save("sk-abc")

    [request] = room.checks.requests
    assert len(request.text) < 20
    assert not request.uses_memory
    assert room.preferences.service.model == "gpt-cheap"


async def test_while_it_is_checked_one_may_go_on_without(room: Room) -> None:
    room.engines.translators["openai"] = ScriptedTranslator([asyncio.Event()])
    await room.save("sk-abc")
    assert room.panel.state == "checking"
    assert room.done == 0

    room.presenter.use_unchecked()
    assert room.preferences.service.id == "openai"
    assert room.panel.typed == ""
    assert room.done == 1


async def test_a_key_that_is_refused_is_not_kept_and_can_be_typed_anew(room: Room) -> None:
    room.engines.translators["openai"] = ScriptedTranslator([Failed(KeyRefused("OpenAI"))], completed("x"))
    await room.save("sk-wrong")

    assert room.panel.problem == "OpenAI does not accept the key."
    assert room.panel.topic == "troubleshooting#key_refused"
    assert (room.panel.way_on, room.panel.state) == ("", "resting")
    assert room.panel.typed == "sk-wrong"
    assert room.keys.stored == {}
    assert room.preferences.is_first_run
    room.presenter.use_unchecked()
    assert room.preferences.is_first_run

    await room.save("sk-right")
    assert room.keys.stored == {"openai": "sk-right"}
    assert room.done == 1


async def test_an_environments_key_that_is_refused_costs_no_stored_one() -> None:
    room = Room(has_environment_key=True)
    room.keys.stored = {"openai": "sk-old"}
    room.engines.translators["openai"] = ScriptedTranslator([Failed(KeyRefused("OpenAI"))])
    room.presenter.use_environment_key()
    await settle()
    await room.presenter.close()

    assert "does not accept" in room.panel.problem
    assert room.keys.stored == {"openai": "sk-old"}


@pytest.mark.parametrize(
    "run",
    [
        [Failed(ConnectionRefused("OpenAI", "api.openai.com"))],
        [Waiting(datetime.now(UTC), error=ConnectionRefused("OpenAI", "api.openai.com")), asyncio.Event()],
        [Incomplete(IncompleteReason.CUT, Translation("G"), ConnectionRefused("OpenAI", "api.openai.com"))],
    ],
)
async def test_where_the_service_is_not_reached_the_key_is_kept_and_can_be_used_unchecked(
    room: Room, run: list[Step]
) -> None:  # fmt: skip
    room.engines.translators["openai"] = ScriptedTranslator(run)
    await room.save("sk-abc")

    assert "could not be reached" in room.panel.problem
    assert (room.panel.way_on, room.panel.state) == ("unchecked", "resting")
    assert room.keys.stored == {"openai": "sk-abc"}
    room.presenter.use_unchecked()
    assert room.preferences.service.id == "openai"


async def test_an_engine_that_cannot_be_had_is_told_as_well(room: Room) -> None:
    room.engines.failure = NoModel("OpenAI")
    await room.save("sk-abc")
    assert room.panel.problem == "No model is chosen for OpenAI."


async def test_limits_are_waited_for_and_a_cut_answer_is_an_answer() -> None:
    cut = Incomplete(IncompleteReason.LENGTH, Translation("Gut", model="m"))
    assert await check(ScriptedTranslator([Waiting(datetime.now(UTC)), cut])) == "m"
    with pytest.raises(TranslationError):
        await check(ScriptedTranslator([Waiting(datetime.now(UTC))]))


async def test_a_check_that_outlives_the_panel_still_decides(room: Room) -> None:
    gate = asyncio.Event()
    translation = Translation("Guten Morgen", model="m")
    room.engines.translators["openai"] = ScriptedTranslator([gate, Completed(translation)])
    await room.save("sk-abc")
    room.presenter.stop()
    gate.set()
    await settle()
    assert room.preferences.service.model == "m"


async def test_a_check_that_outlives_the_panel_does_not_undo_what_was_chosen_meanwhile(room: Room) -> None:
    gate = asyncio.Event()
    room.engines.translators["openai"] = ScriptedTranslator([gate, Completed(Translation("Guten Morgen", model="m"))])
    await room.save("sk-abc")
    room.presenter.choose_local_server("ollama")
    room.presenter.stop()
    gate.set()
    await settle()

    assert room.preferences.service.id == "ollama"
    openai = room.preferences.settings.find("openai")
    assert openai is not None
    assert openai.model == "m"
    assert room.done == 1


async def test_a_key_that_arrives_does_not_undo_what_was_chosen_meanwhile(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    await room.save("sk-abc")
    room.presenter.choose_demo()
    room.presenter.stop()
    room.keys.gate.set()
    await settle()

    assert room.keys.stored == {"openai": "sk-abc"}
    assert room.preferences.settings.current_service == DEMO_ID


async def test_a_check_does_not_undo_what_was_set_for_the_service_meanwhile() -> None:
    gate, mine = asyncio.Event(), Service("openai", "Mine", "openai", find_preset("openai").base_url)
    room = Room(Settings(services=(mine,)))
    room.engines.translators["openai"] = ScriptedTranslator([gate, Completed(Translation("Guten Morgen", model="m"))])
    await room.save("sk-abc")
    room.preferences.change_service(replace(mine, name="Work"))
    gate.set()
    await settle()
    await room.presenter.close()

    assert room.preferences.service == replace(mine, name="Work", model="m")


async def test_nobody_is_asked_about_a_check_that_fails_after_the_panel_has_gone(room: Room) -> None:
    gate = asyncio.Event()
    room.engines.translators["openai"] = ScriptedTranslator([gate, Failed(ConnectionRefused("OpenAI"))])
    await room.save("sk-abc")
    room.presenter.stop()
    gate.set()
    await settle()
    assert room.panel.problem == ""
    assert room.preferences.service.id == "openai"


async def test_while_a_key_is_stored_the_panel_says_so(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    await room.save("sk-abc")
    assert room.panel.state == "storing"
    assert room.done == 0

    room.keys.gate.set()
    await settle()
    assert room.done == 1


async def test_a_malformed_key_is_explained_and_nothing_is_chosen(room: Room) -> None:
    await room.save("sk abc")

    assert "holds characters that no key has" in room.panel.problem
    assert room.panel.way_on == ""
    assert room.panel.typed == "sk abc"
    assert room.preferences.is_first_run


@pytest.mark.parametrize("failure", [KeyStoreMissing(), KeyStoreHung()])
async def test_where_the_keyring_fails_the_session_is_offered(room: Room, failure: KeyStoreMissing) -> None:
    room.keys.failure = failure
    await room.save("sk-abc")
    assert "keyring" in room.panel.problem
    assert room.panel.way_on == "session"

    room.presenter.keep_key_for_session()
    assert room.keys.session == {"openai": "sk-abc"}
    await settle()
    assert room.panel.typed == ""
    assert room.preferences.service.id == "openai"
    assert room.done == 1


async def test_a_key_emptied_before_it_is_kept_for_the_session_is_explained(room: Room) -> None:
    room.presenter.keep_key_for_session()

    assert "holds characters" in room.panel.problem
    assert room.done == 0


async def test_a_key_is_never_stored_for_an_openai_that_was_moved_elsewhere() -> None:
    moved = Service("openai", "OpenAI", "openai", "https://elsewhere.example/v1")
    room = Room(Settings(services=(moved,)))

    await room.save("sk-abc")
    await room.presenter.close()

    assert room.keys.stored == {"openai-2": "sk-abc"}
    assert room.preferences.service.base_url == "https://api.openai.com/v1"
    assert room.preferences.settings.find("openai") == moved


async def test_an_openai_that_is_there_already_is_used_as_it_is() -> None:
    known = Service("openai", "Mine", "openai", "https://api.openai.com/v1/", model="gpt-x")
    room = Room(Settings(services=(known,)))

    await room.save("sk-abc")
    await room.presenter.close()

    assert room.preferences.service == known
    assert room.preferences.settings.services == (known,)


async def test_the_environments_key_is_offered_and_used_without_being_stored() -> None:
    room = Room(has_environment_key=True)
    assert room.panel.offers_environment

    room.presenter.use_environment_key()
    await settle()
    await room.presenter.close()

    assert room.preferences.service.id == "openai"
    assert room.keys.stored == {}


async def test_a_local_server_is_offered_and_chosen_with_its_best_model(room: Room) -> None:
    room.engines.servers = [(OLLAMA, ("llama3:8b", "gemma3:4b", "nomic"))]
    await room.look()
    assert room.panel.servers == "Ollama is running here with 3 models. Nothing leaves this computer."
    assert [offer.words for offer in room.panel.offers] == ["Use Ollama"]

    room.presenter.choose_local_server("ollama")
    assert room.preferences.service == Service("ollama", "Ollama", "ollama", OLLAMA.base_url, "gemma3:4b")
    assert room.done == 1


async def test_a_local_server_without_a_preferred_model_is_taken_without_one(room: Room) -> None:
    room.engines.servers = [(OLLAMA, ("nomic", "whisper"))]
    await room.look()
    room.presenter.choose_local_server("ollama")
    assert room.preferences.service.model == ""


async def test_the_only_model_of_a_local_server_is_taken(room: Room) -> None:
    room.engines.servers = [(OLLAMA, ("my-own",))]
    await room.look()
    room.presenter.choose_local_server("ollama")
    assert room.preferences.service.model == "my-own"


async def test_several_local_servers_are_offered_and_an_empty_one_is_not(room: Room) -> None:
    room.engines.servers = [(OLLAMA, ("gemma3",)), (LMSTUDIO, ())]
    await room.look()
    assert room.panel.servers.startswith("Ollama and LM Studio are running here.")
    assert [offer.usable for offer in room.panel.offers] == [True, False]


async def test_servers_are_looked_for_again_until_the_panel_is_closed() -> None:
    room = Room()
    assert room.panel.servers.startswith("Looking for Ollama, LM Studio, llama.cpp or vLLM")
    await settle()
    assert room.panel.servers.startswith("None is running.")

    room.engines.servers = [(OLLAMA, ())]
    await room.look()
    assert room.panel.servers == "Ollama is running here, but has no model yet."

    await room.presenter.close()
    looks = room.engines.looks
    await asyncio.sleep(0.05)
    assert room.engines.looks == looks


async def test_no_more_servers_are_looked_for_once_one_has_chosen(room: Room) -> None:
    await settle()
    room.presenter.choose_demo()
    assert room.preferences.service.id == DEMO_ID
    assert not room.preferences.is_first_run
    looks = room.engines.looks
    await asyncio.sleep(0.05)
    assert room.engines.looks == looks


async def test_a_key_on_its_way_still_arrives_when_the_panel_has_gone(room: Room) -> None:
    room.keys.gate = asyncio.Event()
    await room.save("sk-abc")
    room.presenter.stop()
    room.panel.typed = "untouched"
    room.keys.gate.set()
    await settle()
    assert room.keys.stored == {"openai": "sk-abc"}
    assert room.preferences.service.id == "openai"
    assert room.panel.typed == "untouched"


async def test_the_switch_is_kept_and_follows_the_settings(room: Room) -> None:
    room.presenter.set_while_typing(True)
    assert room.preferences.settings.translate_while_typing
    assert room.panel.while_typing

    await room.presenter.close()
    room.preferences.change(Settings())
    assert room.panel.while_typing

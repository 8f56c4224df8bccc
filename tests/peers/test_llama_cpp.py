"""The engine and the use case with llama.cpp's own server."""

from collections.abc import Iterator
from contextlib import aclosing

import pytest

pytest.importorskip("gguf", reason="the model is made where the peer runs: on Linux")
pytest.importorskip("xllamacpp", reason="the peer runs on Linux")

from tests.engines.helpers import broken_by, engine_at, events_of, prompt_for, text_in
from tests.peers.peer import KEY, Peer, running_peer
from tests.peers.tiny_model import ALPHABET
from translator.language.tag import LanguageTag
from translator.translation.errors.keys import KeyRefused
from translator.translation.errors.requests import TextTooLong
from translator.translation.ports import Finished, TextDelta
from translator.translation.request import (
    Completed,
    Ending,
    Failed,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TranslationRequest,
    Usage,
)
from translator.translation.translate_text import TranslateText

_CONTEXT = 4096
_LONG_CONTEXT = 65_536
_LONG = "漢字" * 750  # three tokens a character there, where every byte is one


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """A model that replies with the alphabet."""
    with running_peer(tmp_path_factory.mktemp("brief"), context=_CONTEXT, endless=False) as running:
        yield running


@pytest.fixture(scope="module")
def cramped_peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """A model that never ends by itself, in a context that soon is full."""
    with running_peer(tmp_path_factory.mktemp("cramped"), context=_CONTEXT, endless=True) as running:
        yield running


@pytest.fixture(scope="module")
def endless_peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """A model that goes on for many seconds."""
    with running_peer(tmp_path_factory.mktemp("endless"), context=_LONG_CONTEXT, endless=True) as running:
        yield running


async def ending_of(peer: Peer, text: str, *, key: str = KEY) -> Ending:
    async with engine_at(peer.base_url, key=key, model=peer.model) as engine:
        request = TranslationRequest(text, LanguageTag("de"), LanguageTag("en"))
        events = [event async for event in TranslateText(engine).run(request)]
    ending = events[-1]
    assert isinstance(ending, Completed | Incomplete | Failed)
    return ending


async def test_it_lists_its_model(peer: Peer) -> None:
    async with engine_at(peer.base_url, key=KEY) as engine:
        assert await engine.models() == (peer.model,)


async def test_it_streams_a_reply_with_its_usage_and_its_end(peer: Peer) -> None:
    async with engine_at(peer.base_url, key=KEY, model=peer.model) as engine:
        events = await events_of(engine)
    usage = next(event for event in events if isinstance(event, Usage))
    assert text_in(events) == ALPHABET
    assert sum(isinstance(event, TextDelta) for event in events) > 1
    assert usage.input_tokens > len("Hello world")
    assert usage.output_tokens >= len(ALPHABET)
    assert events[-1] == Finished()


async def test_a_text_is_translated_whole(peer: Peer) -> None:
    ending = await ending_of(peer, "Hello world.\n")
    assert isinstance(ending, Completed)
    assert ending.translation.text == f"{ALPHABET}\n"
    assert ending.translation.model == peer.model


async def test_a_model_that_fills_its_context_is_incomplete(cramped_peer: Peer) -> None:
    ending = await ending_of(cramped_peer, "Hello world.")
    assert isinstance(ending, Incomplete)
    assert ending.reason == IncompleteReason.LENGTH
    assert ending.translation.text.startswith(ALPHABET * 2)


async def test_a_stop_in_mid_stream_ends_the_generation_and_the_next_request_is_served(endless_peer: Peer) -> None:
    async with engine_at(endless_peer.base_url, key=KEY, model=endless_peer.model) as engine:
        for _ in range(2):
            async with aclosing(engine.stream(prompt_for("Hello world"))) as events:
                async for event in events:
                    if isinstance(event, TextDelta):
                        break
                assert endless_peer.is_generating()
            endless_peer.wait_until_idle()


async def test_a_translation_that_is_closed_in_mid_stream_ends_the_generation(endless_peer: Peer) -> None:
    async with engine_at(endless_peer.base_url, key=KEY, model=endless_peer.model) as engine:
        request = TranslationRequest("Hello world.", LanguageTag("de"))
        async with aclosing(TranslateText(engine).run(request)) as events:
            async for event in events:
                if isinstance(event, TextAdded):
                    break
            assert endless_peer.is_generating()
        endless_peer.wait_until_idle()


async def test_a_prompt_longer_than_the_context_is_too_long(peer: Peer) -> None:
    async with engine_at(peer.base_url, key=KEY, model=peer.model) as engine:
        _, error = await broken_by(engine, prompt_for(_LONG))
    assert type(error) is TextTooLong
    ending = await ending_of(peer, _LONG)
    assert isinstance(ending, Failed)
    assert type(ending.error) is TextTooLong


async def test_a_wrong_key_is_refused(peer: Peer) -> None:
    ending = await ending_of(peer, "Hello world.", key="sk-wrong")
    assert isinstance(ending, Failed)
    assert type(ending.error) is KeyRefused

"""A traceback does not show the key, not even one that shows what every variable holds."""

import traceback
from collections.abc import Callable

import httpcore2
import httpx2
import openai
import pytest

from tests.engines.helpers import engine_at, events_of
from tests.servers.processes import running_mock
from tests.support.canary import KEY, hits
from translator.engines import openai_engine


class Bug(Exception):
    """A fault of the program itself, which no part of it expects."""


def fail(*_: object, **__: object) -> None:
    raise Bug


async def fail_later(*_: object, **__: object) -> None:
    raise Bug


PLACES: dict[str, tuple[object, str, Callable[..., object]]] = {
    "our own reader": (openai_engine, "ReplyReader", fail),
    "our layout": (openai_engine, "lay_out", fail),
    "the SDK's request": (openai.AsyncOpenAI, "_build_request", fail),
    "the SDK's client": (openai.AsyncOpenAI, "_process_response", fail_later),
    "the HTTP client": (httpx2.AsyncClient, "_send_single_request", fail_later),
    "the transport": (httpx2.AsyncHTTPTransport, "handle_async_request", fail_later),
    "the connection": (httpcore2.AsyncHTTP11Connection, "_send_request_headers", fail_later),
}


@pytest.mark.parametrize("place", PLACES)
async def test_no_variable_of_any_frame_shows_the_key(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, name, fault = PLACES[place]
    with running_mock() as mock:
        async with engine_at(mock.base_url, key=KEY) as engine:
            await engine.warm()
            monkeypatch.setattr(owner, name, fault)
            with pytest.raises(Bug) as caught:
                await events_of(engine)
    for details in (False, True):
        shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=details).format())
        assert "openai_engine.py" in shown
        assert not hits(shown)

"""Asks a service for its models. The SDK's own way reads any body, however long, and fails untyped on HTML."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing, suppress

import httpx2

from translator.engines.faults.complaint import MOST_COMPLAINT_BYTES
from translator.engines.faults.mapping import Endpoint, fault_in_reply
from translator.engines.network.address import Address
from translator.engines.network.deadlines import Watch
from translator.engines.replies.model_list import MAX_LIST_BYTES, read_models
from translator.engines.replies.wire import read_anything
from translator.i18n import tr
from translator.masking import hide
from translator.secret import Secret
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import NotAnOpenAIApi
from translator.translation.errors.servers import BadReply

_LENGTH_OF_REAL_KEYS = 20


async def list_models(http: httpx2.AsyncClient, address: Address, endpoint: Endpoint, watch: Watch) -> tuple[str, ...]:
    """Return the names of the models, sorted.

    Raises TranslationError for an answer that is no such list; what the network raises is left to the caller.
    """
    headers = {"Authorization": Secret(f"Bearer {endpoint.key}")} if endpoint.key else {}
    async with AsyncExitStack() as after, AsyncExitStack() as stack:
        asked = http.stream("GET", f"{address.url}/models", headers=headers)
        response = await watch.wait(stack.enter_async_context(asked))
        # Closed here, and behind the response, as those of a reply are (see OpenAIEngine.stream).
        pieces = await after.enter_async_context(aclosing(response.aiter_raw()))
        body = await watch.wait(_read(pieces, endpoint))
    names = read_models(body)
    if names is None:
        raise _no_list(body, endpoint)
    return tuple(name for name in names if not _repeats(name, endpoint.key))


def _repeats(name: str, key: str) -> bool:
    """Whether a model is called by our own key. A short one may be a placeholder, and the name of anything."""
    return len(key) >= _LENGTH_OF_REAL_KEYS and hide(name, key) != name


async def _read(pieces: AsyncIterator[bytes], endpoint: Endpoint) -> bytes:
    body = bytearray()
    async for piece in pieces:
        body += piece
        if len(body) > MAX_LIST_BYTES:
            raise BadReply(endpoint.service, tr("the list of models is too large"))
    return bytes(body)


def _no_list(body: bytes, endpoint: Endpoint) -> TranslationError:
    """Return the error for a body with status 200 that is no list of models: a reported one, or nonsense."""
    with suppress(ValueError):
        found = read_anything(body[:MOST_COMPLAINT_BYTES])
        if isinstance(found, dict) and (found.get("error") or found.get("object") == "error"):
            return fault_in_reply(found, endpoint)
    return NotAnOpenAIApi(endpoint.service, endpoint.host)

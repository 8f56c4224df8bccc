"""Translates by OpenAI's Chat Completions, with OpenAI or whoever speaks its language. The only importer of openai.

Import this module on a thread, after the first paint: openai takes one to three seconds.
"""

import asyncio
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import cast

import anyio
import anyio.lowlevel
import httpx2
import openai
from openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam

from translator.engines.address import Address, check_address, find_proxy
from translator.engines.deadlines import CLOUD_DEADLINES, LOCAL_DEADLINES, Deadlines, Watch
from translator.engines.event_stream import ReplyReader
from translator.engines.faults import BadStatus, Endpoint, fault_in_exception, fault_in_reply
from translator.engines.http_client import open_client
from translator.engines.model_list import MAX_LIST_BYTES, read_models
from translator.engines.wire import read_anything, repair
from translator.i18n import tr
from translator.presets import find_preset, preferred_model
from translator.settings import Service
from translator.translation.errors import (
    KeyMalformed,
    KeyMissing,
    NoModel,
    NotAnOpenAIApi,
    ServerFailed,
    TranslationError,
)
from translator.translation.ports import EngineEvent, Keys, Prompt

_BROKEN = (
    openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ssl.SSLError, OSError, UnicodeError,
    anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError, BadStatus,
)  # fmt: skip
_DRAIN_SECONDS = 0.1
# Tokens come one by one, some milliseconds apart, and each reading costs about half a millisecond of processor. So once
# there is text, whoever had to wait for a piece lets some more gather: the window paints every 33 ms, not oftener.
_GATHER_SECONDS = 0.033
_AT_ONCE_SECONDS = 0.001
_Response = openai.AsyncAPIResponse[openai.AsyncStream[ChatCompletionChunk]]
_Asked = AbstractAsyncContextManager[_Response]


@dataclass(frozen=True, slots=True)
class _Client:
    """What is built once for an endpoint, on a thread, and used for every request."""

    sdk: openai.AsyncOpenAI
    http: httpx2.AsyncClient
    address: Address
    proxy: str


class OpenAIEngine:
    """The Engine of one service. ``deadlines`` are, unless given, those of the cloud or of this computer.

    A service on this computer needs no key. Where the service names no model, the first preferred one that it has
    is taken at the first request, and kept as ``model``.
    """

    def __init__(self, service: Service, keys: Keys, *, deadlines: Deadlines | None = None) -> None:
        self.name = service.name
        self.model = service.model
        self._service = service
        self._keys = keys
        self._deadlines = deadlines
        self._client: _Client | None = None
        self._building = asyncio.Lock()
        self._asks_for_usage = True

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Ask for a translation, and yield what comes (see the port)."""
        client = await self._connect()
        key = await self._key(client.address)
        if not self.model:
            self.model = await self._settle_model()
        endpoint = replace(self._endpoint(client, key), model=self.model)
        watch = Watch(self._deadlines_for(client.address))
        with _named(endpoint):
            async with AsyncExitStack() as after, AsyncExitStack() as stack:
                response = await self._open(stack, watch, client, prompt, key)
                reader = ReplyReader(endpoint)
                # Closed in this task, and behind the response: collected later, they would try to close it once more.
                pieces = await after.enter_async_context(aclosing(_pieces_of(response)))
                began = False
                while not reader.done:
                    piece = await _next(pieces, watch, reader)
                    if piece is None:
                        break
                    for event in reader.feed(piece):
                        watch.progressed()
                        began = True
                        yield event
                    if reader.finished:
                        watch.closing()
                    elif began and watch.last_wait > _AT_ONCE_SECONDS:
                        await asyncio.sleep(_GATHER_SECONDS)
                await _drain(pieces)
            for event in reader.end():
                yield event

    async def models(self) -> tuple[str, ...]:
        """Return the names of the models that the service offers, sorted. Raises TranslationError."""
        client = await self._connect()
        key = await self._key(client.address)
        endpoint = self._endpoint(client, key)
        watch = Watch(self._deadlines_for(client.address))
        with _named(endpoint):
            async with AsyncExitStack() as stack:
                # The SDK's own models.list() reads any body, however long, and fails untyped on HTML.
                headers = {"Authorization": f"Bearer {key}"} if key else {}
                asked = client.http.stream("GET", f"{client.address.url}/models", headers=headers)
                response = await watch.wait(stack.enter_async_context(asked))
                body = await watch.wait(_read(response.aiter_raw(), endpoint))
        names = read_models(body)
        if names is None:
            raise _no_list(body, endpoint)
        return names

    async def warm(self) -> None:
        """Build the client, its TLS context and all that the SDK puts off to its first call. Sends nothing.

        Raises TranslationError where the address or the proxy is unusable.
        """
        await self._connect()
        await asyncio.to_thread(lambda: asyncio.run(_rehearse()))

    async def aclose(self) -> None:
        """Close every connection. A later request opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.http.aclose()

    async def _connect(self) -> _Client:
        async with self._building:
            if self._client is None:
                self._client = await asyncio.to_thread(self._build)
            return self._client

    def _build(self) -> _Client:
        address = check_address(self._service)
        proxy = find_proxy(self._service, address)
        http = open_client(self._service, address, proxy, self._deadlines_for(address).connect)
        # The SDK insists on a key of its own; each request brings the one it is sent with.
        sdk = openai.AsyncOpenAI(api_key="unused", base_url=address.url, max_retries=0, http_client=http)
        return _Client(sdk, http, address, proxy)

    def _deadlines_for(self, address: Address) -> Deadlines:
        return self._deadlines or (LOCAL_DEADLINES if address.is_loopback else CLOUD_DEADLINES)

    def _endpoint(self, client: _Client, key: str) -> Endpoint:
        return Endpoint(self.name, client.address.host, self.model, client.proxy, key)

    async def _key(self, address: Address) -> str:
        """Return the key to send, or nothing where none is needed. Raises KeyProblem."""
        key = (await self._keys.key_for(self._service) or "").strip()
        if not key and not address.is_loopback:
            raise KeyMissing(self.name)
        if not key.isascii() or not key.isprintable() or " " in key:
            raise KeyMalformed(self.name)
        return key

    async def _settle_model(self) -> str:
        available = await self.models()
        model = preferred_model(find_preset(self._service.preset), available)
        if model is None:
            raise NoModel(self.name, available=available)
        return model

    async def _open(self, stack: AsyncExitStack, watch: Watch, client: _Client, prompt: Prompt, key: str) -> _Response:
        """Send the request and return the answer's head; without asking for usage where the service minds that."""
        try:
            return await watch.wait(stack.enter_async_context(self._request(client, prompt, key)))
        except BadStatus as bad:
            if not (self._asks_for_usage and bad.names("stream_options")):
                raise
        self._asks_for_usage = False
        return await watch.wait(stack.enter_async_context(self._request(client, prompt, key)))

    def _request(self, client: _Client, prompt: Prompt, key: str) -> _Asked:
        messages: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": repair(prompt.system)},
            {"role": "user", "content": repair(prompt.user)},
        ]
        return client.sdk.chat.completions.with_streaming_response.create(
            model=self.model,
            messages=messages,
            stream=True,
            stream_options={"include_usage": True} if self._asks_for_usage else openai.omit,
            extra_headers={"Authorization": f"Bearer {key}" if key else openai.omit},
        )


@contextmanager
def _named(endpoint: Endpoint) -> Iterator[None]:
    """Turn what breaks within into our own errors. What caused them is cut off: it may quote a header."""
    try:
        yield
    except _BROKEN as error:
        raise fault_in_exception(error, endpoint) from None


async def _next(pieces: AsyncIterator[bytes], watch: Watch, reader: ReplyReader) -> bytes | None:
    """Return what comes next, or None at the end. A reply that has said why it ends may break off after that."""
    try:
        return await watch.wait(anext(pieces, None))
    except _BROKEN:
        if reader.finished:
            return None
        raise


def _pieces_of(response: _Response) -> AsyncGenerator[bytes, None]:
    return cast("AsyncGenerator[bytes, None]", response.iter_bytes())


async def _drain(pieces: AsyncIterator[bytes]) -> None:
    """Read what is left after the end mark, so that the connection can be used again; give up soon."""
    with suppress(*_BROKEN):
        async with asyncio.timeout(_DRAIN_SECONDS):
            async for _ in pieces:
                pass


async def _read(pieces: AsyncIterator[bytes], endpoint: Endpoint) -> bytes:
    body = bytearray()
    async for piece in pieces:
        body += piece
        if len(body) > MAX_LIST_BYTES:
            raise ServerFailed(endpoint.service, tr("the list of models is too large"))
    return bytes(body)


def _no_list(body: bytes, endpoint: Endpoint) -> TranslationError:
    """Return the error for a body with status 200 that is no list of models: a reported one, or nonsense."""
    with suppress(ValueError):
        found = read_anything(body)
        if isinstance(found, dict) and (found.get("error") or found.get("object") == "error"):
            return fault_in_reply(found, endpoint)
    return NotAnOpenAIApi(endpoint.service, endpoint.host)


async def _rehearse() -> None:
    """Make one request to a server that is not there: the SDK imports and builds much at its first."""
    await anyio.lowlevel.checkpoint()  # loads anyio's backend
    nobody = httpx2.MockTransport(lambda _: httpx2.Response(200, content=b"data: [DONE]\n\n"))
    async with httpx2.AsyncClient(transport=nobody, trust_env=False) as http:
        sdk = openai.AsyncOpenAI(api_key="unused", base_url="http://localhost", max_retries=0, http_client=http)
        create = sdk.chat.completions.with_streaming_response.create
        async with create(model="none", messages=[{"role": "user", "content": ""}], stream=True) as response:
            async for _ in response.iter_bytes():
                pass

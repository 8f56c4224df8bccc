"""Translates by OpenAI's Chat Completions, with OpenAI or whoever speaks its language. The only importer of openai.

Import this module on a thread, after the first paint: openai takes a second, or three on a slow machine.
"""

import asyncio
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any, cast

import anyio
import anyio.lowlevel
import httpx2
import openai
from openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam

from translator import clock
from translator.engines.faults.mapping import BadStatus, Endpoint, fault_in_exception
from translator.engines.headers.rate_limit_headers import read_rate_limits
from translator.engines.network.address import Address, check_address, find_proxy, is_given
from translator.engines.network.deadlines import Watch, for_a_list, settle_deadlines
from translator.engines.network.gathering import gathering
from translator.engines.network.http_client import open_client
from translator.engines.replies.event_stream import ReplyReader
from translator.engines.replies.list_models import list_models
from translator.engines.requests.blindness import is_blindness
from translator.engines.requests.layout import lay_out, lay_out_content
from translator.engines.requests.learned import Learned
from translator.engines.requests.refusals import is_refusal, learn
from translator.presets import find_preset, preferred_model
from translator.secret import Secret
from translator.settings import Deadlines, Service
from translator.translation.capabilities import CapabilityStore
from translator.translation.errors.keys import KeyMalformed, KeyMissing, KeyProblem
from translator.translation.errors.models import CannotSee, NoModel
from translator.translation.ports import EngineEvent, Keys, Prompt
from translator.translation.request import Usage

_BROKEN = (
    openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ssl.SSLError, OSError, UnicodeError,
    anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError, BadStatus,
)  # fmt: skip
_DRAIN_SECONDS = 0.1
_MOST_TRIES = 6  # one for each parameter that a service may mind
_Response = openai.AsyncAPIResponse[openai.AsyncStream[ChatCompletionChunk]]
_Asked = AbstractAsyncContextManager[_Response]


@dataclass(frozen=True, slots=True)
class _Client:
    """What is built once for an endpoint, on a thread, and used for every request."""

    sdk: openai.AsyncOpenAI
    http: httpx2.AsyncClient
    address: Address
    proxy: str
    learned: Learned


class OpenAIEngine:
    """The Engine of one service.

    ``capabilities`` is where what is learned of its models is kept; without it, it is learned anew each time.
    ``deadlines`` replace the service's own; what is 0 in them is that of the cloud or of this computer.

    A service on this computer needs no key. Where the service names no model, the first preferred one that it has
    is taken at the first request, and kept as ``model``.
    """

    def __init__(
        self,
        service: Service,
        keys: Keys,
        *,
        capabilities: CapabilityStore | None = None,
        deadlines: Deadlines | None = None,
    ) -> None:
        self.name = service.name
        self.model = service.model
        self._service = service
        self._keys = keys
        self._capabilities = capabilities
        self._deadlines = deadlines or service.deadlines
        self._client: _Client | None = None
        self._building = asyncio.Lock()

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Ask for a translation, and yield what comes (see the port)."""
        client = await self._connect()
        key = await self._key(client.address)
        endpoint = replace(self._endpoint(client, key), model=prompt.model or await self._own_model())
        watch = Watch(self._deadlines_for(client.address))
        with _named(endpoint), gathering() as readings:
            async with AsyncExitStack() as after, AsyncExitStack() as stack:
                response, requests = await self._open(stack, watch, client, prompt, endpoint)
                limits = read_rate_limits(response.headers, clock.now())
                if limits is not None:
                    yield limits
                reader = ReplyReader(endpoint, "\n".join(prompt.lines))
                # Closed in this task, and behind the response: collected later, they would try to close it once more.
                pieces = await after.enter_async_context(aclosing(_pieces_of(response)))
                while not reader.done:
                    piece = await _next(pieces, watch, reader)
                    if piece is None:
                        break
                    for event in reader.feed(piece):
                        watch.progressed(finished=reader.finished)
                        readings.start()
                        yield event
                    if reader.finished:
                        watch.closing()
                        readings.stop()
                await _drain(pieces)
            await _learn_from_reply(client.learned, endpoint.model, prompt, reader)
            for event in reader.end():
                yield replace(event, requests=requests) if isinstance(event, Usage) else event

    async def models(self) -> tuple[str, ...]:
        """Return the names of the models that the service offers, sorted. Raises TranslationError."""
        client = await self._connect()
        key = await self._key(client.address)
        endpoint = self._endpoint(client, key)
        watch = Watch(for_a_list(self._deadlines_for(client.address)))
        with _named(endpoint):
            return await list_models(client.http, client.address, endpoint, watch)

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
        return _Client(sdk, http, address, proxy, Learned(address.url, self._capabilities))

    def _deadlines_for(self, address: Address) -> Deadlines:
        return settle_deadlines(self._deadlines, is_local=address.is_loopback)

    def _endpoint(self, client: _Client, key: str) -> Endpoint:
        given = is_given(self._service)
        return Endpoint(self.name, client.address.host, self.model, client.proxy, key, is_given=given)

    async def _key(self, address: Address) -> str:
        """Return the key to send, or nothing where none is needed. Raises KeyProblem."""
        key = Secret(await self._keys.key_for(self._service) or "").strip()
        if not key and not address.is_loopback:
            raise self._key_problem(KeyMissing)
        if not key.isascii() or not key.isprintable() or " " in key:
            raise self._key_problem(KeyMalformed)
        return key

    def _key_problem(self, kind: type[KeyProblem]) -> KeyProblem:
        problem = kind(self.name)
        problem.only_from_environment = is_given(self._service)
        return problem

    async def _own_model(self) -> str:
        """Return the service's model; where it names none, the first preferred one that it has. Raises NoModel."""
        if self.model:
            return self.model
        available = await self.models()
        model = preferred_model(find_preset(self._service.preset), available)
        if model is None:
            raise NoModel(self.name, available=available)
        self.model = model
        return model

    async def _open(
        self, stack: AsyncExitStack, watch: Watch, client: _Client, prompt: Prompt, endpoint: Endpoint
    ) -> tuple[_Response, int]:
        """Send the request and return the answer's head, and how many requests that took.

        A service that minds one of our parameters is asked once more without it, or with what it takes instead; never
        twice for the same. What is learned so is kept when it has helped, and forgotten when it has not.
        """
        known = await client.learned.of(endpoint.model)
        if prompt.picture is not None and known.sees is False and not prompt.insists:
            raise CannotSee(endpoint.service, endpoint.model).before_sending()
        messages = await _messages(prompt)
        tried: list[dict[str, Any]] = []
        while True:
            layout = lay_out(known, prompt, self._service.reasoning)
            tried.append(layout)
            try:
                asked = _request(client, messages, endpoint, layout)
                response = await watch.wait(stack.enter_async_context(asked))
            except BadStatus as bad:
                if prompt.picture is not None and is_blindness(bad.status, bad.body):
                    await client.learned.keep_seeing(endpoint.model, sees=False)
                    raise CannotSee(endpoint.service, endpoint.model) from None
                lesson = learn(known, bad.status, bad.body, layout)
                is_last = len(tried) == _MOST_TRIES
                if lesson is None or is_last or lay_out(lesson, prompt, self._service.reasoning) in tried:
                    if is_refusal(bad.status):
                        client.learned.forget(endpoint.model)
                    raise
                known = lesson
                client.learned.note(endpoint.model, known)
                continue
            if len(tried) > 1 or client.learned.is_noted(endpoint.model, known):
                await client.learned.keep(endpoint.model, known)
            return response, len(tried)


async def _messages(prompt: Prompt) -> list[ChatCompletionMessageParam]:
    # A large picture takes a frame to be encoded.
    content = lay_out_content(prompt) if prompt.picture is None else await asyncio.to_thread(lay_out_content, prompt)
    messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": content}]
    return cast("list[ChatCompletionMessageParam]", messages)


def _request(
    client: _Client, messages: list[ChatCompletionMessageParam], endpoint: Endpoint, layout: dict[str, Any]
) -> _Asked:
    return client.sdk.chat.completions.with_streaming_response.create(
        model=endpoint.model,
        messages=messages,
        stream=True,
        extra_headers={"Authorization": Secret(f"Bearer {endpoint.key}") if endpoint.key else openai.omit},
        extra_body=layout,
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


async def _learn_from_reply(learned: Learned, model: str, prompt: Prompt, reader: ReplyReader) -> None:
    if reader.reasoned:
        await learned.keep_reasoning(model)
    if prompt.picture is not None and reader.finished:
        await learned.keep_seeing(model, sees=True)


def _pieces_of(response: _Response) -> AsyncGenerator[bytes, None]:
    return cast("AsyncGenerator[bytes, None]", response.iter_bytes())


async def _drain(pieces: AsyncIterator[bytes]) -> None:
    """Read what is left after the end mark, so that the connection can be used again; give up soon."""
    with suppress(*_BROKEN):
        async with asyncio.timeout(_DRAIN_SECONDS):
            async for _ in pieces:
                pass


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

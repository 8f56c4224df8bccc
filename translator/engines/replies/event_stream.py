"""A streamed chat completion: bytes to the engine's events, or to a typed error. No network, no clock."""

from collections.abc import Iterator
from contextlib import suppress

from translator.engines.faults.mapping import Endpoint, fault_in_reply
from translator.engines.replies.sse import EventReader, TooMuch
from translator.engines.replies.wire import (
    Choice,
    Chunk,
    Delta,
    TokenCount,
    join_surrogates,
    read_anything,
    read_chunk,
    read_usage,
)
from translator.i18n import ptr, tr
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import NotAnOpenAIApi
from translator.translation.errors.servers import BadReply, ServerFailed
from translator.translation.ports import EngineEvent, Finished, TextDelta
from translator.translation.request import IncompleteReason, Thinking, Usage

# What services write for "done". Ours asks for no tools, so that a tool call is a reply cut short, as is anything
# we do not know.
_DONE = {"stop", "end_turn", "eos", "eos_token", "stop_sequence", "completed", "complete"}
_REASONS = {
    **dict.fromkeys(("length", "max_tokens", "max_output_tokens", "model_length"), IncompleteReason.LENGTH),
    **dict.fromkeys(("content_filter", "safety", "sensitive", "recitation"), IncompleteReason.FILTERED),
    **dict.fromkeys(("refusal",), IncompleteReason.REFUSED),
}
# How services and gateways write that they broke down: DeepSeek, OpenRouter, Zhipu and others.
_FAILED = {
    "error", "network_error", "insufficient_system_resource", "upstream_error", "server_error", "timeout", "aborted",
    "abort", "cancelled", "failed",
}  # fmt: skip


class ReplyReader:
    """Reads one reply. Feed it what comes, then call ``end``; stop feeding once it is ``done``.

    Usage and Finished come from ``end``, in this order, and only from there. ``reasoned`` tells that the model has
    reasoned before it answered. ``source`` is the text that was sent: where it has tags of its own, one in the reply
    is no sign of that.
    """

    def __init__(self, endpoint: Endpoint, source: str = "") -> None:
        self.done = False
        self._endpoint = endpoint
        self._may_show_thoughts = "<" not in source
        self._events = EventReader()
        self._text: list[str] = []
        self._half = ""
        self._began = False
        self._tokens = TokenCount()
        self._has_text = False
        self._finish: str | None = None
        self._went_on = False
        self._refused = False
        self._reasoned = False

    @property
    def finished(self) -> bool:
        """Whether the reply said why it ends; only usage and the end mark can follow.

        Text that follows all the same takes that back: who goes on has not finished, and only the end mark tells then.
        """
        return self._finish is not None and not self._went_on

    @property
    def reasoned(self) -> bool:
        """Whether there was reasoning, shown or only counted."""
        return self._reasoned or bool(self._tokens.reasoned)

    def feed(self, chunk: bytes) -> Iterator[EngineEvent]:
        """Take what came and yield what it says. Raises TranslationError, after all text that came before."""
        try:
            for data in self._events.feed(chunk):
                yield from self._read(data)
                if self.done:
                    break
        except TooMuch:
            yield from self._flush()
            raise BadReply(self._endpoint.service, ptr("a reply", "it is too large")) from None
        except TranslationError:
            yield from self._flush()
            raise
        yield from self._flush()

    def end(self) -> Iterator[EngineEvent]:
        """Yield what was still held back, then Usage and Finished. Raises TranslationError."""
        if not self.done:
            for data in self._events.end():
                with suppress(BadReply):  # half an event is a reply that broke off, which its finish reason tells
                    yield from self._read(data)
            if self._events.plain:
                yield from self._read(self._events.body)
        yield from self._flush()
        if self._half:
            yield TextDelta("\ufffd")
        if not self._began:
            raise NotAnOpenAIApi(self._endpoint.service, self._endpoint.host)
        if self._finish in _FAILED and not self._has_text:
            raise ServerFailed(self._endpoint.service, tr("it broke off before the reply began"))
        yield self._usage()
        yield Finished(self._reason())

    def _read(self, data: bytes) -> Iterator[EngineEvent]:
        if data.startswith(b"[DONE]"):
            self.done = True
            return
        if not data.strip() and self._events.kind != b"error":
            return
        chunk = self._chunk(data)
        if chunk.is_error or self._events.kind == b"error":
            raise fault_in_reply(_anything(data), self._endpoint)
        if chunk.has_usage:
            self._tokens = read_usage(chunk.usage) or self._tokens
        if chunk.choices is None:
            return
        self._began = True
        # We ask for one reply. Of two that claim to be the first, one is read: both together would be neither.
        first = next((choice for choice in chunk.choices if not choice.index), None)
        if first is not None:
            yield from self._take(first)

    def _chunk(self, data: bytes) -> Chunk:
        try:
            return read_chunk(data)
        except ValueError:
            pass
        if self._events.kind == b"error":
            raise fault_in_reply(_anything(data), self._endpoint)
        if self._began:
            raise BadReply(self._endpoint.service, tr("part of it is unreadable"))
        raise NotAnOpenAIApi(self._endpoint.service, self._endpoint.host)

    def _take(self, choice: Choice) -> Iterator[EngineEvent]:
        delta = choice.delta or choice.message
        if delta is not None:
            yield from self._take_delta(delta)
        if choice.finish_reason:
            self._finish_for(choice.finish_reason.casefold())

    def _finish_for(self, reason: str) -> None:
        """Note why the reply ends. A gateway's "stop" after the service's "length" makes nothing whole."""
        if self._finish is None or self._finish in _DONE:
            self._finish = reason
        self._went_on = False

    def _take_delta(self, delta: Delta) -> Iterator[EngineEvent]:
        if delta.refusal:
            self._refused = True
        text = delta.text
        shows_thoughts = self._may_show_thoughts and not self._has_text and text.lstrip().startswith("<think")
        self._reasoned = self._reasoned or delta.thinks or shows_thoughts
        if text:
            self._has_text = True
            self._went_on = self._finish is not None
            self._text.append(text)
        elif delta.thinks:
            yield from self._flush()
            yield Thinking()

    def _flush(self) -> Iterator[EngineEvent]:
        """Yield the text so far as one delta: what came together is shown together."""
        if self._text:
            text, self._half = join_surrogates(self._half + "".join(self._text))
            self._text = []
            if text:
                yield TextDelta(text)

    def _usage(self) -> Usage:
        read, written = self._tokens.read, self._tokens.written
        is_silent = read is None or (written is None and self._has_text)
        return Usage(read or 0, written or 0, requests=1, estimated=is_silent, cost=None)

    def _reason(self) -> IncompleteReason | None:
        if self._refused:
            return IncompleteReason.REFUSED
        if self._finish in _DONE:
            return IncompleteReason.CUT if self._went_on and not self.done else None
        return _REASONS.get(self._finish or "", IncompleteReason.CUT)


def _anything(data: bytes) -> object:
    try:
        return read_anything(data)
    except ValueError:
        return data.decode("utf-8", "replace")

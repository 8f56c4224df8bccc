"""A streamed chat completion: bytes to the engine's events, or to a typed error. No network, no clock."""

from collections.abc import Iterator

from translator.engines.faults import Endpoint, fault_in_reply
from translator.engines.sse import EventReader, TooMuch
from translator.engines.wire import Choice, Chunk, Delta, TokenCount, join_surrogates, read_anything, read_chunk
from translator.i18n import tr
from translator.translation.errors import NotAnOpenAIApi, ServerFailed, TranslationError
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


class ReplyReader:
    """Reads one reply. Feed it what comes, then call ``end``; stop feeding once it is ``done``.

    Usage and Finished come from ``end``, in this order, and only from there.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.done = False
        self._endpoint = endpoint
        self._events = EventReader()
        self._text: list[str] = []
        self._half = ""
        self._began = False
        self._tokens = TokenCount()
        self._finish: str | None = None
        self._refused = False

    @property
    def finished(self) -> bool:
        """Whether the reply said why it ends; only usage and the end mark can follow."""
        return self._finish is not None

    def feed(self, chunk: bytes) -> Iterator[EngineEvent]:
        """Take what came and yield what it says. Raises TranslationError, after all text that came before."""
        try:
            for data in self._events.feed(chunk):
                yield from self._read(data)
                if self.done:
                    break
        except TooMuch:
            yield from self._flush()
            raise ServerFailed(self._endpoint.service, tr("the reply is too large")) from None
        except TranslationError:
            yield from self._flush()
            raise
        yield from self._flush()

    def end(self) -> Iterator[EngineEvent]:
        """Yield what was still held back, then Usage and Finished. Raises TranslationError."""
        if not self.done:
            for data in self._events.end():
                yield from self._read(data)
            if self._events.plain:
                yield from self._read(self._events.body)
        yield from self._flush()
        if self._half:
            yield TextDelta("\ufffd")
        if not self._began:
            raise NotAnOpenAIApi(self._endpoint.service, self._endpoint.host)
        yield self._usage()
        yield Finished(self._reason())

    def _read(self, data: bytes) -> Iterator[EngineEvent]:
        if data.startswith(b"[DONE]"):
            self.done = True
            return
        chunk = self._chunk(data)
        if chunk.is_error or self._events.kind == b"error":
            raise fault_in_reply(_anything(data), self._endpoint)
        if chunk.usage is not None:
            self._tokens = chunk.usage
        if chunk.choices is None:
            return
        self._began = True
        for choice in chunk.choices:
            if not choice.index:
                yield from self._take(choice)

    def _chunk(self, data: bytes) -> Chunk:
        try:
            return read_chunk(data)
        except ValueError:
            pass
        if self._events.kind == b"error":
            raise fault_in_reply(_anything(data), self._endpoint)
        if self._began:
            raise ServerFailed(self._endpoint.service, tr("part of the reply is unreadable"))
        raise NotAnOpenAIApi(self._endpoint.service, self._endpoint.host)

    def _take(self, choice: Choice) -> Iterator[EngineEvent]:
        delta = choice.delta or choice.message
        if delta is not None:
            yield from self._take_delta(delta)
        if choice.finish_reason:
            self._finish = choice.finish_reason.casefold()

    def _take_delta(self, delta: Delta) -> Iterator[EngineEvent]:
        if delta.refusal:
            self._refused = True
        text = delta.text
        if text:
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
        counts = (self._tokens.prompt_tokens, self._tokens.completion_tokens)
        read, written = (max(0, int(count)) if count else 0 for count in counts)
        return Usage(read, written, requests=1)

    def _reason(self) -> IncompleteReason | None:
        if self._refused:
            return IncompleteReason.REFUSED
        if self._finish in _DONE:
            return None
        return _REASONS.get(self._finish or "", IncompleteReason.CUT)


def _anything(data: bytes) -> object:
    try:
        return read_anything(data)
    except ValueError:
        return data.decode("utf-8", "replace")

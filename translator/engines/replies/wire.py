"""The parts of a streamed chat completion that we read, typed, and the repairs that real servers make needful."""

import json
from dataclasses import dataclass
from typing import TypeVar

import msgspec

_T = TypeVar("_T")


_NOTHING = msgspec.Raw()
# The kinds of parts that are reply; all else is reasoning, or nothing that we can show.
_TEXT_PARTS = {None, "text", "output_text"}
_MOST_TOKENS = 100_000_000  # more than any model can read or write: who says more has not counted


class Part(msgspec.Struct):
    """A piece of content, where a server sends content as a list."""

    type: str | None = None
    text: object = None

    def __post_init__(self) -> None:
        """Raise ValueError for reply that is no text."""
        if self.is_reply and not isinstance(self.text, str | None):
            raise ValueError("a part of text that holds none")

    @property
    def is_reply(self) -> bool:
        """Whether it belongs to the reply."""
        return self.type in _TEXT_PARTS


class Delta(msgspec.Struct):
    """What is new in a choice; a whole message has the same fields.

    Reasoning only counts as a sign of life, so it may be of any type.
    """

    content: str | list[Part] | None = None
    refusal: str | None = None
    reasoning: object = None
    reasoning_content: object = None
    reasoning_details: object = None

    @property
    def text(self) -> str:
        """The content as text."""
        if isinstance(self.content, list):
            return "".join(str(part.text or "") for part in self.content if part.is_reply)
        return self.content or ""

    @property
    def thinks(self) -> bool:
        """Whether there is reasoning in this."""
        if self.reasoning or self.reasoning_content or self.reasoning_details:
            return True
        return isinstance(self.content, list) and any(not part.is_reply for part in self.content)


class Choice(msgspec.Struct):
    """One of the replies that were asked for."""

    index: int | None = 0
    delta: Delta | None = None
    message: Delta | None = None
    finish_reason: str | None = None


class Chunk(msgspec.Struct):
    """One event of a stream, or a whole reply, or one of the shapes in which servers report an error.

    ``usage`` stays unread: a count that makes no sense is no reason to lose a reply.
    """

    choices: list[Choice] | None = None
    usage: msgspec.Raw = _NOTHING
    error: object = None
    kind: str | None = msgspec.field(name="object", default=None)
    detail: object = None
    message: object = None

    @property
    def has_usage(self) -> bool:
        """Whether it says anything of usage."""
        return bytes(self.usage) not in (b"", b"null")

    @property
    def is_reply(self) -> bool:
        """Whether it has the shape of a reply."""
        return self.choices is not None or self.has_usage

    @property
    def is_error(self) -> bool:
        """Whether it reports an error."""
        said = self.detail is not None or self.message is not None
        return bool(self.error) or self.kind == "error" or (not self.is_reply and said)


@dataclass(frozen=True, slots=True)
class TokenCount:
    """What a request took, in tokens; None where the service does not say, or says what cannot be."""

    read: int | None = None
    written: int | None = None
    reasoned: int | None = None


def read_usage(raw: msgspec.Raw) -> TokenCount | None:
    """Return what a chunk says of usage, whatever it is; None where it says nothing."""
    try:
        usage = read_anything(bytes(raw))
    except ValueError:  # more digits than Python reads
        return None
    if not isinstance(usage, dict):
        return None
    details = usage.get("completion_tokens_details")
    reasoned = details.get("reasoning_tokens") if isinstance(details, dict) else None
    count = TokenCount(_count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")), _count(reasoned))
    return None if count == TokenCount() else count


def _count(value: object) -> int | None:
    """Return a number of tokens; None for what is none. Some servers write 9.0, or count as 0 what they did not."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 < value <= _MOST_TOKENS and value == int(value) else None


_decoder = msgspec.json.Decoder(Chunk)


def read_chunk(data: bytes) -> Chunk:
    """Return what is in an event. Raises ValueError where it is not JSON, or of another shape."""
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError:
        raise
    except (ValueError, RecursionError):
        found = read_anything(data)
        usage = found.pop("usage", None) if isinstance(found, dict) else None
        chunk = msgspec.convert(found, Chunk)
        chunk.usage = msgspec.Raw(json.dumps(usage).encode())
        return chunk


def read_anything(data: bytes) -> object:
    """Return any JSON there is, though it holds bytes that are not UTF-8, halves of surrogate pairs or bare tabs.

    Raises ValueError.
    """
    try:
        return json.loads(data.decode("utf-8", "replace"), strict=False)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def join_surrogates(text: str) -> tuple[str, str]:
    """Return the text with its surrogate pairs joined and lone halves replaced, and a first half left at its end.

    A server that counts in UTF-16 may cut a character in two, and send the second half with the next delta.
    """
    if text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text):
        return text, ""
    kept = text[-1] if "\ud800" <= text[-1] <= "\udbff" else ""
    whole = text[: len(text) - len(kept)]
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), kept

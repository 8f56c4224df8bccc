"""The parts of a streamed chat completion that we read, typed, and the repairs that real servers make needful."""

import json
from typing import TypeVar

import msgspec

_T = TypeVar("_T")


class Part(msgspec.Struct):
    """A piece of content, where a server sends content as a list."""

    type: str | None = None
    text: str | None = None


class Delta(msgspec.Struct):
    """What is new in a choice; a whole message has the same fields.

    ``reasoning`` and ``reasoning_content`` only count as signs of life, so they may be of any type.
    """

    content: str | list[Part] | None = None
    refusal: str | None = None
    reasoning: object = None
    reasoning_content: object = None

    @property
    def text(self) -> str:
        """The content as text."""
        if isinstance(self.content, list):
            return "".join(part.text or "" for part in self.content if part.type != "thinking")
        return self.content or ""

    @property
    def thinks(self) -> bool:
        """Whether this is reasoning, not reply."""
        return bool(self.reasoning or self.reasoning_content) or (isinstance(self.content, list) and not self.text)


class Choice(msgspec.Struct):
    """One of the replies that were asked for."""

    index: int | None = 0
    delta: Delta | None = None
    message: Delta | None = None
    finish_reason: str | None = None


class TokenCount(msgspec.Struct):
    """What the request cost."""

    prompt_tokens: int | float | None = None
    completion_tokens: int | float | None = None


class Chunk(msgspec.Struct):
    """One event of a stream, or a whole reply, or one of the shapes in which servers report an error."""

    choices: list[Choice] | None = None
    usage: TokenCount | None = None
    error: object = None
    kind: str | None = msgspec.field(name="object", default=None)
    detail: object = None
    message: object = None

    @property
    def is_reply(self) -> bool:
        """Whether it has the shape of a reply."""
        return self.choices is not None or self.usage is not None

    @property
    def is_error(self) -> bool:
        """Whether it reports an error."""
        said = self.detail is not None or self.message is not None
        return bool(self.error) or self.kind == "error" or (not self.is_reply and said)


_decoder = msgspec.json.Decoder(Chunk)


def read_chunk(data: bytes) -> Chunk:
    """Return what is in an event. Raises ValueError where it is not JSON, or of another shape."""
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError:
        raise
    except (ValueError, RecursionError):
        return msgspec.convert(read_anything(data), Chunk)


def read_anything(data: bytes) -> object:
    """Return any JSON there is, though it holds bytes that are not UTF-8 or halves of surrogate pairs.

    Raises ValueError.
    """
    try:
        return json.loads(data.decode("utf-8", "replace"))
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


def repair(text: str) -> str:
    """Return the text with no half of a surrogate pair in it: such text cannot be sent or stored."""
    whole, half = join_surrogates(text)
    return whole + "\ufffd" if half else whole

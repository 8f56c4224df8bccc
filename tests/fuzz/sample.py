"""Valid replies to begin with: made anew for each case, so that no two are alike."""

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

from translator.translation.ports import ReplyForm

Chunk = dict[str, Any]

_WORDS = (
    "Haus", "und", "schöne", "Straße", "世界", "これは", "🌍", "\U0001f469\u200d\U0001f467", "naïve", "{name}", "%s",
    "Ελλάδα", "שלום", "42", "a<b", "“so”", "C:\\temp", 'x="1"', "–", "Ende",
)  # fmt: skip
_MAIL = "ann@example.org"
_CODE = "<x1/>"
_MOST_LINES = 4
_MOST_WORDS = 9


@dataclass(frozen=True)
class Sample:
    """A text, its translation, and the replies by which a service gives it.

    ``target`` is what the app must show in the end. ``replies`` are what models say to each form of prompt: but for
    the last form, which is told as ``form``, something that the app cannot use. ``masks`` says that something in the
    text must not leave this computer; ``private`` is what.
    """

    source: str
    target: str
    form: ReplyForm
    replies: dict[ReplyForm, str]
    masks: bool = False
    private: tuple[str, ...] = ()

    @property
    def reply(self) -> str:
        """The reply that holds the translation."""
        return self.replies[self.form]

    @property
    def lines(self) -> list[str]:
        """The lines of that reply."""
        return self.reply.split("\n")


@dataclass(frozen=True)
class Style:
    """How the events are written down. ``has_mark`` is whether the end mark closes them."""

    line_end: bytes = b"\n"
    before: bytes = b""
    label: bytes = b"data: "
    indent: int | None = None
    is_ascii: bool = False
    has_mark: bool = True
    behind: bytes = b""
    between: tuple[bytes, ...] = (b"",)
    is_whole: bool = False


@dataclass(frozen=True)
class Stream:
    """A reply as the events of a stream, in order."""

    sample: Sample
    chunks: tuple[Chunk, ...]
    style: Style = field(default_factory=Style)


def make_sample(random: Random) -> Sample:
    """Return a text of some lines, with its translation."""
    count = random.choice((1, 1, *range(2, _MOST_LINES + 1)))
    masks = random.random() < 0.2
    translated = [_line(random) for _ in range(count)]
    source = [f"Line number {number} of the text." for number in range(count)]
    if masks:
        place = random.randrange(count)
        source[place] += f" Write to {_MAIL}."
        translated[place] += f" {_CODE} Punkt"
    form, replies = _replies(random, translated)
    target = "\n".join(translated).replace(_CODE, _MAIL if masks else _CODE)
    return Sample("\n".join(source), target, form, replies, masks, (_MAIL,) if masks else ())


def stream_of(random: Random, sample: Sample) -> Stream:
    """Return the reply as a service would stream it, in tokens of a few characters."""
    chunks = [chunk_with({"role": "assistant", "content": ""})]
    chunks += [chunk_with({"content": piece}) for piece in pieces_of(random, sample.reply, 12)]
    chunks.append(chunk_with({}, "stop"))
    if random.random() < 0.5:
        chunks.append({**chunk_with({}), "choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 5}})
    return Stream(sample, tuple(chunks))


def chunk_with(delta: object, finish: str | None = None, index: int = 0) -> Chunk:
    """Return one chunk of a reply."""
    choice = {"index": index, "delta": delta, "finish_reason": finish}
    return {"id": "x", "object": "chat.completion.chunk", "model": "m", "choices": [choice]}


def text_in(chunk: Chunk) -> str:
    """Return what a chunk adds to the reply, where it is written in the usual way."""
    for choice in chunk.get("choices") or ():
        if choice["index"] == 0 and isinstance(choice["delta"].get("content"), str):
            return str(choice["delta"]["content"])
    return ""


def finish_in(chunk: Chunk) -> bool:
    """Tell whether a chunk says why the reply ends."""
    return any(choice["index"] == 0 and choice["finish_reason"] for choice in chunk.get("choices") or ())


def pieces_of(random: Random, text: str, most: int) -> list[str]:
    """Return the text in pieces of up to so many characters."""
    pieces = []
    while text:
        length = random.randint(1, most)
        pieces.append(text[:length])
        text = text[length:]
    return pieces


def _line(random: Random) -> str:
    return "Satz " + " ".join(random.choice(_WORDS) for _ in range(random.randint(1, _MOST_WORDS))) + " aus"


def _replies(random: Random, lines: list[str]) -> tuple[ReplyForm, dict[ReplyForm, str]]:
    """Return the form in which the translation is given at last, and the replies up to there."""
    plain = {ReplyForm.LINES: "\n".join(lines)}
    if len(lines) == 1 or random.random() < 0.6:
        return ReplyForm.LINES, plain
    useless = "Satz " + " ".join(line.replace(_CODE, "") for line in lines)
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    if random.random() < 0.6:
        return ReplyForm.NUMBERED, {ReplyForm.LINES: useless, ReplyForm.NUMBERED: numbered}
    keyed = json.dumps({str(number): line for number, line in enumerate(lines, 1)}, ensure_ascii=False)
    replies = {ReplyForm.LINES: useless, ReplyForm.NUMBERED: useless, ReplyForm.OBJECT: keyed}
    return ReplyForm.OBJECT, replies

"""One case: a valid reply, what was done to it, and what may come of it. Made from the seed and its number alone."""

from dataclasses import dataclass
from enum import Enum
from random import Random

from tests.fuzz.corrupting import CORRUPTING
from tests.fuzz.neutral import NEUTRAL
from tests.fuzz.sample import Sample, Stream, make_sample, stream_of
from tests.fuzz.truncating import NEVER_COMPLETE, TRUNCATING
from tests.fuzz.written import cut_up, written
from translator.translation.ports import ReplyForm

_MOST_NEUTRAL = 4
_MOST_CORRUPTIONS = 4


class Promise(Enum):
    """What the app owes."""

    COMPLETE = "complete, with all of the text"
    NOT_CUT = "complete only with all of the text"
    NOT_COMPLETE = "not complete"
    ALIVE = "any ending"


@dataclass(frozen=True)
class Case:
    """``pieces`` is the reply as the network delivers it; ``breaks`` says that the connection breaks at its end.

    ``done`` names what was done to it. Replies to earlier forms of prompt (see Sample) are in ``earlier``.
    """

    seed: int
    number: int
    sample: Sample
    pieces: tuple[bytes, ...]
    breaks: bool
    promise: Promise
    done: tuple[str, ...]
    earlier: dict[ReplyForm, bytes]

    @property
    def body(self) -> bytes:
        """All the bytes of the reply."""
        return b"".join(self.pieces)


def make_case(seed: int, number: int) -> Case:
    """Return the case of this number."""
    random = Random(f"{seed}/{number}")
    sample = make_sample(random)
    stream, done = _changed(random, stream_of(random, sample))
    way = random.random()
    if way < 0.25:
        body, promise = written(stream), Promise.COMPLETE
    elif way < 0.6:
        body, promise, name = _truncated(random, stream)
        done.append(name)
    else:
        body, promise = _corrupted(random, written(stream), done), Promise.ALIVE
    breaks = promise is not Promise.COMPLETE and random.random() < 0.5
    pieces = tuple(cut_up(random, body))
    return Case(seed, number, sample, pieces, breaks, promise, tuple(done), _earlier(random, sample))


def _changed(random: Random, stream: Stream) -> tuple[Stream, list[str]]:
    chosen = sorted(random.sample(range(len(NEUTRAL)), random.randint(0, _MOST_NEUTRAL)))
    for place in chosen:
        stream = NEUTRAL[place](random, stream)
    return stream, [NEUTRAL[place].__name__ for place in chosen]


def _truncated(random: Random, stream: Stream) -> tuple[bytes, Promise, str]:
    body = None
    while body is None:
        truncate = random.choice(TRUNCATING)
        body = truncate(random, stream)
    promise = Promise.NOT_COMPLETE if truncate in NEVER_COMPLETE else Promise.NOT_CUT
    return body, promise, truncate.__name__


def _corrupted(random: Random, body: bytes, done: list[str]) -> bytes:
    for _ in range(random.randint(1, _MOST_CORRUPTIONS)):
        corrupt = random.choice(CORRUPTING)
        body = corrupt(random, body)
        done.append(corrupt.__name__)
    return body


def _earlier(random: Random, sample: Sample) -> dict[ReplyForm, bytes]:
    return {
        form: written(stream_of(random, _as_if_last(sample, form))) for form in sample.replies if form != sample.form
    }


def _as_if_last(sample: Sample, form: ReplyForm) -> Sample:
    return Sample(sample.source, sample.target, form, sample.replies)

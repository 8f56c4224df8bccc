"""What a translation will take, before anything is sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from translator.settings import Price
from translator.text.long_lines import MOST
from translator.text.tokens import estimate_tokens
from translator.translation.pictures.tokens import MOST_READ, picture_tokens, written_tokens
from translator.translation.ports import Prompt
from translator.translation.prompting.plan import MOST_BLOCKS, MOST_TOKENS
from translator.translation.prompting.prompt import SYSTEM

# Estimated tokens of what goes with the lines of a request besides the system message: the languages, the notes, the
# tags around the source, the roles of the messages.
_AROUND = 70
# Of the longest piece of a line, in characters: how long pieces are on average.
_FILLED = 0.7
_MILLION = 1_000_000
# No tokeniser makes more tokens than there are bytes; the rest is for templates of chats.
_TEMPLATE_TOKENS = 10_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """About how many requests a translation needs, and how many tokens they take."""

    requests: int
    input_tokens: int
    output_tokens: int


def estimate(text: str) -> Estimate:
    """Return what translating the text will take: an upper estimate, a few ms for 100,000 characters.

    The tokens are those of ``estimate_tokens``, which adds 30 %; each request has the same instructions before its
    lines; the translation is taken to be as long as the text. Not in it are what a model thinks, which no one can
    know, and requests that have to be repeated, which are few. Lines without a letter count, though they are not sent.
    """
    if not text or text.isspace():
        return Estimate(0, 0, 0)
    tokens = estimate_tokens(text)
    requests = _count_requests(text, tokens / len(text))
    return Estimate(requests, tokens + requests * (estimate_tokens(SYSTEM) + _AROUND), tokens)


def tokens_read(prompt: Prompt, model: str) -> int:
    """Return about how many tokens the model reads for this request."""
    picture = prompt.picture
    seen = 0 if picture is None else picture_tokens(picture.width, picture.height, prompt.model or model)
    return estimate_tokens(prompt.system) + estimate_tokens(prompt.user) + seen


def tokens_written(prompt: Prompt) -> int:
    """Return about how many tokens the reply has: as many as the source, or as a picture of that size may hold."""
    picture = prompt.picture
    read = 0 if picture is None else written_tokens(picture.width, picture.height)
    return estimate_tokens("\n".join(prompt.lines)) + read


def most_read(prompt: Prompt) -> int:
    """Return more tokens than any model can have read for this request."""
    most = len((prompt.system + prompt.user).encode("utf-8", "replace")) + _TEMPLATE_TOKENS
    return most if prompt.picture is None else most + MOST_READ


def cost_of(price: Price | None, input_tokens: int, output_tokens: int) -> float | None:
    """Return what so many tokens cost, in US dollars; None where the price is not known."""
    if price is None:
        return None
    return (price.input * input_tokens + price.output * output_tokens) / _MILLION


def _count_requests(text: str, tokens_per_character: float) -> int:
    """Fill requests as ``plan_requests`` does, with lines of so many tokens a character."""
    requests = 1
    blocks = 0
    tokens = 0.0
    for length in _lengths(text):
        cost = length * tokens_per_character
        if blocks and (tokens + cost > MOST_TOKENS or blocks == MOST_BLOCKS):
            requests += 1
            blocks, tokens = 0, 0.0
        blocks += 1
        tokens += cost
    return requests


def _lengths(text: str) -> Iterator[float]:
    """Yield about how long the text's blocks are, in characters."""
    for line in text.splitlines():
        length = len(line)
        if length > MOST:
            pieces = ceil(length / (MOST * _FILLED))
            yield from [length / pieces] * pieces
        elif length and not line.isspace():
            yield length

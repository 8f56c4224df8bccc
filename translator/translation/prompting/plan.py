"""Which blocks go into one request."""

from collections.abc import Collection, Iterator, Sequence

from translator.text.blocks import Block
from translator.text.tokens import estimate_tokens

# Estimated tokens of source text in one request: long enough for context, short enough to be answered in full and
# soon seen.
MOST_TOKENS = 1200
# Models lose count of very many lines.
MOST_BLOCKS = 60


def plan_requests(blocks: Sequence[Block], known: Collection[int] = ()) -> Iterator[Sequence[int]]:
    """Yield the indices of the blocks that are asked for together, in order.

    Those that are ``known`` are passed over and take no room: what stands on both sides of them goes together. A
    request holds at least one block.
    """
    request: list[int] = []
    tokens = 0
    for index, block in enumerate(blocks):
        if index in known:
            continue
        cost = estimate_tokens(block.text)
        if request and (tokens + cost > MOST_TOKENS or len(request) == MOST_BLOCKS):
            yield tuple(request)
            request, tokens = [], 0
        request.append(index)
        tokens += cost
    if request:
        yield tuple(request)

"""Which blocks go into one request."""

from collections.abc import Collection, Iterator, Sequence

from translator.text.blocks import Block
from translator.text.tokens import estimate_tokens

# Estimated tokens of source text in one request: long enough for context, short enough to be answered in full and
# soon seen.
MOST_TOKENS = 1200
# Models lose count of very many lines.
MOST_BLOCKS = 60


def plan_requests(blocks: Sequence[Block], known: Collection[int] = ()) -> Iterator[range]:
    """Yield the indices of consecutive blocks that are asked for together, but for those that are ``known``.

    A request holds at least one block.
    """
    start = tokens = 0
    for index, block in enumerate(blocks):
        if index in known:
            if index > start:
                yield range(start, index)
            start, tokens = index + 1, 0
            continue
        cost = estimate_tokens(block.text)
        if index > start and (tokens + cost > MOST_TOKENS or index - start == MOST_BLOCKS):
            yield range(start, index)
            start, tokens = index, 0
        tokens += cost
    if start < len(blocks):
        yield range(start, len(blocks))

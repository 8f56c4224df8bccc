"""How many sentence links of a translation are wrong, over paragraphs that were linked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench


def measure(_: Bench) -> list[Figure]:
    """Align them all: it is the same every time."""
    from tests.corpora.alignment.accuracy import PAIRS, long_blocks, paragraphs, share_right

    read = {pair: paragraphs(pair) for pair in PAIRS}
    everything = [paragraph for pair in PAIRS for paragraph in read[pair]]
    joined = [block for pair in PAIRS for block in long_blocks(pair)]
    kinds = {
        f"{len(everything)} paragraphs": everything,
        **read,
        "the same, joined to long blocks": joined,
    }
    name = "sentence links wrong"
    return [Figure(f"{name}, {kind}", "%", [(1 - share_right(some)) * 100], 3) for kind, some in kinds.items()]


ROW = Row("alignment", measure)

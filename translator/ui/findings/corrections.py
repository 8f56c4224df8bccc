"""Which blocks of a text are to be asked for again, in view of what was found in its translation."""

from collections.abc import Mapping, Sequence

from translator.text.blocks import cut
from translator.text.difference import match_blocks
from translator.translation.checks.finding import Finding

Corrections = Mapping[int, Sequence[Finding]]
"""What was found, by block."""


def corrections_in(text: str, sources: Sequence[str], wanted: Corrections) -> Corrections:
    """Return the corrections by the blocks of the text as it is now.

    ``wanted`` goes by the blocks as they were, of which ``sources`` are the texts; a block that is another by now is
    left out.
    """
    if not wanted:
        return {}
    matches = match_blocks(sources, [block.text for block in cut(text).blocks])
    return {now: wanted[before] for now, before in enumerate(matches) if before is not None and before in wanted}

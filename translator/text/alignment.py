"""Which part of a block's translation answers which part of the block."""

from dataclasses import dataclass

from translator.text.span import Span


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a block and the piece of its translation that answers it."""

    source: Span
    target: Span

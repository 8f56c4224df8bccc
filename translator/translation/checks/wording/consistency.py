"""A segment that is repeated in the source is translated the same each time."""

from collections.abc import Iterator, Sequence

from translator.translation.checks.finding import Check, Finding, Severity

Block = tuple[str, str]
"""A block, or a sentence of one, and its translation."""


def check_consistency(blocks: Sequence[Block]) -> Iterator[tuple[int, Finding]]:
    """Yield each block whose translation is another than that of the same block before, by its index, as a warning.

    Blanks do not matter; figures and capitals do, since they make another segment.
    """
    first: dict[str, str] = {}
    for index, (source, target) in enumerate(blocks):
        said, meant = " ".join(source.split()), " ".join(target.split())
        if not said or not meant:
            continue
        expected = first.setdefault(said, meant)
        if meant != expected:
            whole = (0, len(source)), (0, len(target))
            yield index, Finding(Check.CONSISTENCY, Severity.WARNING, *whole, expected=expected, found=meant)

"""A segment that is repeated in the source is translated the same each time."""

from collections import Counter
from collections.abc import Iterator, Sequence

from translator.translation.checks.finding import Check, Finding, Severity

Block = tuple[str, str]
"""A block, or a sentence of one, and its translation."""


def check_consistency(blocks: Sequence[Block]) -> Iterator[tuple[int, Finding]]:
    """Yield each block whose translation is not what the same block mostly has, by its index, as a warning.

    Of translations that are as frequent as each other, the first is expected. Blanks do not matter; figures and
    capitals do, since they make another segment.
    """
    plain = [(" ".join(source.split()), " ".join(target.split())) for source, target in blocks]
    translations: dict[str, Counter[str]] = {}
    for said, meant in plain:
        if said and meant:
            translations.setdefault(said, Counter())[meant] += 1
    expected = {said: each.most_common(1)[0][0] for said, each in translations.items()}
    for index, (said, meant) in enumerate(plain):
        if meant and meant != expected.get(said, meant):
            whole = (0, len(blocks[index][0])), (0, len(blocks[index][1]))
            yield index, Finding(Check.CONSISTENCY, Severity.WARNING, *whole, expected=expected[said], found=meant)

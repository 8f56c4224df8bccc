"""What a translation left to go on with, and where it has gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from translator.translation.request import FinishedBlock, Translation, TranslationRequest


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was asked of a service (by its id), and the blocks that were answered in full."""

    request: TranslationRequest
    service: str
    finished: Sequence[FinishedBlock]

    def goes_on_as(self, request: TranslationRequest, service: str) -> TranslationRequest | None:
        """Return this request with what is there already; None where it asks for something else.

        A translation that was allowed over the budget stays allowed.
        """
        before = self.request
        asked = (before.text, before.source, before.target, self.service)
        if (request.text, request.source, request.target, service) != asked:
            return None
        return replace(request, finished=self.finished, over_budget=request.over_budget or before.over_budget)


class Gap(NamedTuple):
    """Where part of a translation is missing: the first block of the source that is, and the place in the target.

    Both are in code points.
    """

    source: tuple[int, int]
    target: int


def find_gaps(spans: Sequence[tuple[int, int]], translation: Translation) -> list[Gap]:
    """Return the gaps of a translation of blocks at these places in the source, the first one first.

    Behind the end of the target there is one gap at most.
    """
    painted = {segment.source_start: segment.target_start for segment in translation.segments}
    there = {block.index for block in translation.finished}
    is_there = [index in there or span[0] in painted for index, span in enumerate(spans)]
    gaps: list[Gap] = []
    for index in _first_of_each_run(is_there):
        following = (painted[start] for start, _ in spans[index:] if start in painted)
        end = next(following, len(translation.text))
        gaps.append(Gap(spans[index], len(translation.text[:end].rstrip())))
        if end == len(translation.text):
            break
    return gaps


def _first_of_each_run(is_there: Sequence[bool]) -> Iterator[int]:
    """Yield the first index of each run of blocks that are not there."""
    before = True
    for index, there in enumerate(is_there):
        if before and not there:
            yield index
        before = there

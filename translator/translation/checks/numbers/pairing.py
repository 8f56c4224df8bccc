"""Find for each thing in one text its equal in the other."""

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Sequence


def without_equal(
    asks: Sequence[Collection[Hashable]], offers: Sequence[Collection[Hashable]]
) -> tuple[list[int], list[int]]:
    """Return which of the first find no equal among the second, and which of the second are left, by their indices.

    Two are equal that have a key in common; each is the equal of one other only, the first that is free.
    """
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index, keys in enumerate(offers):
        for key in keys:
            waiting[key].append(index)
    left = set(range(len(offers)))
    missing = []
    for index, keys in enumerate(asks):
        equal = min((place for key in keys for place in _first_free(waiting.get(key), left)), default=None)
        if equal is None:
            missing.append(index)
        else:
            left.remove(equal)
    return missing, sorted(left)


def _first_free(places: deque[int] | None, left: Collection[int]) -> Sequence[int]:
    while places and places[0] not in left:
        places.popleft()
    return [places[0]] if places else []

"""A place in a text."""

from collections.abc import Iterable

Span = tuple[int, int]
"""A half-open range in code points."""


def united(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap as one."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united

"""What a row of the table consists of. Light to import: measured processes do, too."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tests.bench.figures import Figure
    from tests.bench.subject import Subject


@dataclass(frozen=True)
class Scale:
    """How much of each is measured. ``tps`` is tokens a second."""

    rounds: int = 7
    tps: int = 150
    tokens: int = 600
    characters: int = 100_000
    seconds: float = 20
    tries: int = 5
    openings: int = 1_000

    @property
    def characters_streamed(self) -> int:
        """The length of a text of about so many tokens."""
        return self.tokens * 5


QUICK = Scale(rounds=1, tps=300, tokens=60, characters=1_000, seconds=0.5, tries=1, openings=5)
"""Enough to see that everything works; its figures mean nothing."""


def _at_pace(scale: Scale) -> tuple[str, ...]:
    return ("--tps", str(scale.tps))


async def _nothing(_: Subject) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Row:
    """One aim, or several that are measured together.

    ``measure`` makes its figures. ``probe`` is what is done inside the app, once its engine is ready, with the mock
    started as ``mock_for`` says; what it returns is what ``Bench.app`` returns, beside what is measured of every start
    (inside.py).
    """

    name: str
    measure: Callable[[Bench], list[Figure]]
    probe: Callable[[Subject], Awaitable[dict[str, Any]]] = _nothing
    mock_for: Callable[[Scale], tuple[str, ...]] = _at_pace

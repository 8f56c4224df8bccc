"""Counts what the translation memory saves, for one service."""

from collections.abc import Callable, Sequence
from datetime import datetime

from translator.pace import Pace
from translator.settings import Price, Service
from translator.text.tokens import estimate_tokens
from translator.translation.request import Action
from translator.translation.spending.estimate import cost_of
from translator.translation.spending.saved import SavedRecord
from translator.translation.spending.usage import Ledger


class CountedSavings:
    """Implements ``aids.Savings``: has the ledger keep what each run saved.

    ``price_of`` returns what a model of a service costs; ``clock`` the time (aware).
    """

    def __init__(
        self, service: Service, ledger: Ledger, price_of: Callable[[Service, str], Price | None],
        clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self._service = service
        self._ledger = ledger
        self._price_of = price_of
        self._clock = clock

    def note(self, pairs: Sequence[tuple[str, str]], model: str, action: Action) -> None:
        """Have these counted: sources and translations that the memory had."""
        self._ledger.begin(self._keep(pairs, model, action, self._clock()))

    async def _keep(self, pairs: Sequence[tuple[str, str]], model: str, action: Action, at: datetime) -> None:
        pace, read, written = Pace(), 0, 0
        for source, target in pairs:
            read += estimate_tokens(source)
            written += estimate_tokens(target)
            await pace.breathe()
        cost = cost_of(self._price_of(self._service, model), read, written)
        await self._ledger.note_saved(SavedRecord(at, self._service.id, model, action, len(pairs), read, written, cost))

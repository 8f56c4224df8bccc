"""Looks after each request whether a budget is nearly spent, and has it said."""

from collections.abc import Callable
from typing import Protocol

from translator.translation.spending.saved import SavedRecord
from translator.translation.spending.usage import Spending, UsageRecord
from translator.ui.loop.tasks import Tasks


class Spent(Protocol):
    """What was spent. It never raises."""

    async def spending(self) -> Spending:
        """Return what was spent today and this month, beside the budget."""
        ...

    def listen(self, listener: Callable[[UsageRecord | SavedRecord], None]) -> None:
        """Call this after each request."""
        ...


class BudgetWatch:
    """Hands what was spent to ``follow`` after each request, and whenever it is told to look."""

    def __init__(self, spent: Spent, follow: Callable[[Spending], None]) -> None:
        self._spent = spent
        self._follow = follow
        self._tasks = Tasks()
        spent.listen(lambda _record: self.look())

    def look(self) -> None:
        """Look now. The event loop must be running."""
        self._tasks.start("look", self._look())

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    async def _look(self) -> None:
        self._follow(await self._spent.spending())

"""After each request somebody looks at the budget."""

import asyncio
from collections.abc import Callable

from tests.fakes.usage import record_of
from tests.support.waiting import until
from translator.settings import Budget
from translator.translation.spending.usage import Spending, UsageRecord
from translator.ui.service.budget_watch import BudgetWatch


class Books:
    def __init__(self) -> None:
        self.day = 0.0
        self.listeners: list[Callable[[UsageRecord], None]] = []

    async def spending(self) -> Spending:
        await asyncio.sleep(0)
        return Spending(self.day, self.day, Budget(day=1))

    def listen(self, listener: Callable[[UsageRecord], None]) -> None:
        self.listeners.append(listener)


async def test_each_request_has_the_budget_looked_at() -> None:
    books, seen = Books(), list[Spending]()
    watch = BudgetWatch(books, seen.append)
    books.day = 0.9
    books.listeners[0](record_of())
    await until(lambda: bool(seen))
    assert seen[0].nearly_spent == "day"
    await watch.close()


async def test_nothing_is_said_after_the_end() -> None:
    books, seen = Books(), list[Spending]()
    watch = BudgetWatch(books, seen.append)
    books.listeners[0](record_of())
    await watch.close()
    assert not seen

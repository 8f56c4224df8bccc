"""An event loop whose time jumps to whatever comes next: minutes pass at once, and always in the same way."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

_T = TypeVar("_T")
EPOCH = datetime(2026, 11, 22, 12, tzinfo=UTC)


class _Jumping(selectors.DefaultSelector):
    """Waits for nothing: the time it should have waited has passed."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everything waits, and nothing will come"
            self.passed += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop itself."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed

    def run_in_executor(self, _executor: Executor | None, func: Callable[..., _T], *args: Any) -> asyncio.Future[_T]:
        """Do it at once: a thread would take real time."""
        done: asyncio.Future[_T] = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as fault:  # noqa: BLE001 - whoever awaits it gets it
            done.set_exception(fault)
        return done


def run(main: Coroutine[Any, Any, _T]) -> _T:
    """Run this to its end in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)


def seconds() -> float:
    """Return the virtual seconds that have passed."""
    return asyncio.get_running_loop().time()


def clock() -> datetime:
    """Return the virtual time (aware)."""
    return EPOCH + timedelta(seconds=seconds())

"""The loop of the window: what was to be done later is done in time, and what is cancelled wakes nobody."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextvars import ContextVar
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from translator.ui.loop.qt_loop import QtLoop


class Wakings(QObject):
    """Counts the timers of these objects that fall due, for whatever they were set; others have theirs."""

    count = 0
    objects: tuple[QObject, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += watched in self.objects and event.type() is QEvent.Type.Timer
        return False


@pytest.fixture
def wakings(qapp: QApplication) -> Iterator[Wakings]:
    counting = Wakings()
    qapp.installEventFilter(counting)
    yield counting
    qapp.removeEventFilter(counting)


def run(app: QApplication, main: Coroutine[Any, Any, object]) -> object:
    with asyncio.Runner(loop_factory=lambda: QtLoop(app, lambda: None)) as runner:
        return runner.run(main)


def test_what_was_to_be_done_later_is_done_in_order_with_what_it_was_given(qapp: QApplication) -> None:
    heard: list[str] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(0.02, heard.append, "second")
        loop.call_later(0.01, heard.append, "first")
        await asyncio.sleep(0.03)

    run(qapp, main())
    assert heard == ["first", "second"]


def test_a_deadline_that_was_met_wakes_nobody(qapp: QApplication, wakings: Wakings) -> None:
    async def count_after(deadline: float | None) -> int:
        loop = asyncio.get_running_loop()
        wakings.objects = loop._turns, loop._alarms
        async with asyncio.timeout(deadline):
            await asyncio.sleep(0)
        before = wakings.count
        await asyncio.sleep(0.06)
        return wakings.count - before

    assert run(qapp, count_after(0.03)) == run(qapp, count_after(None))


def test_a_deadline_that_was_not_met_is_told(qapp: QApplication) -> None:
    async def main() -> str:
        try:
            async with asyncio.timeout(0.01):
                await asyncio.Event().wait()
        except TimeoutError:
            return "late"
        return "in time"

    assert run(qapp, main()) == "late"


def test_all_that_is_to_be_done_next_takes_one_timer(qapp: QApplication, wakings: Wakings) -> None:
    async def main() -> list[int]:
        loop = asyncio.get_running_loop()
        wakings.objects = (loop._turns,)
        heard: list[int] = []
        before = wakings.count
        for number in range(20):
            loop.call_soon(heard.append, number)
        await asyncio.sleep(0)
        assert wakings.count - before == 1
        return heard

    assert run(qapp, main()) == list(range(20))


def test_what_is_cancelled_before_its_turn_is_not_done(qapp: QApplication) -> None:
    async def main() -> list[str]:
        heard: list[str] = []
        loop = asyncio.get_running_loop()
        loop.call_soon(heard.append, "one")
        loop.call_soon(heard.append, "other").cancel()
        await asyncio.sleep(0)
        return heard

    assert run(qapp, main()) == ["one"]


def test_what_is_begun_in_a_turn_leaves_qt_its_own_before_it_goes_on(qapp: QApplication) -> None:
    async def main() -> list[str]:
        heard: list[str] = []
        loop = asyncio.get_running_loop()

        def go_on(times: int) -> None:
            heard.append("ours")
            if times:
                loop.call_soon(go_on, times - 1)

        loop.call_soon(go_on, 3)
        QTimer.singleShot(0, lambda: heard.append("Qt's"))
        await asyncio.sleep(0.02)
        return heard

    heard = run(qapp, main())
    assert heard.count("ours") == 4
    assert heard[-1] == "ours"


def test_a_loop_of_qts_within_a_call_goes_on_with_the_others(qapp: QApplication) -> None:
    async def main() -> list[str]:
        heard: list[str] = []
        inner = QEventLoop()
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: (heard.append("begun"), inner.exec(), heard.append("ended")))
        loop.call_soon(heard.append, "meanwhile")
        loop.call_soon(inner.quit)
        await asyncio.sleep(0.02)
        return heard

    assert run(qapp, main()) == ["begun", "meanwhile", "ended"]


def test_a_task_that_is_woken_while_qts_loop_runs_within_another_goes_on_after_it(qapp: QApplication) -> None:
    async def main() -> list[str]:
        heard: list[str] = []
        woken, inner, loop = asyncio.Event(), QEventLoop(), asyncio.get_running_loop()

        async def go_on(name: str) -> None:
            await woken.wait()
            heard.append(name)

        waiting = [asyncio.create_task(go_on(name)) for name in ("one", "other")]
        await asyncio.sleep(0)
        woken.set()
        loop.call_soon(heard.append, "within")
        loop.call_later(0.01, inner.quit)
        inner.exec()
        loop.call_soon(heard.append, "after")
        await asyncio.wait(waiting, timeout=5)
        await asyncio.sleep(0)
        return heard

    assert run(qapp, main()) == ["within", "one", "other", "after"]


def test_tasks_that_are_held_up_wake_nobody_meanwhile(qapp: QApplication, wakings: Wakings) -> None:
    async def main() -> int:
        inner, loop = QEventLoop(), asyncio.get_running_loop()
        wakings.objects = (loop._turns,)
        held = asyncio.create_task(asyncio.sleep(0))
        before = wakings.count
        loop.call_later(0.02, inner.quit)
        inner.exec()
        woken = wakings.count - before
        await asyncio.wait([held], timeout=5)
        return woken

    assert run(qapp, main()) == 1


def test_a_fault_in_one_call_keeps_none_of_the_others_from_its_turn(qapp: QApplication) -> None:
    async def main() -> list[str]:
        heard: list[str] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: heard.append(str(context["exception"])))
        loop.call_soon([].pop)
        loop.call_soon(heard.append, "the next")
        await asyncio.sleep(0)
        return heard

    assert run(qapp, main()) == ["pop from empty list", "the next"]


def test_who_cancels_what_was_done_long_ago_cancels_nothing_else(qapp: QApplication) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        heard = asyncio.Event()
        done = [loop.call_later(0.001, int) for _ in range(50)]
        await asyncio.sleep(0.01)
        numbers = {each.timer for each in done}
        random = Random(1)
        same: list[asyncio.TimerHandle] = []
        while not same:  # Qt gives the numbers of its timers again
            some = [loop.call_later(0.01, heard.set) for _ in range(random.randrange(1, 40))]
            same = [each for each in some if each.timer in numbers]
            for each in random.sample(some, len(some)):
                if each not in same:
                    each.cancel()
        for each in done:
            each.cancel()
        async with asyncio.timeout(10):
            await heard.wait()

    run(qapp, main())


def test_nothing_is_done_after_the_end(qapp: QApplication) -> None:
    heard: list[str] = []

    async def main() -> None:
        asyncio.get_running_loop().call_later(0.01, heard.append, "too late")

    async def wait() -> None:
        await asyncio.sleep(0.03)

    run(qapp, main())
    run(qapp, wait())
    assert heard == []


def test_a_fault_in_what_was_to_be_done_later_is_heard(qapp: QApplication) -> None:
    heard: list[str] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: heard.append(str(context["exception"])))
        loop.call_later(0.001, [].pop)
        await asyncio.sleep(0.02)

    run(qapp, main())
    assert heard == ["pop from empty list"]


def test_between_two_runs_nothing_is_called_whatever_qt_does(qapp: QApplication, qtbot: QtBot) -> None:
    heard: list[str] = []

    async def goes_on() -> None:
        await asyncio.sleep(0)
        heard.append("a task went on" if asyncio.current_task() is not None else "a task went on beside the loop")

    async def begin() -> None:
        loop = asyncio.get_running_loop()
        tasks.append(loop.create_task(goes_on()))
        loop.call_later(0.001, heard.append, "later")

    tasks: list[asyncio.Task[None]] = []
    with contextlib.closing(QtLoop(qapp, lambda: None)) as loop:
        loop.run_until_complete(begin())
        loop.call_soon(heard.append, "soon")
        said_in_the_run = list(heard)
        qtbot.wait(20)
        assert heard == said_in_the_run
        loop.run_until_complete(asyncio.wait([*tasks, loop.create_task(asyncio.sleep(0.01))]))
    assert sorted(heard) == ["a task went on", "later", "soon"]


# The end


def in_a_thread(does: Callable[[], object]) -> list[Exception]:
    """Do it in another thread, and return what it raised."""
    raised: list[Exception] = []

    def work() -> None:
        try:
            does()
        except RuntimeError as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return raised


def test_what_a_thread_hands_over_is_called_with_its_own_context(qapp: QApplication) -> None:
    name = ContextVar("name", default="nobody")

    async def main() -> list[str]:
        loop, heard, done = asyncio.get_running_loop(), list[str](), asyncio.Event()

        def work() -> None:
            name.set("the thread")
            loop.call_soon_threadsafe(lambda: heard.append(name.get()))
            loop.call_soon_threadsafe(heard.append, "cancelled").cancel()
            loop.call_soon_threadsafe(done.set)

        in_a_thread(work)
        async with asyncio.timeout(10):
            await done.wait()
        return heard

    assert run(qapp, main()) == ["the thread"]


def test_a_loop_that_cannot_be_closed_as_it_runs_loses_nothing(qapp: QApplication) -> None:
    async def main() -> list[str]:
        loop, heard = asyncio.get_running_loop(), list[str]()
        loop.call_soon(heard.append, "soon")
        loop.call_later(0.001, heard.append, "later")
        with pytest.raises(RuntimeError, match="running"):
            loop.close()
        await asyncio.sleep(0.02)
        return heard

    assert run(qapp, main()) == ["soon", "later"]


def test_a_closed_loop_takes_nothing(qapp: QApplication) -> None:
    loop = QtLoop(qapp, lambda: None)
    loop.close()
    loop.close()

    for does in (loop.call_soon, loop.call_soon_threadsafe, lambda call: loop.call_later(1, call)):
        with pytest.raises(RuntimeError, match="closed"):
            does(int)
    (raised,) = in_a_thread(lambda: loop.call_soon_threadsafe(int))
    assert "closed" in str(raised)


def test_what_comes_while_the_loop_closes_is_called_by_no_other(qapp: QApplication) -> None:
    heard: list[str] = []
    loop, has_ended = QtLoop(qapp, lambda: None), threading.Event()

    def work() -> None:
        has_ended.wait(20)
        in_a_thread(lambda: loop.call_soon_threadsafe(heard.append, "too late"))

    async def begin() -> None:
        loop.run_in_executor(None, work)

    async def wait() -> None:
        await asyncio.sleep(0.03)

    loop.run_until_complete(begin())
    has_ended.set()
    loop.call_soon(heard.append, "never")
    loop.close()  # it waits for its threads
    run(qapp, wait())

    assert heard == []

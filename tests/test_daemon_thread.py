"""A call in another thread: what comes of it, where nobody waits any more, and where it is given up."""

import asyncio
import gc
import threading

import pytest

from translator import daemon_thread
from translator.daemon_thread import ThreadedCall, call_in_daemon_thread, open_in_thread, start_in_daemon_thread


def fail() -> None:
    raise LookupError("not there")


async def test_what_it_returns_and_what_it_raises_reaches_whoever_waits() -> None:
    assert await call_in_daemon_thread(lambda: 7, 10) == 7
    with pytest.raises(LookupError, match="not there"):
        await call_in_daemon_thread(fail, 10)


async def test_a_call_that_does_not_return_keeps_nobody() -> None:
    go_on = threading.Event()
    with pytest.raises(TimeoutError):
        await call_in_daemon_thread(lambda: go_on.wait(10), 0.001)
    (thread,) = (thread for thread in threading.enumerate() if thread.name == "blocking-call")
    assert thread.daemon
    go_on.set()
    await asyncio.to_thread(thread.join, 10)
    await asyncio.sleep(0)  # its result comes, and nobody minds


async def test_who_is_cancelled_as_the_answer_comes_does_not_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    monkeypatch.setattr(daemon_thread, "start_in_daemon_thread", lambda _call: answer)
    waiting = asyncio.create_task(call_in_daemon_thread(lambda: 7, 10))
    await asyncio.sleep(0)
    answer.set_result(7)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_an_error_that_nobody_waits_for_is_not_complained_of() -> None:
    await asyncio.wait([start_in_daemon_thread(fail)])
    gc.collect()  # a complaint in the log would fail this test


async def test_what_is_given_up_in_time_is_not_made() -> None:
    made: list[int] = []
    call = ThreadedCall(lambda: made.append(1))
    assert call.give_up()
    call.make()
    assert made == []
    assert not call.future.done()


async def test_what_has_begun_cannot_be_given_up() -> None:
    answers: list[bool] = []
    call: ThreadedCall[None] = ThreadedCall(lambda: answers.append(call.give_up()))
    call.make()
    await call.future
    assert answers == [False]


def test_a_loop_that_is_gone_by_then_is_no_fault() -> None:
    async def prepare() -> ThreadedCall[int]:
        return ThreadedCall(lambda: 7)

    call = asyncio.run(prepare())
    call.make()
    assert not call.future.done()


async def test_what_is_opened_for_whoever_waits_stays_open() -> None:
    closed: list[int] = []
    assert await open_in_thread(lambda: 7, closed.append) == 7
    with pytest.raises(LookupError, match="not there"):
        await open_in_thread(fail, closed.append)
    assert closed == []


async def test_what_nobody_waits_for_any_more_is_closed_once_it_is_open() -> None:
    begun, go_on, closed = threading.Event(), threading.Event(), asyncio.Event()

    def opens() -> int:
        begun.set()
        go_on.wait(10)
        return 7

    waiting = asyncio.create_task(open_in_thread(opens, lambda opened: opened == 7 and closed.set()))
    await asyncio.to_thread(begun.wait, 10)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not closed.is_set()
    go_on.set()
    await asyncio.wait_for(closed.wait(), 10)

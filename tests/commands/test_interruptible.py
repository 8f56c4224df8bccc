"""Ctrl+C while a command waits: heard at once, wherever the signal arrives."""

import asyncio
import os
import signal
import threading

import pytest

from translator.commands.interruptible import run_interruptibly

LATE_SECONDS = 20.0


async def _answer() -> str:
    return "answer"


def test_what_the_work_returns_is_returned() -> None:
    assert run_interruptibly(_answer()) == "answer"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no signals for one thread")
def test_a_signal_that_does_not_wake_the_waiting_itself_is_heard_at_once() -> None:
    late: list[bool] = []
    closed: list[bool] = []

    def interrupt_beside() -> None:
        # As one that comes just before the system waits: it interrupts another thread, and no call of this one.
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)

    async def wait_for_ever() -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(LATE_SECONDS, late.append, True)
        loop.call_soon(threading.Timer(0.2, interrupt_beside).start)
        try:
            await loop.create_future()
        finally:
            closed.append(True)

    with pytest.raises(KeyboardInterrupt):
        run_interruptibly(wait_for_ever())
    assert closed
    assert not late


@pytest.mark.skipif(os.name != "posix", reason="Windows wakes its loop by itself")
def test_who_was_woken_by_signals_before_is_so_again() -> None:
    before = signal.set_wakeup_fd(-1)
    try:
        run_interruptibly(_answer())
        assert signal.set_wakeup_fd(before) == -1
    finally:
        signal.set_wakeup_fd(before)

"""Every task has an owner, and one of each name runs at a time."""

import asyncio
from collections.abc import Callable

import pytest

from tests.support.waiting import settle
from translator.ui.loop.tasks import InTurn, Tasks, close_in_turn


class Work:
    """Work that goes on until it is ended; ``ended`` lists what was."""

    def __init__(self) -> None:
        self.ended: list[str] = []

    async def run(self, name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.append(name)


async def test_a_second_of_the_same_name_ends_the_first() -> None:
    tasks, work = Tasks(), Work()
    tasks.start("a", work.run("first"))
    await settle()

    tasks.start("a", work.run("second"))
    await settle()

    assert work.ended == ["first"]
    assert tasks.is_running("a")
    await tasks.close()


async def test_names_do_not_meet() -> None:
    tasks, work = Tasks(), Work()
    tasks.start("a", work.run("a"))
    tasks.start("b", work.run("b"))
    await settle()

    assert tasks.cancel("a")
    await settle()

    assert work.ended == ["a"]
    assert tasks.is_running("b")
    await tasks.close()


async def test_what_is_cancelled_runs_no_more_at_once() -> None:
    tasks, work = Tasks(), Work()
    tasks.start("a", work.run("a"))

    assert tasks.cancel("a")
    assert not tasks.is_running("a")
    assert not tasks.cancel("a")


async def test_what_has_ended_runs_no_more() -> None:
    tasks = Tasks()
    tasks.start("a", asyncio.sleep(0))
    await settle()

    assert not tasks.is_running("a")
    assert not tasks.cancel("a")


async def test_the_end_of_the_first_does_not_hide_the_second() -> None:
    tasks, work = Tasks(), Work()
    tasks.start("a", work.run("first"))
    await settle()
    tasks.start("a", work.run("second"))
    await settle()

    assert tasks.cancel("a")
    await settle()
    assert work.ended == ["first", "second"]


async def test_close_waits_until_all_have_let_go() -> None:
    tasks, work = Tasks(), Work()
    tasks.start("a", work.run("a"))
    tasks.start("b", work.run("b"))
    await settle()

    await tasks.close()

    assert sorted(work.ended) == ["a", "b"]


async def test_a_task_that_fails_is_logged(expected_log: Callable[[str], None]) -> None:
    async def fail() -> None:
        raise LookupError("no such thing")

    expected_log("ERROR translator.ui.loop.tasks: The task a failed")
    tasks = Tasks()
    tasks.start("a", fail())
    await settle()

    assert not tasks.is_running("a")


async def test_what_is_added_is_cancelled_by_nothing_that_follows() -> None:
    tasks, work = Tasks(), Work()
    tasks.add(work.run("first"))
    tasks.add(work.run("second"))
    await settle()

    assert work.ended == []
    await tasks.close()


async def test_one_thing_is_done_after_the_other_and_all_before_the_end() -> None:
    done: list[str] = []

    async def work(name: str) -> None:
        done.append(f"{name} begun")
        await asyncio.sleep(0)
        done.append(f"{name} done")

    in_turn = InTurn()
    in_turn.do(lambda: work("a"))
    in_turn.do(lambda: work("b"))
    await in_turn.finish()

    assert done == ["a begun", "a done", "b begun", "b done"]


async def test_what_has_just_ended_runs_no_more_though_nobody_was_told_yet() -> None:
    tasks, seen = Tasks(), asyncio.get_running_loop().create_future()

    async def work() -> None:
        asyncio.get_running_loop().call_soon(lambda: seen.set_result(tasks.is_running("a")))

    tasks.start("a", work())
    assert await seen is False


class Owner:
    def __init__(self, name: str, ended: list[str], fault: Exception | None = None) -> None:
        self._name, self._ended, self._fault = name, ended, fault

    async def close(self) -> None:
        self._ended.append(self._name)
        if self._fault:
            raise self._fault


async def test_a_fault_in_one_keeps_none_of_the_others_from_ending() -> None:
    ended: list[str] = []
    with pytest.raises(ValueError, match="first"):
        await close_in_turn(Owner("first", ended, ValueError("first")), Owner("second", ended), Owner("third", ended))
    assert ended == ["first", "second", "third"]

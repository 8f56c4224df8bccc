"""A busy consumer lets others run."""

import asyncio

from translator.pace import WORK_SECONDS, Pace


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def rounds(seconds_each: float, count: int) -> list[str]:
    """Return who ran in which order: the consumer, working so long each time, and somebody who waits for their turn."""
    clock = Clock()
    pace = Pace(clock)
    ran: list[str] = []
    asyncio.get_running_loop().call_soon(ran.append, "other")
    for _ in range(count):
        clock.now += seconds_each
        ran.append("work")
        await pace.breathe()
    return ran


async def test_little_work_goes_through_without_a_pause() -> None:
    assert await rounds(WORK_SECONDS / 8, 4) == ["work"] * 4


async def test_after_eight_milliseconds_others_have_their_turn() -> None:
    assert await rounds(WORK_SECONDS / 2, 3) == ["work", "work", "other", "work"]


async def test_the_count_begins_anew_after_a_pause() -> None:
    clock = Clock()
    pace = Pace(clock)
    turns: list[float] = []

    async def other() -> None:
        while True:
            turns.append(clock.now)
            await asyncio.sleep(0)

    task = asyncio.ensure_future(other())
    for _ in range(16):
        clock.now += WORK_SECONDS / 4
        await pace.breathe()
    task.cancel()

    assert len(turns) == 4

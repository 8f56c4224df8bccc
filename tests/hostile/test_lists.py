"""The list of models asked of servers that send anything but: names, or a typed error, and no socket left open."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.hostile.meeting import PATIENCE_SECONDS, engine_for, until_no
from tests.hostile.memory import MOST_MB, Peak
from tests.servers.hostile.row import PATIENT, Row, Way
from tests.servers.hostile.table import matrix
from tests.servers.hostile_process import Hostile
from translator.engines.openai_engine import OpenAIEngine
from translator.messages import explain
from translator.settings import Deadlines
from translator.translation.errors.base import TranslationError

_SHARES = 4
_HURRIED = Deadlines(connect=1, first_token=1, idle=1, total=2)
_SLOW = ("silence", "silence after the head", "headers that never end", "blank lines in drips before the text")


def rows() -> list[Row]:
    plain = [row for row in matrix().values() if row.way is Way.PLAIN]
    chosen = (row for row in plain if row.deadlines == PATIENT or row.name in _SLOW)
    return [replace(row, deadlines=_HURRIED) for row in chosen]


@pytest.mark.parametrize("share", range(_SHARES))
async def test_whatever_stands_in_a_list_of_models_is_survived(hostile: Hostile, share: int) -> None:
    peak = Peak()
    for row in rows()[share::_SHARES]:
        hostile.play(row.name)
        async with engine_for(hostile, row) as engine:
            names = await models_of(engine)
            assert all(isinstance(name, str) and name for name in names), row.name
            await until_no(hostile, "answering")
        await until_no(hostile, "open")
    assert peak.rise_mb() < MOST_MB
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def models_of(engine: OpenAIEngine) -> Sequence[str]:
    """Return the names, none where there is a typed error that can be put into words."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await engine.models()
    except TranslationError as error:
        broken = error
    assert explain(broken).sentence
    assert explain(broken).command_step
    return ()

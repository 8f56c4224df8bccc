"""The app against each hostile server: a typed ending in time, and everything as it was before."""

import asyncio

import pytest

from tests.hostile.meeting import as_expected, ending_with, engine_for, told, until_no
from tests.hostile.memory import MOST_MB, Peak
from tests.servers.hostile.row import Completes, Row, Way
from tests.servers.hostile.table import GOOD_ROW, matrix
from tests.servers.hostile_process import Hostile

# Where the way itself is the trouble, nothing that the server says can mend it.
_BARRED = {Way.TLS, Way.TLS_TO_PLAIN, Way.PLAIN_TO_TLS, Way.HTTPS_BY_PROXY, Way.NOBODY}


def _id(row: Row) -> str:
    return row.name


@pytest.mark.parametrize("row", matrix().values(), ids=_id)
async def test_a_hostile_server_is_met(hostile: Hostile, row: Row) -> None:
    hostile.play(row.name)
    peak = Peak()
    async with engine_for(hostile, row) as engine:
        ending = await ending_with(engine)
        assert as_expected(told(ending), row.outcome) == row.outcome
        await until_no(hostile, "answering")
        assert peak.rise_mb() < MOST_MB
        if row.way in _BARRED:
            assert as_expected(told(await ending_with(engine)), row.outcome) == row.outcome
        else:
            hostile.play(GOOD_ROW.name)
            assert told(await ending_with(engine)) == Completes()
    await until_no(hostile, "open")
    assert asyncio.all_tasks() == {asyncio.current_task()}

"""Chunks in whose fields stands something of a wrong type: the reply is read without them, or is broken off."""

import pytest

from tests.hostile.meeting import ending_with, engine_for, told, until_no
from tests.servers.hostile.fields import FIELDS, rows_of_field
from tests.servers.hostile.row import Breaks, Completes, Lives, Outcome
from tests.servers.hostile.table import GOOD_ROW
from tests.servers.hostile_process import Hostile


@pytest.mark.parametrize("field", FIELDS)
async def test_a_field_of_a_wrong_type_is_survived(hostile: Hostile, field: str) -> None:
    async with engine_for(hostile, GOOD_ROW) as engine:
        for row in rows_of_field(field):
            hostile.play(row.name)
            assert isinstance(row.outcome, Lives)
            assert is_honest(told(await ending_with(engine)), row.outcome), row.name
            await until_no(hostile, "answering")
        hostile.play(GOOD_ROW.name)
        assert told(await ending_with(engine)) == Completes()
    await until_no(hostile, "open")


def is_honest(came: Outcome, expected: Lives) -> bool:
    match came:
        case Completes(text):
            return text.startswith(expected.beginning) and text.endswith(expected.end)
        case Breaks(text=text):
            return text.startswith(expected.beginning)
    return False

"""What every Engine keeps to holds for those that stand before another one, singly and together."""

from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from tests.contracts import test_engine_contract as contract
from tests.engines.helpers import engine_at
from tests.servers.processes import MockServer, running_mock
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.engines.retries.retrying import Retrying
from translator.engines.shared import Shared
from translator.translation.ports import Engine


@pytest.fixture(scope="module")
def slow_mock() -> Iterator[MockServer]:
    with running_mock("--tps", "500") as server:
        yield server


def _limited(engine: Engine) -> Engine:
    return Limited(engine, Limits())


def _together(engine: Engine) -> Engine:
    limited = Limited(engine, Limits())
    return Shared(Retrying(limited), hasten=limited.hasten)


@pytest.fixture(params=[Retrying, _limited, Shared, _together], ids=["retrying", "limited", "shared", "together"])
async def engine(request: pytest.FixtureRequest, slow_mock: MockServer) -> AsyncIterator[Engine]:
    before: Callable[[Engine], Engine] = request.param
    async with engine_at(slow_mock.base_url) as behind:
        yield before(behind)


test_ends_with_finished = contract.test_ends_with_finished_and_nothing_after_it
test_says_once_what_it_cost = contract.test_says_once_what_it_cost_before_it_finishes
test_text_comes_in_pieces = contract.test_text_comes_in_pieces_none_of_them_empty
test_keeps_placeholders = contract.test_keeps_placeholders_links_and_the_number_of_lines
test_numbers_the_lines = contract.test_numbers_the_lines_when_asked_to
test_can_be_asked_again = contract.test_can_be_asked_again_after_a_stream_was_left_early
test_a_cancelled_reader = contract.test_a_cancelled_reader_is_cancelled_at_once
test_says_who_it_is = contract.test_says_who_it_is

"""A text of many blocks at a real server on a real socket, whose minute is a few seconds long.

What is refused must be little. How fast it goes is held where the clock is simulated (test_limits_simulated.py), and
measured by the bench.
"""

import asyncio

import pytest

from tests.servers.limited_process import Outcome, running_limited
from tests.servers.many_requests import ask_all, limited_engine_at, prompts_of
from tests.servers.mock_text import pseudo

pytestmark = pytest.mark.no_cover  # it is timed

_REQUESTS_SCARCE, _TOKENS_SCARCE = 100, 500  # words a request


def _translate(count: int, words: int, *arguments: str) -> Outcome:
    """Ask for so many at the same time; hold every reply to its request."""
    prompts = prompts_of(count, words)

    async def main(base_url: str) -> list[str]:
        async with limited_engine_at(base_url) as engine:
            return await ask_all(engine, prompts)

    with running_limited("--window", "3", *arguments) as server:
        replies = asyncio.run(main(server.base_url))
        outcome = server.outcome()
    assert replies == [pseudo(prompt.lines[0]) for prompt in prompts]
    assert outcome.accepted == count, "each was answered once"
    return outcome


@pytest.mark.parametrize(
    ("count", "words"), [(120, _REQUESTS_SCARCE), (60, _TOKENS_SCARCE)], ids=["requests", "tokens"]
)
def test_a_bucket_is_kept_to(count: int, words: int) -> None:
    assert _translate(count, words, "--kind", "bucket").share_refused <= 0.02


@pytest.mark.parametrize("kind", ["window", "sliding"])
def test_a_window_is_kept_to(kind: str) -> None:
    assert _translate(140, _REQUESTS_SCARCE, "--kind", kind).share_refused <= 0.02


def test_a_server_that_says_nothing_of_its_limits_refuses_a_few_at_first() -> None:
    assert _translate(120, _REQUESTS_SCARCE, "--kind", "bucket", "--silent").share_refused <= 0.15

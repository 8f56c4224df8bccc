"""Five hundred broken replies, always the same; and the fuzzer itself, which must see what it looks for."""

from collections.abc import AsyncGenerator

import pytest

from tests.fuzz.__main__ import fuzz, main
from tests.fuzz.case import Case, Promise, make_case
from tests.fuzz.corrupting import CORRUPTING
from tests.fuzz.judge import Broken, InMemoryEngine, run_case
from tests.fuzz.neutral import NEUTRAL
from tests.fuzz.truncating import TRUNCATING
from tests.hostile.memory import MOST_MB, Peak
from translator.translation.ports import EngineEvent, Finished, Prompt, TextDelta

_SEED = 20261122
_CASES = 500
_NUMBERS = range(_CASES)


def first(promise: Promise) -> Case:
    return next(case for number in _NUMBERS if (case := make_case(_SEED, number)).promise is promise)


async def test_no_broken_reply_breaks_the_app_or_passes_for_a_whole_one() -> None:
    peak = Peak()
    endings, failures = await fuzz(_SEED, _NUMBERS)
    assert not failures, "\n".join(failures)
    assert endings.keys() == {"Completed", "Incomplete", "Failed"}
    assert endings.total() == _CASES
    assert peak.rise_mb() < MOST_MB


def test_the_cases_hold_every_promise_and_everything_that_can_be_done() -> None:
    cases = [make_case(_SEED, number) for number in _NUMBERS]
    done = {name for case in cases for name in case.done}
    assert {case.promise for case in cases} == set(Promise)
    assert done == {change.__name__ for change in (*NEUTRAL, *TRUNCATING, *CORRUPTING)}


def test_a_case_is_the_same_whenever_it_is_made() -> None:
    assert make_case(_SEED, 7) == make_case(_SEED, 7)
    assert make_case(_SEED, 7) != make_case(_SEED, 8)
    assert make_case(_SEED, 7) != make_case(_SEED + 1, 7)


class Lying(InMemoryEngine):
    """Says that every reply is complete."""

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        yield TextDelta("\n".join("Satz" for _ in prompt.lines))
        yield Finished()


class Silent(InMemoryEngine):
    """Says that every reply is empty."""

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        yield Finished()


@pytest.mark.parametrize("promise", [Promise.COMPLETE, Promise.NOT_CUT, Promise.NOT_COMPLETE])
async def test_an_engine_that_tells_a_truncated_reply_as_complete_is_found_out(promise: Promise) -> None:
    case = first(promise)
    with pytest.raises(Broken, match="told as complete"):
        await run_case(case, Lying(case))


async def test_an_engine_that_loses_a_whole_reply_is_found_out() -> None:
    case = first(Promise.COMPLETE)
    with pytest.raises(Broken, match="not complete"):
        await run_case(case, Silent(case))


async def test_a_failure_is_told_with_how_to_have_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InMemoryEngine, "stream", Lying.stream)
    _, failures = await fuzz(_SEED, range(1, _CASES))
    assert len(failures) == 10
    assert "told as complete" in failures[0]
    assert f"again: python3 dev.py fuzz --seed {_SEED} --only " in failures[0]


def test_the_command_prints_its_seed_and_succeeds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", "3", "--seed", "5"]) == 0
    assert main(["--only", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "seed 5"
    assert lines[2].startswith("seed ")
    assert "0 broken" in lines[1]

"""``translator usage``: the table, the object, what is not known, and the budget."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.commands.running import ROOT
from tests.fakes.usage import record_of, saved_record
from translator import clock
from translator.commands.usage import main
from translator.places import find_places
from translator.settings import Budget, Service, Settings
from translator.storage.database.database import Database
from translator.storage.settings.settings_file import SettingsFile
from translator.storage.usage_store import UsageInDatabase
from translator.translation.spending.saved import SavedRecord
from translator.translation.spending.usage import UsageRecord, start_of

NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)
SETTINGS = Settings("openai", (Service("openai", "My OpenAI"),), budget=Budget(day=2))


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have it be noon: at midnight what was used a moment ago is not today's any more."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def use(*records: UsageRecord, saved: Sequence[SavedRecord] = (), settings: Settings = SETTINGS) -> None:
    """Keep these, as translations would have."""

    async def add() -> None:
        database = Database(find_places().database_file)
        store = UsageInDatabase(database)
        for record in records:
            await store.add(record)
        for run in saved:
            await store.add_saved(run)
        await database.close()

    SettingsFile(find_places().settings_file).save(settings)
    asyncio.run(add())


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def as_object(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(shown(capsys, "--json", *arguments))


def cells(line: str) -> list[str]:
    return [cell for cell in line.split("  ") if cell.strip()]


def test_each_model_of_each_service_has_a_line_and_all_have_a_sum(capsys: pytest.CaptureFixture[str]) -> None:
    use(
        record_of(NOW, model="gpt-5.4-mini", tokens=(12_000, 345), cost=0.25, first_token_seconds=1.25),
        record_of(NOW, model="gpt-5.4-mini", cost=0.5, error="cut"),
        record_of(NOW, model="new", tokens=(1, 1), cost=None),
        record_of(NOW, model="new", tokens=(1, 1), cost=0.5, estimated=True),
        record_of(NOW, "box~2", "gemma", (7, 8), cost=None),
    )
    lines = [line.strip() for line in shown(capsys).splitlines()]
    table = [[cell.strip() for cell in cells(line)] for line in lines[2:7]]
    assert table == [
        ["Service", "Model", "Requests", "Tokens in", "Tokens out", "Errors", "First token", "Cost"],
        ["My OpenAI", "gpt-5.4-mini", "2", "12,010", "350", "1", "1.2 s", "$0.750"],
        ["My OpenAI", "new", "2", "~2", "~2", "0", "–", "at least $0.500"],
        ["box", "gemma", "1", "7", "8", "0", "–", "–"],
        ["In all", "5", "~12,019", "~360", "1", "–", "at least $1.25"],
    ]
    assert "Today: $1.25 of $2.00. 2 requests without a known price are not counted." in lines
    assert "This month: $1.25" in lines
    assert any(line.startswith("Costs are estimates, by prices as of 20") for line in lines)


def test_a_single_line_needs_no_sum_and_known_counts_no_mark(capsys: pytest.CaptureFixture[str]) -> None:
    use(record_of(NOW))
    out = shown(capsys)
    assert "In all" not in out
    assert "~" not in out


def test_where_nothing_was_translated_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys)
    assert "nothing was translated" in out
    assert "Today: $0.00" in out


def test_the_object_tells_the_same_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    use(record_of(NOW, cost=0.5, first_token_seconds=2.0), record_of(NOW, model="n", cost=None))
    told = as_object(capsys)
    assert told["usage"] == [
        {
            "service": "My OpenAI",
            "model": model,
            "requests": 1,
            "input_tokens": 10,
            "output_tokens": 5,
            "estimated_requests": 0,
            "errors": 0,
            "first_token_seconds": seconds,
            "cost": cost,
            "unpriced_requests": unpriced,
        }
        for model, seconds, cost, unpriced in (("m", 2.0, 0.5, 0), ("n", None, None, 1))
    ]
    assert told["spending"] == {
        "day": 0.5, "month": 0.5, "day_budget": 2, "month_budget": None,
        "day_uncounted_requests": 1, "month_uncounted_requests": None,
    }  # fmt: skip
    assert datetime.fromisoformat(told["since"]) == start_of("month", NOW)


def test_what_the_memory_saved_is_told_of_day_and_month(capsys: pytest.CaptureFixture[str]) -> None:
    use(record_of(NOW), saved=[saved_record(NOW, blocks=120, cost=0.25), saved_record(NOW, cost=None)])
    said = "$0.010. The memory saved 122 blocks, about 80 tokens, at least $0.250."
    lines = shown(capsys).splitlines()
    assert f"Today: {said.replace('$0.010.', '$0.010 of $2.00.')}" in lines
    assert f"This month: {said}" in lines
    told = as_object(capsys, "--days", "1")["saved_by_memory"]
    saved = {"blocks": 122, "input_tokens": 60, "output_tokens": 20, "cost": 0.25, "unpriced_blocks": 2}
    assert told == {**saved, "day": saved, "month": saved}


def test_where_the_memory_saved_nothing_nothing_is_said_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    use(record_of(NOW), saved=[saved_record(NOW, cost=None)])
    assert as_object(capsys)["saved_by_memory"]["cost"] is None
    use(settings=SETTINGS)
    find_places().database_file.unlink()
    assert as_object(capsys)["saved_by_memory"]["day"]["cost"] == 0
    assert "memory" not in shown(capsys)


def test_days_count_from_midnight_and_today_is_one_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    today = start_of("day", NOW)
    use(
        record_of(today, model="today"),
        record_of(today - timedelta(seconds=1), model="yesterday"),
        record_of(today - timedelta(days=40), model="long ago"),
    )
    asked = {
        days: {total["model"] for total in as_object(capsys, "--days", days)["usage"]} for days in ("1", "2", "60")
    }
    assert asked == {"1": {"today"}, "2": {"today", "yesterday"}, "60": {"today", "yesterday", "long ago"}}
    assert as_object(capsys, "--month") == as_object(capsys)


@pytest.mark.parametrize(
    "arguments", [["--days", "0"], ["--days", "401"], ["--days", "x"], ["--days", "1", "--month"], ["more"]]
)
def test_what_cannot_be_meant_is_bad_usage(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "translator usage" in capsys.readouterr().err


def test_a_database_that_cannot_be_read_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    use()
    find_places().database_file.parent.mkdir(parents=True, exist_ok=True)
    find_places().database_file.write_text("not a database")
    assert main([]) == 0
    out, err = capsys.readouterr()
    assert "nothing was translated" in out
    assert "could not be read" in err


def test_settings_that_cannot_be_read_are_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    use(record_of(NOW))
    find_places().settings_file.write_text("[[[")
    assert main([]) == 0
    out, err = capsys.readouterr()
    assert "openai" in out
    assert "settings could not be read" in err


def test_where_the_price_table_cannot_be_read_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    expected_log: Callable[[str], None],
) -> None:  # fmt: skip
    expected_log("WARNING translator.prices: The table of prices could not be read")
    use(record_of(NOW))
    monkeypatch.setattr("translator.books.resources", lambda: tmp_path)
    assert "The table of prices could not be read" in shown(capsys)
    assert as_object(capsys)["prices_as_of"] is None


def test_a_name_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    use(record_of(NOW, model="evil\x1b[2J"))
    assert "\x1b" not in shown(capsys)


def test_neither_the_window_nor_the_engine_is_imported() -> None:
    script = (
        "import sys; from translator.commands.usage import main; main([]);"
        "print([name for name in ('PySide6', 'openai', 'keyring', 'qasync') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("[]\n")

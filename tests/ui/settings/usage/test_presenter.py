"""The usage page: what it says of the figures, when it reads them, and which budgets it takes."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.waiting import settle
from tests.ui.settings.room import NOON, OLLAMA, OPENAI, FakeUsage, make_figures
from tests.ui.settings.usage.fake_screen import FakeUsageScreen
from translator.settings import Budget, Settings
from translator.translation.request import Action
from translator.translation.spending.saved import SavedTotal
from translator.translation.spending.usage import Period, Spending, UsageRecord, UsageTotal
from translator.ui.preferences import Preferences
from translator.ui.settings.usage.presenter import UsagePresenter
from translator.ui.settings.usage.screen import Progress, UsageLine

COUNTED = UsageTotal("openai", "gpt-x", 1_200, 34_000, 41_000, 0, 0, 1.25, 0, 0.62)
GUESSED = UsageTotal("ollama", "gemma3", 1, 80, 90, 1, 1, 0, 1)


class UsageRoom:
    def __init__(self) -> None:
        self.screen = FakeUsageScreen()
        self.usage = FakeUsage()
        self.kept: list[Settings] = []
        settings = Settings("openai", (OPENAI, OLLAMA))
        self.preferences = Preferences(settings, self.kept.append)
        self.presenter = UsagePresenter(self.screen, self.preferences, make_figures(self.usage))

    async def look(self) -> None:
        self.presenter.look()
        await settle()

    @property
    def budget(self) -> Budget:
        return self.preferences.settings.budget


@pytest.fixture
async def page() -> AsyncIterator[UsageRoom]:
    made = UsageRoom()
    yield made
    await made.presenter.close()


def record() -> UsageRecord:
    return UsageRecord(NOON, "openai", "gpt-x", Action.WINDOW, 1, 1)


async def test_a_model_of_a_service_is_one_line_of_what_it_took(page: UsageRoom) -> None:
    page.usage.month = [COUNTED]
    await page.look()
    words = "1,200 requests · 34,000 tokens in, 41,000 out · 0.6 s to the first token (median)"
    assert page.screen.lines["month"] == [UsageLine("OpenAI · gpt-x", words, "$1.25")]


async def test_estimates_failures_and_unknown_prices_are_marked(page: UsageRoom) -> None:
    page.usage.month = [GUESSED, replace(COUNTED, estimated=3, unpriced=1, first_token_seconds=None)]
    await page.look()
    _, guessed, partly = page.screen.lines["month"]
    assert guessed == UsageLine(
        "Ollama · gemma3", "1 request · about 80 tokens in, 90 out (estimated) · 1 failed", "–"
    )  # fmt: skip
    assert "(partly estimated) · 1 of unknown price" in partly.words
    assert partly.cost == "$1.25"


async def test_several_lines_have_their_sum_above_them(page: UsageRoom) -> None:
    page.usage.day = page.usage.month = [COUNTED, GUESSED]
    await page.look()
    words = "1,201 requests · about 34,080 tokens in, 41,090 out (partly estimated) · 1 failed · 1 of unknown price"
    assert page.screen.lines["day"][0] == UsageLine("In all", words, "$1.25")
    assert len(page.screen.lines["day"]) == 3


async def test_a_service_that_is_gone_keeps_the_name_in_its_id(page: UsageRoom) -> None:
    page.usage.month = [replace(COUNTED, service="custom~1a2b", model="")]
    await page.look()
    assert page.screen.lines["month"][0].title == "custom"


async def test_where_nothing_was_translated_the_page_says_so_once(page: UsageRoom) -> None:
    await page.look()
    assert page.screen.lines == {"day": [], "month": []}
    assert page.screen.otherwise == {"day": "", "month": "Nothing was translated yet this month."}
    page.usage.month = [COUNTED]
    await page.look()
    assert page.screen.otherwise["day"] == "Nothing was translated yet today."


async def test_today_and_this_month_begin_where_they_do_here(page: UsageRoom) -> None:
    await page.look()
    month, day = (since.astimezone() for since in page.usage.asked)
    assert (month.day, month.hour, day.hour, day.minute) == (1, 0, 0, 0)
    assert timedelta(0) <= NOON - day < timedelta(days=1)


async def test_the_day_of_the_prices_is_said(page: UsageRoom) -> None:
    assert "2026-11-20" in page.screen.price_table


async def test_nothing_is_read_before_anybody_looks_or_after(page: UsageRoom) -> None:
    page.usage.listeners[0](record())
    page.presenter.set_budget("day", "2")
    await settle()
    assert page.usage.asked == []
    await page.look()
    page.presenter.look_away()
    page.usage.listeners[0](record())
    await settle()
    assert page.screen.read == 1


async def test_a_request_meanwhile_is_counted(page: UsageRoom) -> None:
    await page.look()
    page.usage.month = [COUNTED]
    page.usage.listeners[0](record())
    await settle()
    assert len(page.screen.lines["month"]) == 1


async def test_many_requests_during_a_slow_reading_cost_one_more(page: UsageRoom) -> None:
    page.usage.gate = asyncio.Event()
    await page.look()
    for _ in range(20):
        page.usage.listeners[0](record())
    page.usage.gate.set()
    await settle()
    assert page.screen.read == 2


async def test_closing_during_a_reading_ends_it(page: UsageRoom) -> None:
    page.usage.gate = asyncio.Event()
    await page.look()
    await page.presenter.close()
    page.usage.listeners[0](record())
    await settle()
    assert page.screen.read == 0


# The budget


@pytest.mark.parametrize(("period", "kept"), [("day", Budget(day=2.5)), ("month", Budget(month=2.5))])
async def test_a_budget_is_kept_and_given_up_again(page: UsageRoom, period: Period, kept: Budget) -> None:
    page.presenter.set_budget(period, " $2,50 ")
    assert page.kept[-1].budget == kept
    assert page.screen.budgets[period] == "2.5"
    page.presenter.set_budget(period, "")
    assert page.budget == Budget()
    assert page.screen.budgets[period] == ""


@pytest.mark.parametrize("text", ["-1", "0", "much", "1,000", "1000001", "inf"])
async def test_a_budget_that_cannot_be_meant_is_refused_until_it_is_mended(page: UsageRoom, text: str) -> None:
    page.presenter.set_budget("month", "20")
    page.presenter.set_budget("month", text)
    assert "US dollars" in page.screen.problems["month"]
    assert page.budget == Budget(month=20)
    page.presenter.set_budget("month", "30")
    assert page.screen.problems["month"] == ""


async def test_what_changes_nothing_is_not_written(page: UsageRoom) -> None:
    page.presenter.set_budget("day", "")
    assert page.kept == []


async def test_a_wrong_budget_stays_while_one_looks_elsewhere_and_is_forgotten_when_the_window_opens_anew(
    page: UsageRoom,
) -> None:
    await page.look()
    page.screen.budgets.clear()
    page.presenter.set_budget("day", "much")
    page.presenter.look_away()
    await page.look()
    assert page.screen.problems["day"]
    assert page.screen.budgets == {}
    page.presenter.refresh()
    await page.look()
    assert page.screen.problems == {"day": "", "month": ""}
    assert page.screen.budgets["day"] == ""


async def test_a_refused_budget_is_not_written_over_by_another_change(page: UsageRoom) -> None:
    await page.look()
    page.screen.budgets.clear()
    page.presenter.set_budget("day", "much")
    page.presenter.set_budget("month", "3")
    assert page.screen.budgets == {"month": "3"}
    assert page.screen.problems["day"]


@pytest.mark.parametrize(
    ("spent", "progress"),
    [
        (0, Progress("$0.00 of $2.00 today (0 %).", 0, "fine")),
        (1.5, Progress("$1.50 of $2.00 today (75 %).", 75, "fine")),
        (1.6, Progress("$1.60 of $2.00 today (80 %). Nearly spent.", 80, "nearly")),
        (1.999, Progress("$2.00 of $2.00 today (99 %). Nearly spent.", 99, "nearly")),
    ],
)
async def test_how_far_a_budget_is_spent_is_said_in_words(page: UsageRoom, spent: float, progress: Progress) -> None:
    page.usage.spent = Spending(spent, spent, Budget(day=2))
    await page.look()
    assert page.screen.progress == {"day": progress, "month": None}


async def test_a_budget_of_less_than_a_cent_is_not_shown_as_nothing(page: UsageRoom) -> None:
    page.usage.spent = Spending(0.001, 0, Budget(day=0.004))
    await page.look()
    assert page.screen.progress["day"] == Progress("$0.0010 of $0.0040 today (25 %).", 25, "fine")


async def test_a_budget_says_what_it_does_not_see_but_for_servers_on_this_computer(page: UsageRoom) -> None:
    page.usage.spent = Spending(1, 1, Budget(day=2, month=4))
    page.usage.day = [replace(COUNTED, unpriced=3), GUESSED]
    page.usage.month = [GUESSED]
    await page.look()
    day, month = page.screen.progress["day"], page.screen.progress["month"]
    assert day is not None
    assert day.words == "$1.00 of $2.00 today (50 %). 3 requests without a known price are not counted."
    assert month is not None
    assert month.words == "$1.00 of $4.00 this month (25 %)."


async def test_where_there_is_no_price_table_the_page_says_so() -> None:
    screen = FakeUsageScreen()
    figures = replace(make_figures(), prices_as_of=None)
    presenter = UsagePresenter(screen, Preferences(Settings(), lambda _: None), figures)
    assert screen.price_table.startswith("The table of prices could not be read")
    await presenter.close()


async def test_a_spent_budget_says_what_that_means(page: UsageRoom) -> None:
    page.usage.spent = Spending(5, 5, Budget(month=4))
    await page.look()
    progress = page.screen.progress["month"]
    assert progress is not None
    assert (
        progress.words
        == "$5.00 of $4.00 this month (125 %). Spent: further requests are refused unless you allow each."
    )
    assert (progress.percent, progress.fullness) == (125, "spent")


async def test_a_changed_budget_is_measured_at_once(page: UsageRoom) -> None:
    await page.look()
    page.usage.spent = Spending(1, 1, Budget(day=2))
    page.presenter.set_budget("day", "2")
    await settle()
    assert page.screen.progress["day"] is not None


async def test_what_the_memory_saved_is_the_last_line_of_its_period(page: UsageRoom) -> None:
    page.usage.month, page.usage.month_saved = [COUNTED], SavedTotal(120, 2_000, 2_000, 0.02)
    await page.look()
    said = UsageLine("", "The memory saved 120 blocks, about 4,000 tokens, $0.020.", "")
    assert page.screen.lines["month"][1:] == [said]
    assert page.screen.lines["day"] == []
    page.usage.month, page.usage.day_saved = [], SavedTotal(1, 1, 1, 0, 1)
    page.usage.listeners[0](record())
    await settle()
    assert page.screen.lines["month"] == [said]
    assert [line.words for line in page.screen.lines["day"]] == ["The memory saved 1 block, about 2 tokens."]
    assert page.screen.otherwise["day"]

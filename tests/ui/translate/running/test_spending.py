"""What a translation will take and took, in words, and a budget that is nearly spent."""

from datetime import date

import pytest

from tests.fakes.screen import FakeScreen
from tests.ui.translate.room import FakeCosts
from translator.settings import Budget
from translator.spending_words import about_cost, about_tokens
from translator.text.tokens import estimate_tokens
from translator.translation.request import Translation, Usage
from translator.translation.spending.usage import Spending
from translator.ui.translate.running.spending import (
    BudgetNotice,
    Expectations,
    UnknownCosts,
    facts,
)

LONG = "The quick brown fox jumps over the lazy dog.\n" * 300


def test_a_short_text_is_not_looked_ahead_for() -> None:
    costs = FakeCosts()

    assert Expectations(costs).of("hello", 2) is None
    assert costs.asked == []


def test_of_a_long_text_tokens_and_cost_are_told() -> None:
    costs = FakeCosts()
    costs.cost = 0.0213
    tokens = estimate_tokens(LONG)
    expected = Expectations(costs).of(LONG, tokens)

    assert expected is not None
    assert expected.words == f"{about_tokens(tokens)}, about $0.021"
    assert expected.cost_words == "about $0.021"
    assert costs.asked[0].requests > 1


def test_many_blank_lines_are_not_a_long_text() -> None:
    text = "\n" * 6_000 + "word"

    assert Expectations(FakeCosts()).of(text, estimate_tokens(text)) is None


def test_an_unknown_price_is_left_out() -> None:
    expected = Expectations(UnknownCosts()).of(LONG, 4_021)

    assert expected is not None
    assert expected.cost_words == ""
    assert expected.words == "about 4,000 tokens"


def test_what_costs_nothing_is_not_priced() -> None:
    costs = FakeCosts()
    costs.cost = 0
    expected = Expectations(costs).of(LONG, 4_021)

    assert expected is not None
    assert expected.cost_words == ""
    assert expected.words == "about 4,000 tokens"


def test_the_price_is_asked_for_each_time_and_the_text_is_counted_once() -> None:
    costs = FakeCosts()
    expectations = Expectations(costs)
    expectations.of(LONG, 4_000)
    expectations.of(LONG, 4_000)

    assert len(costs.asked) == 2
    assert costs.asked[0] is costs.asked[1]


@pytest.mark.parametrize(
    ("tokens", "words"),
    [(1, "about 1 token"), (92, "about 92 tokens"), (137, "about 140 tokens"), (12_430, "about 12,000 tokens")],
)
def test_an_estimate_has_no_more_digits_than_can_be_meant(tokens: int, words: str) -> None:
    assert about_tokens(tokens) == words


@pytest.mark.parametrize(
    ("cost", "words"), [(None, "–"), (0.00001, "< $0.0001"), (0.0012, "about $0.0012"), (2.5, "about $2.50")]
)
def test_a_cost_is_about(cost: float | None, words: str) -> None:
    assert about_cost(cost) == words


@pytest.mark.parametrize(
    ("translation", "every", "short"),
    [
        (
            Translation("x", usage=Usage(1000, 500, cost=0.0012), engine="OpenAI", model="gpt"),
            "gpt · 1.8 s · 1,500 tokens · about $0.0012",
            "1.8 s · 1,500 tokens · about $0.0012",
        ),
        (
            Translation("x", usage=Usage(1000, 537, estimated=True, cost=None), model="gpt"),
            "gpt · 1.8 s · about 1,500 tokens",
            "1.8 s · about 1,500 tokens",
        ),
        (Translation("x", usage=Usage(1, 0), model="gpt"), "gpt · 1.8 s · 1 token", "1.8 s · 1 token"),
        (Translation("x", usage=Usage(cost=None), engine="Demo"), "Demo · 1.8 s", "1.8 s"),
        (Translation("x"), "1.8 s", "1.8 s"),
    ],
)
def test_the_facts_of_a_translation(translation: Translation, every: str, short: str) -> None:
    assert facts(translation, 1.84)[:2] == (every, short)


def test_why_there_is_no_cost_is_in_a_note() -> None:
    note = "The price of this model is not known."
    unpriced = Translation("x", usage=Usage(1000, 500, cost=None), model="gpt")
    expected = Expectations(UnknownCosts()).of(LONG, 4_021)

    assert facts(unpriced, 1.8)[2] == note
    assert expected is not None
    assert expected.cost_note == note


@pytest.mark.parametrize("cost", [0, 0.0012])
def test_a_known_price_needs_no_note(cost: float) -> None:
    costs = FakeCosts()
    costs.cost = cost
    expected = Expectations(costs).of(LONG, 4_021)

    assert facts(Translation("x", usage=Usage(1000, 500, cost=cost)), 1.8)[2] == ""
    assert facts(Translation("x", usage=Usage(cost=None)), 1.8)[2] == ""
    assert expected is not None
    assert expected.cost_note == ""


# The budget


class Purse:
    def __init__(self) -> None:
        self.screen = FakeScreen()
        self.today = date(2026, 5, 30)
        self.opened = 0
        self.notice = BudgetNotice(self.screen, self._open, lambda: self.today)

    def _open(self) -> None:
        self.opened += 1

    def spend(self, day: float = 0, month: float = 0, budget: Budget | None = None) -> str:
        """Say what was spent; return what is said about it, and dismiss it."""
        self.notice.follow(Spending(day, month, budget or Budget(1, 10)))
        said = self.screen.source_notice.sentence if self.screen.source_notice else ""
        self.screen.source_notices.dismiss()
        return said


def test_nothing_is_said_below_four_fifths() -> None:
    assert Purse().spend(0.79, 7.9) == ""


def test_a_day_is_told_once() -> None:
    purse = Purse()

    assert purse.spend(day=0.82) == "Today's budget is nearly spent: $0.820 of $1.00."
    assert purse.spend(day=0.9) == ""
    purse.today = date(2026, 5, 31)
    assert purse.spend(day=0.82).startswith("Today's budget")


def test_a_budget_that_was_nearly_spent_is_told_as_spent_once_it_is() -> None:
    purse = Purse()
    purse.notice.follow(Spending(0.82, 0, Budget(1, 10)))

    assert purse.spend(day=1.05) == "Today's budget is spent."
    assert purse.spend(day=1.2) == ""


def test_a_month_is_told_once_whatever_the_day() -> None:
    purse = Purse()

    assert purse.spend(month=8.2) == "This month's budget is nearly spent: $8.20 of $10.00."
    purse.today = date(2026, 5, 31)
    assert purse.spend(month=8.3) == ""
    purse.today = date(2026, 6, 1)
    assert purse.spend(month=8.3) != ""


def test_another_budget_is_told_anew() -> None:
    purse = Purse()
    purse.spend(day=0.82)

    assert purse.spend(day=1.7, budget=Budget(day=2)) != ""


@pytest.mark.parametrize(
    ("spent", "words"),
    [({"day": 1.2}, "Today's budget is spent."), ({"month": 10}, "This month's budget is spent.")],
)
def test_what_is_spent_is_not_nearly_spent(spent: dict[str, float], words: str) -> None:
    assert Purse().spend(**spent) == words


def test_it_stays_until_it_is_dismissed_and_leads_to_the_budget() -> None:
    purse = Purse()
    purse.notice.follow(Spending(0.9, 0, Budget(day=1)))
    purse.screen.hide_notices()

    assert purse.screen.source_notice is not None
    assert purse.screen.source_notice.severity == "warning"
    purse.screen.source_notice.press("openBudgetButton")
    assert purse.opened == 1


def test_it_goes_when_there_is_room_again() -> None:
    purse = Purse()
    purse.notice.follow(Spending(0.9, 0, Budget(day=1)))
    purse.notice.follow(Spending(0.9, 0, Budget(day=5)))

    assert purse.screen.source_notice is None


def test_it_is_said_again_in_another_language() -> None:
    purse = Purse()
    assert purse.spend(day=0.85) != ""
    assert purse.spend(day=0.86) == ""
    purse.notice.forget_what_was_said()

    assert purse.spend(day=0.87) != ""

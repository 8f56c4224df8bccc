"""Money and budgets in words."""

import pytest

from translator.settings import Budget
from translator.spending_words import explain_budget, explain_saved, explain_spent, explain_uncounted
from translator.translation.spending.saved import SavedTotal
from translator.translation.spending.usage import Spending


def test_what_was_spent_is_said_beside_the_budget_of_its_period() -> None:
    spending = Spending(1.5, 3, Budget(month=20))
    assert explain_spent(spending, "day") == "$1.50"
    assert explain_spent(spending, "month") == "$3.00 of $20.00"


@pytest.mark.parametrize(
    ("requests", "words"),
    [
        (0, ""),
        (1, "1 request without a known price is not counted."),
        (1_200, "1,200 requests without a known price are not counted."),
    ],
)
def test_what_a_budget_does_not_see_is_said_where_there_is_any(requests: int, words: str) -> None:
    assert explain_uncounted(requests) == words


@pytest.mark.parametrize(
    ("spending", "words"),
    [
        (Spending(1.5, 1.5, Budget(2, 20)), ""),
        (Spending(1.6, 1.6, Budget(2, 20)), "Today's budget is nearly spent: $1.60 of $2.00."),
        (Spending(1, 19, Budget(2, 20)), "This month's budget is nearly spent: $19.00 of $20.00."),
        (Spending(2, 2, Budget(2, 20)), "Today's budget is spent."),
        (Spending(1, 20, Budget(2, 20)), "This month's budget is spent."),
    ],
)
def test_the_budget_that_is_fuller_is_told_from_four_fifths_on(spending: Spending, words: str) -> None:
    assert explain_budget(spending) == words


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (SavedTotal(), ""),
        (SavedTotal(120, 2_481, 1_520, 0.0213), "The memory saved 120 blocks, about 4,000 tokens, $0.021."),
        (SavedTotal(1, 1, 0, 0, 1), "The memory saved 1 block, about 1 token."),
        (SavedTotal(3, 10, 10, 1.5, 1), "The memory saved 3 blocks, about 20 tokens, at least $1.50."),
    ],
)
def test_what_the_memory_saved_is_told_as_far_as_it_is_known(saved: SavedTotal, words: str) -> None:
    assert explain_saved(saved) == words

"""What a translation will take and took, in words; and the notice that a budget is nearly spent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from translator.i18n import ntr, tr
from translator.joining import in_a_row
from translator.locales.numbers import Localised, grouped
from translator.spending_words import about_cost, about_tokens, explain_budget, explain_expected
from translator.translation.prompting.plan import MOST_TOKENS
from translator.translation.request import Translation, Usage
from translator.translation.spending.estimate import Estimate, estimate
from translator.translation.spending.usage import Period, Spending
from translator.ui.findings.words import finding_count
from translator.ui.ports import Costs
from translator.ui.translate.screen import SourceNotices
from translator.ui.vocabulary import Action


@dataclass(frozen=True, slots=True)
class Expected:
    """What a long text will probably take: tokens of the text itself, and dollars; None where a price is not known."""

    tokens: int
    cost: float | None

    @property
    def cost_words(self) -> str:
        """The cost as it is shown; nothing where there is none, or none known."""
        return about_cost(self.cost) if self.cost else ""

    @property
    def cost_note(self) -> str:
        """What there is to know of the cost besides; nothing mostly."""
        return _note(self.cost)

    @property
    def words(self) -> str:
        """The tokens, and the cost where it is known."""
        return explain_expected(self.tokens, self.cost)


class UnknownCosts:
    """Knows no price."""

    def cost_of(self, _estimate: Estimate) -> float | None:
        """Return None."""
        return None


class Expectations:
    """Looks ahead for texts of more than one request. The last answer is kept: the same text is asked for twice."""

    def __init__(self, costs: Costs) -> None:
        self._costs = costs
        self._looked_at = ""
        self._estimate: Estimate | None = None

    def of(self, text: str, tokens: int) -> Expected | None:
        """Return what the text will take, of so many tokens itself; None for a short one."""
        if tokens <= MOST_TOKENS:
            return None
        if self._estimate is None or text != self._looked_at:
            self._looked_at, self._estimate = text, estimate(text)
        if self._estimate.requests < 2:
            return None
        return Expected(tokens, self._costs.cost_of(self._estimate))


def facts(translation: Translation, seconds: float, findings: int = 0) -> tuple[str, str, str]:
    """Return what is known of how a translation came about, and what counts of it where there is little room.

    The last is what there is to know besides; nothing mostly.
    """
    took = tr("{seconds:.1f} s").format(seconds=Localised(seconds))
    spent = _spent(translation.usage)
    short = [took, *spent, *filter(None, [finding_count(findings)])]
    every = [translation.model or translation.engine, *short]
    note = _note(translation.usage.cost) if spent else ""
    return in_a_row(every), in_a_row(short), note


def _note(cost: float | None) -> str:
    """Return why no cost is shown, where that is not because there was none."""
    return tr("The price of this model is not known.") if cost is None else ""


def _spent(usage: Usage) -> list[str]:
    """Return tokens and cost. What costs nothing says so by saying nothing, as does what nobody knows the price of."""
    tokens = usage.input_tokens + usage.output_tokens
    if not tokens:
        return []
    exactly = ntr("{n} token", "{n} tokens", tokens).format(n=grouped(tokens))
    counted = about_tokens(tokens) if usage.estimated else exactly
    return [counted, *([about_cost(usage.cost)] if usage.cost else [])]


class BudgetNotice:
    """Says once a day, or once a month, that four fifths of that budget are spent, and once more that all of it is.

    It says so again if the budget changes.
    """

    def __init__(
        self, screen: SourceNotices, open_budget: Callable[[], None], today: Callable[[], date] = date.today
    ) -> None:  # fmt: skip
        self._screen = screen
        self._open_budget = open_budget
        self._today = today
        self._said: set[tuple[Period, date, float, bool]] = set()

    def forget_what_was_said(self) -> None:
        """Say it again the next time, as in another language."""
        self._said.clear()

    def follow(self, spending: Spending) -> None:
        """Take note of what was spent."""
        period = spending.nearly_spent
        if period is None:
            self._screen.take_source_notice_away("budget")
            return
        limit = spending.budget.day if period == "day" else spending.budget.month
        today = self._today()
        since = today if period == "day" else today.replace(day=1)
        occasion = (period, since, limit, spending.spent is not None)
        if occasion not in self._said:
            self._said.add(occasion)
            change = Action(tr("Open settings"), "openBudgetButton", self._open_budget)
            self._screen.show_source_notice(explain_budget(spending), "warning", [change], stays="budget")

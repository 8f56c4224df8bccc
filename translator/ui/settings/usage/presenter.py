"""The usage page: what translations took and cost today and this month, and how much they may cost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from translator.i18n import ntr, ptr, tr
from translator.joining import in_a_row, sentences
from translator.locales.numbers import grouped, localised
from translator.prices import format_cost
from translator.settings import HIGHEST_BUDGET, Budget, Settings
from translator.spending_words import explain_saved, explain_uncounted, no_price_table
from translator.translation.spending.saved import SavedRecord, SavedTotal
from translator.translation.spending.usage import (
    NEARLY,
    PERIODS,
    Period,
    Spending,
    UsageRecord,
    UsageTotal,
    limit_of,
    name_of,
    start_of,
    total_of,
    uncounted,
)
from translator.ui.loop.tasks import Tasks
from translator.ui.preferences import Preferences
from translator.ui.settings.amounts import AmountInvalid, format_amount, parse_amount
from translator.ui.settings.figures import Figures
from translator.ui.settings.usage.screen import Fullness, Progress, UsageLine, UsageScreen


class UsagePresenter:
    """Reads the figures while somebody looks at them, and after each request that comes in meanwhile."""

    def __init__(self, screen: UsageScreen, preferences: Preferences, figures: Figures) -> None:
        self._screen = screen
        self._preferences = preferences
        self._figures = figures
        self._tasks = Tasks()
        self._looked_at = False
        self._stale = False
        self._shown: Budget | None = None
        screen.listen(self)
        screen.show_price_table(_price_table(figures.prices_as_of))
        preferences.listen(self._follow_settings)
        figures.usage.listen(self._follow)

    async def close(self) -> None:
        """End everything that runs."""
        self._looked_at = False
        await self._tasks.close()

    def refresh(self) -> None:
        """Begin afresh, as the window opens: what was refused before is forgotten."""
        for period in PERIODS:
            self._screen.show_problem(period, "")
        self._shown = None

    # Commands

    def look(self) -> None:
        """Show how things stand; a budget that was refused stays. The event loop must be running."""
        self._looked_at = True
        self._follow_settings(self._preferences.settings)

    def look_away(self) -> None:
        """Show nothing more, until one looks again."""
        self._looked_at = False

    def set_budget(self, period: Period, text: str) -> None:
        """Take what was typed as the budget, or say what is wrong with it; nothing typed is no limit."""
        try:
            amount = parse_amount(text) if text.strip() else 0
        except AmountInvalid:
            self._screen.show_problem(period, tr("An amount in US dollars, such as 2.50, or nothing for no limit."))
            return
        problem = _budget_problem(amount, typed=bool(text.strip()))
        self._screen.show_problem(period, problem)
        settings = self._preferences.settings
        budget = replace(settings.budget, **{period: amount})
        if not problem and budget != settings.budget:
            self._preferences.change(replace(settings, budget=budget))

    # What is shown

    def _follow(self, _record: UsageRecord | SavedRecord) -> None:
        self._read()

    def _follow_settings(self, settings: Settings) -> None:
        """Show the budgets that have changed: what is being typed stays."""
        for period in PERIODS:
            amount = limit_of(settings.budget, period)
            if self._shown is None or amount != limit_of(self._shown, period):
                self._screen.show_budget(period, format_amount(amount))
        self._shown = settings.budget
        self._read()

    def _read(self) -> None:
        """Read the figures, once more after the reading that may be under way: it began before they changed."""
        self._stale = True
        if self._looked_at and not self._tasks.is_running("usage"):
            self._tasks.start("usage", self._show_figures())

    async def _show_figures(self) -> None:
        while self._stale and self._looked_at:
            self._stale = False
            since_month, since_day = (start_of(period, self._figures.clock()) for period in ("month", "day"))
            month, month_saved = await self._used_since(since_month)
            day, day_saved = await self._used_since(since_day)
            nothing_today = tr("Nothing was translated yet today.") if month or month_saved.blocks else ""
            self._screen.show_lines("day", self._lines(day, day_saved), nothing_today)
            self._screen.show_lines(
                "month", self._lines(month, month_saved), tr("Nothing was translated yet this month.")
            )
            spending = await self._figures.usage.spending()
            for period, totals in zip(PERIODS, (day, month), strict=True):
                unseen = uncounted(totals, self._preferences.settings)
                self._screen.show_progress(period, _progress(period, spending, unseen))

    async def _used_since(self, since: datetime) -> tuple[Sequence[UsageTotal], SavedTotal]:
        return await self._figures.usage.totals(since), await self._figures.usage.saved(since)

    def _lines(self, totals: Sequence[UsageTotal], saved: SavedTotal) -> list[UsageLine]:
        lines = [_line(self._title(total), total) for total in totals]
        if len(lines) > 1:
            lines.insert(0, _line(ptr("the sum of what was used", "In all"), total_of(totals)))
        words = explain_saved(saved)
        return [*lines, UsageLine("", words, "")] if words else lines

    def _title(self, total: UsageTotal) -> str:
        name = name_of(total.service, self._preferences.settings)
        return in_a_row((name, total.model))


def _line(title: str, total: UsageTotal) -> UsageLine:
    return UsageLine(title, _facts(total), format_cost(None if total.unpriced >= total.requests else total.cost))


def _facts(total: UsageTotal) -> str:
    requests = ntr("{n} request", "{n} requests", total.requests).format(n=grouped(total.requests))
    return in_a_row((requests, *_tokens(total), *_remarks(total)))


def _tokens(total: UsageTotal) -> Sequence[str]:
    numbers = {"input": grouped(total.input_tokens), "output": grouped(total.output_tokens)}
    if not total.estimated:
        words = tr("{input} tokens in, {output} out")
    elif total.estimated >= total.requests:
        words = tr("about {input} tokens in, {output} out (estimated)")
    else:
        words = tr("about {input} tokens in, {output} out (partly estimated)")
    return (words.format(**numbers),)


def _remarks(total: UsageTotal) -> Sequence[str]:
    remarks = []
    if total.first_token_seconds is not None:
        words = tr("{seconds} s to the first token (median)")
        remarks.append(words.format(seconds=localised(f"{total.first_token_seconds:.1f}")))
    if total.errors:
        remarks.append(ntr("{n} failed", "{n} failed", total.errors).format(n=grouped(total.errors)))
    if 0 < total.unpriced < total.requests:
        unpriced = ntr("{n} of unknown price", "{n} of unknown price", total.unpriced)
        remarks.append(unpriced.format(n=grouped(total.unpriced)))
    return remarks


def _price_table(as_of: date | None) -> str:
    if as_of is None:
        return no_price_table()
    words = tr(
        "Costs are estimates, from a table of prices as of {day}. A service's own prices go first: enter them with "
        "the service. Where a price is not known, the cost is –."
    )
    return words.format(day=as_of.isoformat())


def _budget_problem(amount: float, *, typed: bool) -> str:
    if typed and not amount:
        return tr("More than 0 US dollars, or nothing for no limit.")
    if amount > HIGHEST_BUDGET:
        return tr("At most {highest} US dollars.").format(highest=grouped(HIGHEST_BUDGET))
    return ""


def _progress(period: Period, spending: Spending, unseen: int) -> Progress | None:
    """Return how far the budget is spent; ``unseen`` requests are of unknown price."""
    spent, limit = spending.of(period)
    if limit <= 0:
        return None
    part = spent / limit
    fullness: Fullness = "spent" if part >= 1 else "nearly" if part >= NEARLY else "fine"
    words = _words(period, fullness).format(spent=format_cost(spent), limit=format_cost(limit), percent=int(part * 100))
    words = sentences(words, explain_uncounted(unseen))
    return Progress(words, int(part * 100), fullness)


def _words(period: Period, fullness: Fullness) -> str:
    today = tr("{spent} of {limit} today ({percent} %).")
    this_month = tr("{spent} of {limit} this month ({percent} %).")
    remarks = {
        "fine": "",
        "nearly": tr("Nearly spent."),
        "spent": tr("Spent: further requests are refused unless you allow each."),
    }
    return sentences(today if period == "day" else this_month, remarks[fullness])

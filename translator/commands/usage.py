"""``translator usage``: what requests took and cost, by service and model, and how much of the budget is left."""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from translator import clock
from translator.books import Books, make_books
from translator.commands.columns import pad, places_of
from translator.commands.help_layout import CommandParser
from translator.commands.interruptible import run_interruptibly
from translator.commands.terminal import prepare_output, say
from translator.i18n import ptr, tr
from translator.joining import as_sentence, sentences
from translator.locales.numbers import Localised, grouped
from translator.places import find_places
from translator.prices import UNKNOWN, format_cost
from translator.settings import Settings
from translator.spending_words import explain_saved, explain_spent, explain_uncounted, no_price_table
from translator.storage.settings.settings_file import SettingsFile
from translator.text.display import neutralise
from translator.translation.spending.saved import SavedTotal
from translator.translation.spending.usage import (
    KEPT_DAYS,
    PERIODS,
    Period,
    Spending,
    UsageTotal,
    name_of,
    start_of,
    total_of,
)


@dataclass(frozen=True, slots=True)
class _Used:
    """What was used since a time (aware), and what may still be spent.

    ``saved`` is what the translation memory saved since then, ``saved_in`` in each period. ``uncounted`` are requests
    that a budget does not see. ``prices_as_of`` is a day in ISO 8601, empty where there is no table.
    """

    since: datetime
    totals: Sequence[UsageTotal]
    saved: SavedTotal
    saved_in: Mapping[Period, SavedTotal]
    spending: Spending
    uncounted: Mapping[Period, int]
    prices_as_of: str


def main(arguments: list[str]) -> int:
    """Run the command; return 0. Bad usage ends the process with 2, as argparse does."""
    parsed = _parser().parse_args(arguments)
    prepare_output()
    places = find_places()
    loaded = SettingsFile(places.settings_file).load()
    if loaded.notice is not None:
        say(loaded.notice.sentence)
    books = make_books(places, lambda: loaded.settings.budget)
    used = run_interruptibly(_look(books, _since(parsed.days, clock.now()), loaded.settings))
    if books.database.notice:
        say(books.database.notice)
    print(_as_json(used, loaded.settings) if parsed.json else _as_text(used, loaded.settings))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="translator usage",
        description=tr("Tell what translations took and cost: this month, unless asked otherwise."),
        epilog=tr("Costs are estimates, from a table of prices or from your own; – is a cost that is not known."),
    )
    period = parser.add_mutually_exclusive_group()
    period.add_argument("--days", metavar="N", type=_days, help=tr("the last N days, today among them"))
    period.add_argument("--month", action="store_true", help=tr("since the first of this month"))
    parser.add_argument("--json", action="store_true", help=tr("print one object"))
    return parser


def _days(text: str) -> int:
    try:
        days = int(text)
    except ValueError:
        days = 0
    if not 1 <= days <= KEPT_DAYS:
        raise argparse.ArgumentTypeError(tr("a number of days from 1 to {most}").format(most=KEPT_DAYS))
    return days


def _since(days: int | None, now: datetime) -> datetime:
    """Return the midnight at which the period begins."""
    return start_of("month", now) if days is None else start_of("day", now - timedelta(days=days - 1))


async def _look(books: Books, since: datetime, settings: Settings) -> _Used:
    ledger, as_of = books.ledger, books.prices.as_of
    try:
        totals, spending = await ledger.totals(since), await ledger.spending()
        uncounted, now = await ledger.uncounted(settings), clock.now()
        saved_in = {period: await ledger.saved(start_of(period, now)) for period in PERIODS}
        day = as_of.isoformat() if as_of else ""
        return _Used(since, totals, await ledger.saved(since), saved_in, spending, uncounted, day)
    finally:
        await books.close()


def _as_json(used: _Used, settings: Settings) -> str:
    spending, budget = used.spending, used.spending.budget
    shown = {
        "since": used.since.astimezone().isoformat(),
        "usage": [_as_object(total, settings) for total in used.totals],
        "spending": {
            "day": spending.day,
            "month": spending.month,
            "day_budget": budget.day or None,
            "month_budget": budget.month or None,
            "day_uncounted_requests": used.uncounted.get("day"),
            "month_uncounted_requests": used.uncounted.get("month"),
        },
        "saved_by_memory": _saved_as_object(used.saved)
        | {period: _saved_as_object(saved) for period, saved in used.saved_in.items()},
        "prices_as_of": used.prices_as_of or None,
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _as_object(total: UsageTotal, settings: Settings) -> dict[str, object]:
    return {
        "service": name_of(total.service, settings),
        "model": total.model,
        "requests": total.requests,
        "input_tokens": total.input_tokens,
        "output_tokens": total.output_tokens,
        "estimated_requests": total.estimated,
        "errors": total.errors,
        "first_token_seconds": total.first_token_seconds,
        "cost": None if total.unpriced == total.requests else total.cost,
        "unpriced_requests": total.unpriced,
    }


def _saved_as_object(saved: SavedTotal) -> dict[str, object]:
    return {
        "blocks": saved.blocks,
        "input_tokens": saved.input_tokens,
        "output_tokens": saved.output_tokens,
        "cost": saved.known_cost if saved.blocks else 0,
        "unpriced_blocks": saved.unpriced,
    }


def _as_text(used: _Used, settings: Settings) -> str:
    day = used.since.astimezone().date().isoformat()
    if not used.totals:
        nothing = tr("Since {day}: nothing was translated.").format(day=day)
        return f"{nothing}\n\n{_spending(used)}"
    since = tr("Since {day}").format(day=day)
    rows = [_titles(), *(_row(name_of(total.service, settings), total) for total in used.totals)]
    if len(used.totals) > 1:
        rows.append(_row(ptr("the sum of what was used", "In all"), total_of(used.totals)))
    marks = tr("~ estimated, where a service does not count its tokens.") if _has_estimates(used.totals) else ""
    remarks = "\n".join(filter(None, (_spending(used), _price_table(used.prices_as_of), marks)))
    return f"{since}\n\n{_table(rows)}\n\n{remarks}"


def _titles() -> list[str]:
    return [
        tr("Service"), tr("Model"), tr("Requests"), tr("Tokens in"), tr("Tokens out"), tr("Errors"),
        tr("First token"), tr("Cost"),
    ]  # fmt: skip


def _row(name: str, total: UsageTotal) -> list[str]:
    about = "~" if total.estimated else ""
    seconds = total.first_token_seconds
    return [
        name,
        total.model,
        grouped(total.requests),
        f"{about}{grouped(total.input_tokens)}",
        f"{about}{grouped(total.output_tokens)}",
        grouped(total.errors),
        UNKNOWN if seconds is None else tr("{seconds:.1f} s").format(seconds=Localised(seconds)),
        _cost(total),
    ]


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows with their columns aligned: names to the left, figures to the right."""
    cells = [[neutralise(cell) for cell in row] for row in rows]
    widths = [max(map(places_of, column)) for column in zip(*cells, strict=True)]
    return "\n".join(_line(row, widths).rstrip() for row in cells)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    columns = enumerate(zip(row, widths, strict=True))
    return "  ".join(pad(cell, width, to_the_right=place > 1) for place, (cell, width) in columns)


def _cost(total: UsageTotal) -> str:
    """Return what requests cost, as far as that is known."""
    if total.unpriced == total.requests:
        return UNKNOWN
    cost = format_cost(total.cost)
    return tr("at least {cost}").format(cost=cost) if total.unpriced else cost


def _has_estimates(totals: Sequence[UsageTotal]) -> bool:
    return any(total.estimated for total in totals)


def _spending(used: _Used) -> str:
    rows: Sequence[tuple[Period, str]] = (("day", tr("Today: {cost}")), ("month", tr("This month: {cost}")))
    return "\n".join(words.format(cost=_spent(period, used)) for period, words in rows)


def _spent(period: Period, used: _Used) -> str:
    """Return what was spent in this period, what its budget does not see, and what the memory saved."""
    spent = explain_spent(used.spending, period)
    remarks = (explain_uncounted(used.uncounted.get(period, 0)), explain_saved(used.saved_in[period]))
    return sentences(as_sentence(spent), *remarks) if any(remarks) else spent


def _price_table(prices_as_of: str) -> str:
    if not prices_as_of:
        return no_price_table()
    return tr("Costs are estimates, by prices as of {day}.").format(day=prices_as_of)

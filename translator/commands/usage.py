"""``translator usage``: what requests took and cost, by service and model, and how much of the budget is left."""

import argparse
import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from translator import parts
from translator.commands.terminal import prepare_output, say
from translator.i18n import tr
from translator.places import find_places
from translator.prices import UNKNOWN, format_cost
from translator.settings import Settings
from translator.storage.settings_file import SettingsFile
from translator.text.display import neutralise
from translator.translation.usage import Spending, UsageTotal, start_of

MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class _Used:
    """What was used since a time (aware), and what may still be spent. ``prices_as_of`` is a day in ISO 8601."""

    since: datetime
    totals: Sequence[UsageTotal]
    spending: Spending
    prices_as_of: str


def main(arguments: list[str]) -> int:
    """Run the command; return 0. Bad usage ends the process with 2, as argparse does."""
    parsed = _parser().parse_args(arguments)
    prepare_output()
    places = find_places()
    loaded = SettingsFile(places.settings_file).load()
    if loaded.notice is not None:
        say(loaded.notice.sentence)
    books = parts.make_books(places, lambda: loaded.settings.budget)
    used = asyncio.run(_look(books, _since(parsed.days, datetime.now(UTC))))
    if books.database.notice:
        say(books.database.notice)
    print(_as_json(used, loaded.settings) if parsed.json else _as_text(used, loaded.settings))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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
    if not 1 <= days <= MOST_DAYS:
        raise argparse.ArgumentTypeError(tr("a number of days from 1 to {most}").format(most=MOST_DAYS))
    return days


def _since(days: int | None, now: datetime) -> datetime:
    """Return the midnight at which the period begins."""
    return start_of("month", now) if days is None else start_of("day", now - timedelta(days=days - 1))


async def _look(books: parts.Books, since: datetime) -> _Used:
    try:
        totals = await books.ledger.totals(since)
        return _Used(since, totals, await books.ledger.spending(), books.prices.as_of.isoformat())
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
        },
        "prices_as_of": used.prices_as_of,
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _as_object(total: UsageTotal, settings: Settings) -> dict[str, object]:
    return {
        "service": _name_of(total, settings),
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


def _as_text(used: _Used, settings: Settings) -> str:
    since = tr("Since {day}").format(day=used.since.astimezone().date().isoformat())
    if not used.totals:
        return f"{since}: {tr('nothing was translated.')}\n\n{_spending(used.spending)}"
    rows = [_titles(), *(_row(_name_of(total, settings), total) for total in used.totals)]
    if len(used.totals) > 1:
        rows.append(_row(tr("In all"), _sum(used.totals)))
    marks = tr("~ estimated, where a service does not count its tokens.") if _has_estimates(used.totals) else ""
    prices = tr("Costs are estimates, by prices as of {day}.").format(day=used.prices_as_of)
    remarks = "\n".join(filter(None, (_spending(used.spending), prices, marks)))
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
        f"{total.requests:,}",
        f"{about}{total.input_tokens:,}",
        f"{about}{total.output_tokens:,}",
        f"{total.errors:,}",
        UNKNOWN if seconds is None else tr("{seconds:.1f} s").format(seconds=seconds),
        _cost(total),
    ]


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows with their columns aligned: names to the left, figures to the right."""
    cells = [[neutralise(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    sides = "<<" + ">" * (len(widths) - 2)
    lines = (
        "  ".join(f"{cell:{side}{width}}" for cell, side, width in zip(row, sides, widths, strict=True))
        for row in cells
    )
    return "\n".join(line.rstrip() for line in lines)


def _cost(total: UsageTotal) -> str:
    """Return what requests cost, as far as that is known."""
    if total.unpriced == total.requests:
        return UNKNOWN
    cost = format_cost(total.cost)
    return tr("at least {cost}").format(cost=cost) if total.unpriced else cost


def _sum(totals: Sequence[UsageTotal]) -> UsageTotal:
    """Return all of them together, but for the median, which the medians do not tell."""
    return UsageTotal(
        "", "", sum(total.requests for total in totals), sum(total.input_tokens for total in totals),
        sum(total.output_tokens for total in totals), sum(total.errors for total in totals),
        sum(total.estimated for total in totals), sum(total.cost for total in totals),
        sum(total.unpriced for total in totals),
    )  # fmt: skip


def _has_estimates(totals: Sequence[UsageTotal]) -> bool:
    return any(total.estimated for total in totals)


def _name_of(total: UsageTotal, settings: Settings) -> str:
    service = settings.find(total.service)
    # What follows the ~ in an id only keeps it apart from others.
    return service.name if service is not None else total.service.partition("~")[0]


def _spending(spending: Spending) -> str:
    budget = spending.budget
    today = tr("Today: {cost}").format(cost=format_cost(spending.day) + _of(budget.day))
    month = tr("This month: {cost}").format(cost=format_cost(spending.month) + _of(budget.month))
    return f"{today}\n{month}"


def _of(limit: float) -> str:
    return " " + tr("of {limit}").format(limit=f"${limit:,.2f}") if limit else ""

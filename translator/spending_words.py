"""Tokens, money and budgets in words, for window and command line alike."""

from translator.i18n import ntr, tr
from translator.joining import listed
from translator.locales.numbers import grouped
from translator.prices import SMALLEST, format_cost
from translator.translation.spending.saved import SavedTotal
from translator.translation.spending.usage import Period, Spending


def about_tokens(tokens: int) -> str:
    """Return a number of tokens that is only estimated, with no more digits than can be meant."""
    rounded = round(tokens, min(0, 2 - len(str(tokens))))
    return ntr("about {n} token", "about {n} tokens", rounded).format(n=grouped(rounded))


def about_cost(cost: float | None) -> str:
    """Return a cost, which is always an estimate; a dash where it is not known."""
    if cost is None or cost < SMALLEST:
        return format_cost(cost)
    return tr("about {amount}").format(amount=format_cost(cost))


def explain_expected(tokens: int, cost: float | None) -> str:
    """Return what a text will probably take: tokens, and US dollars where the price is known."""
    return listed([about_tokens(tokens), about_cost(cost)]) if cost else about_tokens(tokens)


def explain_budget(spending: Spending) -> str:
    """Return one sentence where four fifths of a budget or more are spent; nothing before."""
    period = spending.nearly_spent
    if period is None:
        return ""
    spent, limit = spending.of(period)
    words = _sentence(period, is_spent=spending.spent is not None)
    return words.format(spent=format_cost(spent), limit=format_cost(limit))


def explain_spent(spending: Spending, period: Period) -> str:
    """Return what was spent in this period, and of how much, where there is a budget."""
    spent, limit = spending.of(period)
    if not limit:
        return format_cost(spent)
    return tr("{spent} of {limit}").format(spent=format_cost(spent), limit=format_cost(limit))


def explain_uncounted(requests: int) -> str:
    """Return one sentence on requests that a budget does not see; nothing where there are none."""
    if not requests:
        return ""
    return ntr(
        "{n} request without a known price is not counted.",
        "{n} requests without a known price are not counted.",
        requests,
    ).format(n=grouped(requests))


def explain_saved(saved: SavedTotal) -> str:
    """Return one sentence on what the translation memory saved; nothing where it saved nothing."""
    if not saved.blocks:
        return ""
    blocks = ntr("{n} block", "{n} blocks", saved.blocks).format(n=grouped(saved.blocks))
    facts = [blocks, about_tokens(saved.tokens)]
    if saved.known_cost is not None:
        cost = format_cost(saved.known_cost)
        facts.append(tr("at least {cost}").format(cost=cost) if saved.unpriced else cost)
    return tr("The memory saved {facts}.").format(facts=listed(facts))


def no_price_table() -> str:
    """Return one sentence for where the table of prices is missing."""
    return tr("The table of prices could not be read: costs are known only where you gave a price.")


def _sentence(period: Period, *, is_spent: bool) -> str:
    if period == "day":
        nearly, wholly = tr("Today's budget is nearly spent: {spent} of {limit}."), tr("Today's budget is spent.")
    else:
        nearly = tr("This month's budget is nearly spent: {spent} of {limit}.")
        wholly = tr("This month's budget is spent.")
    return wholly if is_spent else nearly

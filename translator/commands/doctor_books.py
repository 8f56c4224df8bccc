"""What the doctor finds in the books: what was learned of the service, what was spent, how old the prices are."""

from translator.commands.check import Check
from translator.engines.network.address import check_address
from translator.i18n import tr
from translator.parts import Books
from translator.prices import format_cost
from translator.settings import Service
from translator.translation.capabilities import Capabilities
from translator.translation.errors import Unreachable


async def check_books(books: Books, service: Service) -> list[Check]:
    """Look at everything that is kept of requests."""
    checks = [*await _check_learned(books, service), await _check_spending(books), _check_prices(books)]
    if books.database.notice:
        checks.insert(0, Check("database", tr("Database"), books.database.notice, None))
    return checks


async def _check_learned(books: Books, service: Service) -> list[Check]:
    """Say what each model of the service was found to accept."""
    if service.is_demo:
        return []
    title = tr("Learned")
    try:
        known = await books.capabilities.models_of(check_address(service).url)
    except Unreachable:  # the endpoint's own check says so
        known = {}
    rows = [Check("learned", title, f"{model}: {explain_capabilities(what)}", None) for model, what in known.items()]
    return rows or [Check("learned", title, tr("nothing that differs from what is usual"), None)]


def explain_capabilities(known: Capabilities) -> str:
    """Return what a model accepts, in a few words; the parameters have the API's own names."""
    refused = [
        name for name, accepted in (("stream_options", known.stream_options), ("temperature", known.temperature))
        if not accepted
    ]  # fmt: skip
    facts = [tr("reasons") if known.reasons else tr("does not reason")]
    if known.reasons:
        facts.append(f"reasoning_effort={known.least_effort}" if known.least_effort else tr("no reasoning_effort"))
    facts += [tr("no {parameter}").format(parameter=name) for name in refused]
    facts.append(f"response_format={known.response_format}")
    if known.reply_limit != "none":
        facts.append(tr("wants {parameter}").format(parameter=known.reply_limit))
    return ", ".join(facts)


async def _check_spending(books: Books) -> Check:
    spending = await books.ledger.spending()
    budget = spending.budget
    words = tr("{day} today{of_day}, {month} this month{of_month}; estimated")
    found = words.format(
        day=format_cost(spending.day), of_day=_of(budget.day),
        month=format_cost(spending.month), of_month=_of(budget.month),
    )  # fmt: skip
    return Check("spending", tr("Spending"), found, None)


def _of(limit: float) -> str:
    return " " + tr("of {limit}").format(limit=f"${limit:,.2f}") if limit else ""


def _check_prices(books: Books) -> Check:
    found = tr("as of {date}; estimates").format(date=books.prices.as_of.isoformat())
    return Check("prices", tr("Prices"), found, None)

"""What the doctor finds in the books: what was learned of the service, what was spent, how old the prices are."""

from translator.books import Books
from translator.commands.doctor.check import Check
from translator.engines.network.address import check_address
from translator.i18n import tr
from translator.joining import as_sentence, labelled, listed, sentences
from translator.settings import Service, Settings
from translator.spending_words import explain_spent, explain_uncounted, no_price_table
from translator.translation.capabilities import Capabilities
from translator.translation.errors.connections import Unreachable


async def check_books(books: Books, service: Service, settings: Settings) -> list[Check]:
    """Look at everything that is kept of requests."""
    checks = [*await _check_learned(books, service), await _check_spending(books, settings), _check_prices(books)]
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
    rows = [Check("learned", title, labelled(model, explain_capabilities(what)), None) for model, what in known.items()]
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
    return listed(facts)


async def _check_spending(books: Books, settings: Settings) -> Check:
    spending = await books.ledger.spending()
    day, month = explain_spent(spending, "day"), explain_spent(spending, "month")
    spent = tr("{day} today, {month} this month; estimated").format(day=day, month=month)
    uncounted = await books.ledger.uncounted(settings)
    remark = explain_uncounted(max(uncounted.values(), default=0))
    return Check("spending", tr("Spending"), sentences(as_sentence(spent), remark) if remark else spent, None)


def _check_prices(books: Books) -> Check:
    day = books.prices.as_of
    found = tr("as of {date}; estimates").format(date=day.isoformat()) if day else no_price_table()
    return Check("prices", tr("Prices"), found, None)

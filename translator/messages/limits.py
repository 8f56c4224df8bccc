"""What is said where a service, or the user's own budget, wants no more."""

from translator.i18n import tr
from translator.messages.message import NextStep, Table, Words
from translator.translation.errors.limits import LimitReached, OutOfCredit, OverBudget, RateLimited


def limits() -> Table:
    """Return the words for limits that are reached."""
    account = tr("Add credit at the service, or use another one with --service.")
    step = NextStep.OPEN_SETTINGS
    return {
        LimitReached: Words(tr("{service} has reached a limit of your account."), step, account),
        OutOfCredit: Words(tr("Your account at {service} has no credit left."), step, account),
        RateLimited: Words(
            tr("{service} accepts no more requests until {when}."), NextStep.WAIT, tr("Try again after {when}.")
        ),
        OverBudget: over_budget(
            tr("Your budget of {limit} for today is spent; nothing was sent to {service}.")
        ),
    }  # fmt: skip


def over_budget(sentence: str) -> Words:
    """Return the words for a budget that is spent; the sentence says which."""
    return Words(sentence, NextStep.ALLOW_ONCE, tr("Allow this one with --over-budget."))


def rate_limited_for_unknown_time() -> Words:
    """Return the words for a service that does not say when to come back."""
    return Words(
        tr("{service} accepts no more requests for the moment."), NextStep.WAIT, tr("Wait a little, then try again.")
    )

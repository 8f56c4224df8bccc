"""Finds the words for an error, and fills them in."""

import re
from collections.abc import Sequence
from datetime import datetime

from translator.i18n import tr
from translator.joining import listed, sentences
from translator.masking import tidy
from translator.messages import connections, keys, limits, requests
from translator.messages.message import Message, NextStep, Words, unnamed_service
from translator.prices import format_cost
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import ServiceTimedOut
from translator.translation.errors.keys import KeyProblem
from translator.translation.errors.limits import OverBudget, RateLimited
from translator.translation.errors.models import CannotSee
from translator.translation.errors.servers import ServerFailed
from translator.translation.request import IncompleteReason


def explain(error: TranslationError, now: datetime | None = None) -> Message:
    """Return the sentence and the next step for this error. ``now`` (aware) decides whether a time needs its date."""
    words = _words_for(error)
    detail = tidy(error.detail).rstrip(" .!?")
    template = words.sentence if detail or not words.bare else words.bare
    service = tidy(error.service)
    filled = {
        "service": service or unnamed_service(template),
        "name": f"--service {_argument(service)}" if service else "",
        "detail": detail,
        "when": _local_time(error.retry_at, now) if error.retry_at else "",
        "limit": format_cost(error.limit) if isinstance(error, OverBudget) else "",
    }
    sentence = template.format(**filled).replace("….", "…")  # words that were cut short end in dots already
    command_step = words.command_step.format(**filled).rstrip()
    doctor_step = command_step if words.doctor_step is None else words.doctor_step
    also = keys.also_from_environment() if isinstance(error, KeyProblem) and error.also_from_environment else ""
    return Message(sentence, words.step, sentences(command_step, also), sentences(doctor_step, also))


def explain_incomplete(reason: IncompleteReason) -> str:
    """Return one sentence on why a translation is incomplete."""
    return _incomplete()[reason]


def no_such_service(name: str, known: Sequence[str]) -> tuple[str, str]:
    """Return the sentence and the next step for a service that nobody knows."""
    sentence = tr("No service is named “{name}”.").format(name=tidy(name))
    return sentence, tr("There are: {names}.").format(names=listed(known))


def partial_kept() -> str:
    """Return the sentence that follows an error's own where part of the translation had arrived."""
    return tr("The part already translated is kept.")


def terms_missing() -> str:
    """Return the sentence for a translation that was asked for without knowing the terms of the glossaries."""
    return tr("The glossaries could not be read: this was translated without their terms.")


def _words_for(error: TranslationError) -> Words:
    """Return the words for this very error; most depend on its type alone."""
    if isinstance(error, RateLimited) and error.retry_at is None:
        return limits.rate_limited_for_unknown_time()
    if isinstance(error, OverBudget) and error.period == "month":
        return limits.over_budget(tr("Your budget of {limit} for this month is spent; nothing was sent to {service}."))
    if isinstance(error, CannotSee) and not error.detail:
        return requests.demo_cannot_see()
    words = _words_of(type(error))
    if isinstance(error, KeyProblem) and error.only_from_environment:
        return words._replace(command_step=tr("Put the key for this address into OPENAI_API_KEY."), doctor_step=None)
    if isinstance(error, ServerFailed | ServiceTimedOut) and error.retry_at is not None:
        return words._replace(step=NextStep.WAIT, command_step=tr("Try again after {when}."))
    return words


def _argument(name: str) -> str:
    """Return the name as it can be typed on a command line of any system."""
    return name if re.fullmatch(r"[\w.:-]+", name) else '"' + name.replace('"', "") + '"'


def _local_time(moment: datetime, now: datetime | None) -> str:
    local = moment.astimezone()
    today = (now or datetime.now().astimezone()).astimezone(local.tzinfo).date()
    return local.strftime("%H:%M:%S" if local.date() == today else "%Y-%m-%d %H:%M")


def _words_of(kind: type[TranslationError]) -> Words:
    tables = (
        keys.keys, keys.keyrings, limits.limits, connections.addresses, connections.connections, requests.answers,
        requests.models, requests.refusals,
    )  # fmt: skip
    for ancestor in kind.__mro__:
        for table in tables:
            words = table().get(ancestor)
            if words:
                return words
    return Words(tr("{service} could not translate the text."), NextStep.RETRY, tr("Try again."))


def _incomplete() -> dict[IncompleteReason, str]:
    return {
        IncompleteReason.LENGTH: tr("Incomplete: the model stopped at its length limit."),
        IncompleteReason.FILTERED: tr("Incomplete: the service's content filter held back part of the text."),
        IncompleteReason.REFUSED: tr("Incomplete: the model refused to translate the text."),
        IncompleteReason.CUT: tr("Incomplete: the reply broke off before its end."),
        IncompleteReason.TIMEOUT: tr("Incomplete: the rest of the reply did not arrive in time."),
        IncompleteReason.BLOCKS_MISSING: tr("Incomplete: the reply leaves out part of the text."),
        IncompleteReason.CODES_LOST: tr("Incomplete: the reply lost placeholders or markup of the text."),
    }

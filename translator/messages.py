"""A TranslationError in one plain sentence and one next step, for window and command line alike.

The words are looked up when they are needed, so that they follow the interface language.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from translator.i18n import tr
from translator.masking import tidy
from translator.translation import errors
from translator.translation.errors import (
    KeyProblem,
    OverBudget,
    RateLimited,
    ServerFailed,
    ServiceTimedOut,
    TranslationError,
)
from translator.translation.request import IncompleteReason


class NextStep(Enum):
    """What the user can do about it; the window has a button for each."""

    RETRY = "retry"
    WAIT = "wait"
    ENTER_KEY = "enter_key"
    CHOOSE_MODEL = "choose_model"
    OPEN_SETTINGS = "open_settings"
    ALLOW_ONCE = "allow_once"


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, the step the window offers, and the same step as a sentence for the terminal."""

    sentence: str
    step: NextStep
    command_step: str


class _Words(NamedTuple):
    """``{service}``, ``{detail}``, ``{name}``, ``{when}`` and ``{limit}`` are filled in.

    ``absent`` is said for an empty detail.
    """

    sentence: str
    step: NextStep
    command_step: str
    absent: str = ""


_Table = dict[type[TranslationError], _Words]


def explain(error: TranslationError, now: datetime | None = None) -> Message:
    """Return the sentence and the next step for this error. ``now`` (aware) decides whether a time needs its date."""
    words = _words_for(error)
    service = tidy(error.service)
    retry_at = error.retry_at if isinstance(error, RateLimited | ServerFailed | ServiceTimedOut) else None
    filled = {
        "service": service or tr("The service"),
        "name": f"--service {_argument(service)}" if service else "",
        "detail": tidy(error.detail).rstrip(" .!?") or words.absent,
        "when": _local_time(retry_at, now) if retry_at else "",
        "limit": f"${error.limit:,.2f}" if isinstance(error, OverBudget) else "",
    }
    sentence = words.sentence.format(**filled).replace("….", "…")  # words that were cut short end in dots already
    return Message(sentence, words.step, words.command_step.format(**filled).rstrip())


def explain_incomplete(reason: IncompleteReason) -> str:
    """Return one sentence on why a translation is incomplete."""
    return _incomplete()[reason]


def no_such_service(name: str, known: Sequence[str]) -> tuple[str, str]:
    """Return the sentence and the next step for a service that nobody knows."""
    sentence = tr("No service is named “{name}”.").format(name=tidy(name))
    return sentence, tr("There are: {names}.").format(names=", ".join(known))


def partial_kept() -> str:
    """Return the sentence that follows an error's own where part of the translation had arrived."""
    return tr("The part already translated is kept.")


def _words_for(error: TranslationError) -> _Words:
    """Return the words for this very error; most depend on its type alone."""
    if isinstance(error, RateLimited) and error.retry_at is None:
        return _rate_limited_for_unknown_time()
    if isinstance(error, OverBudget) and error.period == "month":
        return _over_budget(tr("Your budget of {limit} for this month is spent; nothing was sent to {service}."))
    words = _words_of(type(error))
    if isinstance(error, KeyProblem) and error.only_from_environment:
        return words._replace(command_step=tr("Put the key for this address into OPENAI_API_KEY."))
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


def _words_of(kind: type[TranslationError]) -> _Words:
    tables = (_keys, _keyrings, _limits, _addresses, _connections, _answers, _requests, _refusals)
    for ancestor in kind.__mro__:
        for table in tables:
            words = table().get(ancestor)
            if words:
                return words
    return _Words(tr("{service} could not translate the text."), NextStep.RETRY, tr("Try again."))


def _keys() -> _Table:
    step = NextStep.ENTER_KEY
    replace = tr("Store another with: translator key set {name}")
    return {
        errors.KeyProblem: _Words(tr("{service} needs a usable key."), step, replace),
        errors.KeyMissing: _Words(
            tr("No key is stored for {service}."), step, tr("Store one with: translator key set {name}"),
        ),
        errors.KeyRefused: _Words(tr("{service} does not accept the key."), step, replace),
        errors.KeyMalformed: _Words(
            tr("The key for {service} holds characters that no key has, such as blanks or accented letters."),
            step, replace,
        ),
    }  # fmt: skip


def _keyrings() -> _Table:
    step = NextStep.ENTER_KEY
    keyring = tr("the keyring")
    elsewhere = tr("See what is wrong with: translator doctor")
    unlock = tr("Unlock the keyring, then try again.")

    def words(sentence: str, command_step: str) -> _Words:
        return _Words(sentence, step, command_step, keyring)

    return {
        errors.KeyStoreError: words(tr("The system's keyring cannot be used: {detail}."), elsewhere),
        errors.KeyStoreMissing: _Words(
            tr("This system has no keyring to keep the key in."), step,
            tr("Install and start a keyring, such as GNOME Keyring or KWallet; translator doctor shows what is found."),
        ),
        errors.KeyStoreUntrusted: words(
            tr("The key was not read or stored: {detail} does not protect what it keeps."), elsewhere
        ),
        errors.KeyStoreLocked: words(tr("The system's keyring is locked."), unlock),
        errors.KeyStoreRefused: words(tr("The system's keyring refused access to the key."), unlock),
        errors.KeyStoreHung: words(
            tr("The system's keyring does not answer; it may be waiting for its password."),
            tr("Unlock the keyring, or restart it, then try again."),
        ),
        errors.KeyTooLong: words(tr("The key was not stored: it is longer than {detail} can hold."), elsewhere),
        errors.KeyNotKept: words(tr("The key was not stored: {detail} took it but does not give it back."), elsewhere),
    }  # fmt: skip


def _limits() -> _Table:
    account = tr("Add credit at the service, or use another one with --service.")
    step = NextStep.OPEN_SETTINGS
    return {
        errors.LimitReached: _Words(tr("{service} has reached a limit of your account."), step, account),
        errors.OutOfCredit: _Words(tr("Your account at {service} has no credit left."), step, account),
        errors.RateLimited: _Words(
            tr("{service} accepts no more requests until {when}."), NextStep.WAIT, tr("Try again after {when}.")
        ),
        errors.OverBudget: _over_budget(
            tr("Your budget of {limit} for today is spent; nothing was sent to {service}.")
        ),
    }  # fmt: skip


def _over_budget(sentence: str) -> _Words:
    return _Words(sentence, NextStep.ALLOW_ONCE, tr("Allow this one with --over-budget."))


def _rate_limited_for_unknown_time() -> _Words:
    return _Words(
        tr("{service} accepts no more requests for the moment."), NextStep.WAIT, tr("Wait a little, then try again.")
    )


def _unreachable(
    kind: type[TranslationError], sentence: str, command_step: str, step: NextStep = NextStep.OPEN_SETTINGS
) -> _Table:
    return {kind: _Words(sentence, step, command_step, tr("its host"))}


def _addresses() -> _Table:
    check = tr("Check the address in the settings, or the one given by --base-url.")
    return {
        errors.AddressInvalid: _Words(
            tr("The address of {service} is not valid: {detail}."), NextStep.OPEN_SETTINGS,
            tr("Give one that begins with https://, such as https://api.openai.com/v1"), tr("it is empty"),
        ),
        errors.AddressInsecure: _Words(
            tr("The text was not sent: {service} would receive it unencrypted at {detail}."), NextStep.OPEN_SETTINGS,
            tr("Use an https address, or allow unencrypted text for this service in the settings."), tr("its host"),
        ),
        **_unreachable(
            errors.Redirected, tr("{service} wants the text to go to {detail} instead; it was not sent there."), check
        ),
        **_unreachable(
            errors.PathNotFound, tr("{service} answers, but has no OpenAI API at this path of {detail}."),
            tr("Check the path of the address; it often ends in /v1."),
        ),
    }  # fmt: skip


def _connections() -> _Table:
    retry = NextStep.RETRY
    again = tr("Check the address and the network, then try again.")
    return {
        **_unreachable(errors.Unreachable, tr("{service} could not be reached at {detail}."), again, retry),
        **_unreachable(
            errors.NameNotFound, tr("{service} could not be reached: the name of {detail} was not found."), again, retry
        ),
        **_unreachable(
            errors.ConnectionRefused, tr("{service} could not be reached: the connection to {detail} was refused."),
            tr("Check that the service runs and that its address is right, then try again."), retry,
        ),
        **_unreachable(
            errors.ConnectionLost, tr("The connection to {service} broke off."), tr("Try again."), retry,
        ),
        **_unreachable(
            errors.TimedOut, tr("{service} did not answer in time."), again, retry,
        ),
        **_unreachable(
            errors.NotConnectedInTime, tr("{service} could not be reached: {detail} did not connect in time."),
            again, retry,
        ),
        **_unreachable(
            errors.ServiceTimedOut, tr("{service} itself gave up waiting for the reply."),
            tr("Try again in a moment, or translate less at a time."), retry,
        ),
        **_unreachable(
            errors.TlsFailed, tr("{service} could not be reached: no secure connection to {detail} could be made."),
            tr("Check the address, this computer's clock and its certificates."),
        ),
        errors.ProxyFailed: _Words(
            tr("{service} could not be reached: {detail} did not let the connection through."), NextStep.OPEN_SETTINGS,
            tr("Check the proxy in the settings or in HTTPS_PROXY."), tr("the proxy"),
        ),
    }  # fmt: skip


def _answers() -> _Table:
    return {
        **_unreachable(
            errors.NotAnOpenAIApi, tr("What answers at the address of {service} is not an OpenAI API."),
            tr("Check the address in the settings, or the one given by --base-url."),
        ),
        errors.ServerFailed: _Words(
            tr("{service} failed: {detail}."), NextStep.RETRY, tr("Try again in a moment."), tr("it gave no reason"),
        ),
        errors.BadReply: _Words(
            tr("The reply of {service} cannot be used: {detail}."), NextStep.RETRY,
            tr("Try again, or use another model with --model NAME."), tr("it makes no sense"),
        ),
        errors.RunawayReply: _Words(
            tr("The reply of {service} grew far longer than the text and was stopped."), NextStep.RETRY,
            tr("Try again, or use another model with --model NAME."),
        ),
    }  # fmt: skip


def _requests() -> _Table:
    step = NextStep.CHOOSE_MODEL
    choose = tr("Choose another with --model NAME.")
    model = tr("the chosen model")
    return {
        errors.ModelProblem: _Words(tr("{service} cannot use {detail}."), step, choose, model),
        errors.NoModel: _Words(
            tr("No model is chosen for {service}."), step, tr("Name one with --model NAME."), model
        ),
        errors.ModelUnknown: _Words(tr("{service} does not know the model {detail}."), step, choose, model),
        errors.ModelForbidden: _Words(
            tr("{service} does not let your account use {detail}."), step, choose, model
        ),
        errors.TextTooLong: _Words(
            tr("The text is longer than {detail} at {service} can read."), step,
            tr("Translate less at a time, or choose a model that reads more with --model NAME."), tr("the model"),
        ),
    }  # fmt: skip


def _refusals() -> _Table:
    step = NextStep.OPEN_SETTINGS
    silent = tr("it gave no reason")
    other = tr("Use another service with --service NAME.")
    return {
        errors.RequestRejected: _Words(
            tr("{service} refused the request: {detail}."), step,
            tr("Try another model with --model NAME, or another service with --service NAME."), silent,
        ),
        errors.NotAllowed: _Words(tr("{service} does not serve you here: {detail}."), step, other, silent),
        errors.TextRefused: _Words(
            tr("{service} refuses this text: {detail}."), step,
            tr("Change the text, or use another service with --service NAME."), silent,
        ),
    }  # fmt: skip


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

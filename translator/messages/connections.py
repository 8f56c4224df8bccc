"""What is said where no OpenAI API can be reached at an address."""

from translator.i18n import tr
from translator.messages.message import NextStep, Table, Words
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import (
    AddressInsecure,
    AddressInvalid,
    ConnectionLost,
    ConnectionRefused,
    NameNotFound,
    NotConnectedInTime,
    PathNotFound,
    ProxyFailed,
    Redirected,
    ServiceTimedOut,
    TimedOut,
    TlsFailed,
    Unreachable,
)


def addresses() -> Table:
    """Return the words for what is wrong with an address, or lies behind it."""
    step = NextStep.OPEN_SETTINGS
    check = tr("Check the address in the settings, or the one given by --base-url.")
    return {
        AddressInvalid: Words(
            tr("The address of {service} is not valid: {detail}."), step,
            tr("Give one that begins with https://, such as https://api.openai.com/v1"),
            tr("The address of {service} is not valid."),
        ),
        AddressInsecure: Words(
            tr("The text was not sent: {service} would receive it unencrypted at {detail}."), step,
            tr("Use an https address, or allow unencrypted text for this service in the settings."),
            tr("The text was not sent: {service} would receive it unencrypted."),
        ),
        Redirected: Words(
            tr("{service} wants the text to go to {detail} instead; it was not sent there."), step, check,
            tr("{service} wants the text to go to another address; it was not sent there."),
        ),
        PathNotFound: Words(
            tr("{service} answers, but has no OpenAI API at this path of {detail}."), step,
            tr("Check the path of the address; it often ends in /v1."),
            tr("{service} answers, but has no OpenAI API at this path."),
        ),
    }  # fmt: skip


def connections() -> Table:
    """Return the words for connections that could not be made, or broke."""
    retry, settings = NextStep.RETRY, NextStep.OPEN_SETTINGS
    again = tr("Check the address and the network, then try again.")
    return _unmade() | {
        Unreachable: Words(
            tr("{service} could not be reached at {detail}."), retry, again, tr("{service} could not be reached."),
        ),
        ConnectionLost: Words(tr("The connection to {service} broke off."), retry, tr("Try again.")),
        TimedOut: Words(tr("{service} did not answer in time."), retry, again),
        ServiceTimedOut: Words(
            tr("{service} itself gave up waiting for the reply."), retry,
            tr("Try again in a moment, or translate less at a time."),
        ),
        ProxyFailed: Words(
            tr("{service} could not be reached: {detail} did not let the connection through."), settings,
            tr("Check the proxy in the settings or in HTTPS_PROXY."),
            tr("{service} could not be reached: the proxy did not let the connection through."),
        ),
    }  # fmt: skip


def _unmade() -> dict[type[TranslationError], Words]:
    retry = NextStep.RETRY
    again = tr("Check the address and the network, then try again.")
    return {
        NameNotFound: Words(
            tr("{service} could not be reached: the name of {detail} was not found."), retry, again,
            tr("{service} could not be reached: the name of its host was not found."),
        ),
        ConnectionRefused: Words(
            tr("{service} could not be reached: the connection to {detail} was refused."), retry,
            tr("Check that the service runs and that its address is right, then try again."),
            tr("{service} could not be reached: the connection was refused."),
        ),
        NotConnectedInTime: Words(
            tr("{service} could not be reached: {detail} did not connect in time."), retry, again,
            tr("{service} could not be reached: it did not connect in time."),
        ),
        TlsFailed: Words(
            tr("{service} could not be reached: no secure connection to {detail} could be made."),
            NextStep.OPEN_SETTINGS, tr("Check the address, this computer's clock and its certificates."),
            tr("{service} could not be reached: no secure connection could be made."),
        ),
    }  # fmt: skip

"""What is said where no OpenAI API can be reached at an address."""

from translator.i18n import tr
from translator.messages.message import NextStep, Table, Words, unreachable
from translator.translation import errors


def addresses() -> Table:
    """Return the words for what is wrong with an address, or lies behind it."""
    check = tr("Check the address in the settings, or the one given by --base-url.")
    return {
        errors.AddressInvalid: Words(
            tr("The address of {service} is not valid: {detail}."), NextStep.OPEN_SETTINGS,
            tr("Give one that begins with https://, such as https://api.openai.com/v1"), tr("it is empty"),
        ),
        errors.AddressInsecure: Words(
            tr("The text was not sent: {service} would receive it unencrypted at {detail}."), NextStep.OPEN_SETTINGS,
            tr("Use an https address, or allow unencrypted text for this service in the settings."), tr("its host"),
        ),
        **unreachable(
            errors.Redirected, tr("{service} wants the text to go to {detail} instead; it was not sent there."), check
        ),
        **unreachable(
            errors.PathNotFound, tr("{service} answers, but has no OpenAI API at this path of {detail}."),
            tr("Check the path of the address; it often ends in /v1."),
        ),
    }  # fmt: skip


def connections() -> Table:
    """Return the words for connections that could not be made, or broke."""
    retry = NextStep.RETRY
    again = tr("Check the address and the network, then try again.")
    return {
        **unreachable(errors.Unreachable, tr("{service} could not be reached at {detail}."), again, retry),
        **unreachable(
            errors.NameNotFound, tr("{service} could not be reached: the name of {detail} was not found."), again, retry
        ),
        **unreachable(
            errors.ConnectionRefused, tr("{service} could not be reached: the connection to {detail} was refused."),
            tr("Check that the service runs and that its address is right, then try again."), retry,
        ),
        **unreachable(
            errors.ConnectionLost, tr("The connection to {service} broke off."), tr("Try again."), retry,
        ),
        **unreachable(
            errors.TimedOut, tr("{service} did not answer in time."), again, retry,
        ),
        **unreachable(
            errors.NotConnectedInTime, tr("{service} could not be reached: {detail} did not connect in time."),
            again, retry,
        ),
        **unreachable(
            errors.ServiceTimedOut, tr("{service} itself gave up waiting for the reply."),
            tr("Try again in a moment, or translate less at a time."), retry,
        ),
        **unreachable(
            errors.TlsFailed, tr("{service} could not be reached: no secure connection to {detail} could be made."),
            tr("Check the address, this computer's clock and its certificates."),
        ),
        errors.ProxyFailed: Words(
            tr("{service} could not be reached: {detail} did not let the connection through."), NextStep.OPEN_SETTINGS,
            tr("Check the proxy in the settings or in HTTPS_PROXY."), tr("the proxy"),
        ),
    }  # fmt: skip

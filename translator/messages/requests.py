"""What is said where a service answers, but not with a translation."""

from translator.i18n import tr
from translator.messages.message import NextStep, Table, Words
from translator.translation.errors.connections import NotAnOpenAIApi
from translator.translation.errors.models import CannotSee, ModelForbidden, ModelProblem, ModelUnknown, NoModel
from translator.translation.errors.requests import (
    NotAllowed,
    PictureUnreadable,
    RequestRejected,
    TextRefused,
    TextTooLong,
)
from translator.translation.errors.servers import BadReply, RunawayReply, ServerFailed


def answers() -> Table:
    """Return the words for answers that cannot be used."""
    return {
        NotAnOpenAIApi: Words(
            tr("What answers at the address of {service} is not an OpenAI API."), NextStep.OPEN_SETTINGS,
            tr("Check the address in the settings, or the one given by --base-url."),
        ),
        ServerFailed: Words(
            tr("{service} failed: {detail}."), NextStep.RETRY, tr("Try again in a moment."),
            tr("{service} failed and gave no reason."),
        ),
        BadReply: Words(
            tr("The reply of {service} cannot be used: {detail}."), NextStep.RETRY,
            tr("Try again, or use another model with --model NAME."),
            tr("The reply of {service} cannot be used: it makes no sense."),
        ),
        RunawayReply: Words(
            tr("The reply of {service} grew far longer than the text and was stopped."), NextStep.RETRY,
            tr("Try again, or use another model with --model NAME."),
        ),
    }  # fmt: skip


def models() -> Table:
    """Return the words for models that cannot."""
    step = NextStep.CHOOSE_MODEL
    choose = tr("Choose another with --model NAME.")
    return {
        ModelProblem: Words(
            tr("{service} cannot use {detail}."), step, choose, tr("{service} cannot use the chosen model."),
        ),
        NoModel: Words(tr("No model is chosen for {service}."), step, tr("Name one with --model NAME.")),
        ModelUnknown: Words(
            tr("{service} does not know the model {detail}."), step, choose,
            tr("{service} does not know the chosen model."),
        ),
        ModelForbidden: Words(
            tr("{service} does not let your account use {detail}."), step, choose,
            tr("{service} does not let your account use the chosen model."),
        ),
        CannotSee: Words(
            tr("{service} cannot read pictures with {detail}."), NextStep.CHOOSE_PICTURE_MODEL,
            tr("Choose a model for pictures in the settings."),
        ),
        TextTooLong: Words(
            tr("The text is longer than {detail} at {service} can read."), step,
            tr("Translate less at a time, or choose a model that reads more with --model NAME."),
            tr("The text is longer than the model at {service} can read."),
        ),
    }  # fmt: skip


def demo_cannot_see() -> Words:
    """Return the words for a picture that was to be read without any model."""
    return Words(
        tr("{service} cannot read pictures: it only changes letters."), NextStep.OPEN_SETTINGS,
        tr("Choose a service with --service NAME."),
    )  # fmt: skip


def refusals() -> Table:
    """Return the words for requests that a service refuses."""
    step = NextStep.OPEN_SETTINGS
    other = tr("Use another service with --service NAME.")
    return {
        RequestRejected: Words(
            tr("{service} refused the request: {detail}."), step,
            tr("Try another model with --model NAME, or another service with --service NAME."),
            tr("{service} refused the request and gave no reason."),
        ),
        PictureUnreadable: Words(
            tr("This is no picture that can be read; nothing was sent to {service}."), NextStep.RETRY,
            tr("Use a picture as PNG or JPEG."),
        ),
        NotAllowed: Words(
            tr("{service} does not serve you here: {detail}."), step, other,
            tr("{service} does not serve you here and gave no reason."),
        ),
        TextRefused: Words(
            tr("{service} refuses this text: {detail}."), step,
            tr("Change the text, or use another service with --service NAME."),
            tr("{service} refuses this text and gave no reason."),
        ),
    }  # fmt: skip

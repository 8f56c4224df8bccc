"""What was to be translated cannot be: it is unreadable or too long, or the service refuses it."""

from translator.translation.errors.base import TranslationError


class PictureUnreadable(TranslationError):
    """What should be a picture is none that can be read."""

    code = "picture_unreadable"
    was_sent = False


class TextTooLong(TranslationError):
    """The text is longer than the model can read."""

    code = "text_too_long"


class RequestRejected(TranslationError):
    """The service refuses the request. ``detail`` is its reason, shortened."""

    code = "request_rejected"


class NotAllowed(RequestRejected):
    """The service does not serve this country, account or network, whatever the text."""

    code = "not_allowed"


class TextRefused(RequestRejected):
    """The service does not want to see this text: its moderation stopped the request."""

    code = "text_refused"

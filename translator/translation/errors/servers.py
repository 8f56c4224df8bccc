"""The service itself fails."""

from translator.translation.errors.base import TranslationError


class ServerFailed(TranslationError):
    """The service failed. ``detail`` is the status, or what it said."""

    code = "server_failed"
    is_passing = True


class BadReply(ServerFailed):
    """What the service sent cannot be read, or cannot be a translation. ``detail`` says why."""

    code = "bad_reply"
    is_passing = False


class RunawayReply(BadReply):
    """The reply is far longer than any translation of the text."""

    code = "runaway_reply"

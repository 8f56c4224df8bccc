"""No OpenAI API answers at an address."""

from translator.translation.errors.base import TranslationError


class Unreachable(TranslationError):
    """No OpenAI API answers at this address. ``detail`` is the host."""

    code = "unreachable"


class AddressInvalid(Unreachable):
    """The address is not one of the web. ``detail`` says why."""

    code = "address_invalid"
    was_sent = False


class AddressInsecure(Unreachable):
    """The address is http beyond this computer, and the user has not allowed that."""

    code = "address_insecure"
    was_sent = False


class NameNotFound(Unreachable):
    """The host's name cannot be resolved."""

    code = "name_not_found"
    was_sent = False
    is_passing = True


class ConnectionRefused(Unreachable):
    """Nothing listens there."""

    code = "connection_refused"
    was_sent = False
    is_passing = True


class ConnectionLost(Unreachable):
    """The connection broke."""

    code = "connection_lost"
    is_passing = True


class TlsFailed(Unreachable):
    """The host's certificate is not trusted, or it does not speak TLS."""

    code = "tls_failed"
    was_sent = False


class ProxyFailed(Unreachable):
    """The proxy does not let us through. ``detail`` is the proxy's host."""

    code = "proxy_failed"


class TimedOut(Unreachable):
    """No answer in time."""

    code = "timed_out"


class NotConnectedInTime(TimedOut):
    """No connection could be made in time: nothing was sent."""

    code = "not_connected_in_time"
    was_sent = False
    is_passing = True


class ServiceTimedOut(TimedOut):
    """The service itself says that something behind it did not answer in time."""

    code = "service_timed_out"
    is_passing = True


class Redirected(Unreachable):
    """The service wants to send the text elsewhere. ``detail`` is where: host and path."""

    code = "redirected"


class PathNotFound(Unreachable):
    """The host is there, but has no such path."""

    code = "path_not_found"


class NotAnOpenAIApi(Unreachable):
    """Something answers, but not as the API does."""

    code = "not_an_openai_api"

"""What can go wrong, as types. A caller catches as wide or as narrow as it needs.

    TranslationError
    ├── KeyProblem             there is no usable key
    │   ├── KeyMissing             none is stored for this service
    │   ├── KeyRefused             the service does not accept it
    │   ├── KeyMalformed           it holds characters that no key has
    │   └── KeyStoreError          the operating system's keyring cannot serve
    │       ├── KeyStoreMissing        there is none
    │       ├── KeyStoreUntrusted      there is one, but not one that protects its contents
    │       ├── KeyStoreLocked         it is locked
    │       ├── KeyStoreRefused        the user or the system said no
    │       ├── KeyStoreHung           it does not answer
    │       ├── KeyTooLong             it cannot hold a key of this length
    │       └── KeyNotKept             it took the key, but does not give it back
    ├── LimitReached
    │   ├── OutOfCredit            the account has no credit left
    │   ├── RateLimited            too many requests; it may say until when
    │   └── OverBudget             the user's own budget is spent
    ├── Unreachable            no OpenAI API answers at this address
    │   ├── AddressInvalid         not an http or https address
    │   ├── AddressInsecure        http beyond this computer
    │   ├── NameNotFound           DNS
    │   ├── ConnectionRefused      nothing listens there
    │   ├── ConnectionLost         it was there, then it was gone
    │   ├── TlsFailed              the certificate is not trusted
    │   ├── ProxyFailed            the proxy does not let us through
    │   ├── TimedOut               no answer in time
    │   │   ├── NotConnectedInTime     not even a connection
    │   │   └── ServiceTimedOut        the service itself gave up waiting (408, 504, 524)
    │   ├── Redirected             it wants to send the text elsewhere
    │   ├── PathNotFound           404 on the path
    │   └── NotAnOpenAIApi         HTML, nothing, or nonsense with status 200
    ├── ModelProblem
    │   ├── NoModel                none is chosen and none of the preferred ones is there
    │   ├── ModelUnknown           the service does not know the chosen one
    │   ├── ModelForbidden         the account may not use the chosen one
    │   └── CannotSee              it cannot read pictures
    ├── PictureUnreadable      what should be a picture is none
    ├── TextTooLong            longer than the model can read
    ├── RequestRejected        the service refuses the request for a reason of its own
    │   ├── NotAllowed             it does not serve this country, account or network
    │   └── TextRefused            it does not want to see this text
    └── ServerFailed           the service failed
        └── BadReply               it sent something that is no translation
            └── RunawayReply           it goes on and on

The sentence and the next step for each are in ``translator.messages``.
"""

from datetime import datetime
from typing import ClassVar, Literal, Self

from translator.translation.limits import RateLimits


class TranslationError(Exception):
    """Something kept a translation from arriving.

    ``service`` is the name the user knows the service by; ``detail`` is a short fact to show, such as a host name
    or a model, and never holds a key or the source text. ``is_passing`` tells that the same request may well succeed
    a little later; a service that asks not to be tried again makes it false. ``was_sent`` tells that anything of the
    request may have left this computer.
    """

    code: ClassVar[str] = "failed"
    is_passing: bool = False
    was_sent: bool = True

    def __init__(self, service: str = "", detail: str = "") -> None:
        super().__init__(service, detail)
        self.service = service
        self.detail = detail

    def before_sending(self) -> Self:
        """Return this, as what ended a request before anything of it was sent."""
        self.was_sent = False
        return self


class KeyProblem(TranslationError):
    """There is no usable key.

    ``only_from_environment`` is true for an address that was given for this run alone: no key can be stored for it.
    """

    code = "key"
    only_from_environment: bool = False


class KeyMissing(KeyProblem):
    """No key is stored for this service."""

    code = "key_missing"
    was_sent = False


class KeyRefused(KeyProblem):
    """The service does not accept the key."""

    code = "key_refused"


class KeyMalformed(KeyProblem):
    """The key holds characters that cannot travel in a header, such as blanks or letters beyond ASCII."""

    code = "key_malformed"
    was_sent = False


class KeyStoreError(KeyProblem):
    """The operating system's keyring cannot serve. ``detail`` is the backend's name, if there is one."""

    code = "keyring"
    was_sent = False


class KeyStoreMissing(KeyStoreError):
    """There is no keyring on this system."""

    code = "keyring_missing"


class KeyStoreUntrusted(KeyStoreError):
    """The configured backend keeps keys in plain text, or nowhere."""

    code = "keyring_untrusted"


class KeyStoreLocked(KeyStoreError):
    """The keyring is locked."""

    code = "keyring_locked"


class KeyStoreRefused(KeyStoreError):
    """The user dismissed the prompt, or the system refused."""

    code = "keyring_refused"


class KeyStoreHung(KeyStoreError):
    """The keyring does not answer."""

    code = "keyring_hung"


class KeyTooLong(KeyStoreError):
    """The key is longer than the keyring can hold."""

    code = "keyring_too_small"


class KeyNotKept(KeyStoreError):
    """The keyring took the key, but does not give it back."""

    code = "keyring_not_kept"


class LimitReached(TranslationError):
    """The service does not want to do more for this account now."""

    code = "limit"


class OutOfCredit(LimitReached):
    """The account has no credit left."""

    code = "out_of_credit"


class RateLimited(LimitReached):
    """Too many requests. ``retry_at`` is when to come back (aware), ``limits`` what it said of its limits."""

    code = "rate_limited"
    is_passing = True

    def __init__(self, service: str = "", detail: str = "", retry_at: datetime | None = None) -> None:
        super().__init__(service, detail)
        self.retry_at = retry_at
        self.limits: RateLimits | None = None


class OverBudget(LimitReached):
    """The user's own budget is spent. ``period`` says which; ``spent`` and ``limit`` are US dollars, estimated."""

    code = "over_budget"
    was_sent = False

    def __init__(
        self, service: str = "", detail: str = "", *, period: Literal["day", "month"] = "day",
        spent: float = 0, limit: float = 0,
    ) -> None:  # fmt: skip
        super().__init__(service, detail)
        self.period: Literal["day", "month"] = period
        self.spent = spent
        self.limit = limit


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
    """The service itself says that something behind it did not answer in time. ``retry_at`` as in ServerFailed."""

    code = "service_timed_out"
    is_passing = True

    def __init__(self, service: str = "", detail: str = "", retry_at: datetime | None = None) -> None:
        super().__init__(service, detail)
        self.retry_at = retry_at


class Redirected(Unreachable):
    """The service wants to send the text elsewhere. ``detail`` is where: host and path."""

    code = "redirected"


class PathNotFound(Unreachable):
    """The host is there, but has no such path."""

    code = "path_not_found"


class NotAnOpenAIApi(Unreachable):
    """Something answers, but not as the API does."""

    code = "not_an_openai_api"


class ModelProblem(TranslationError):
    """The model is the trouble. ``detail`` is its name."""

    code = "model"


class NoModel(ModelProblem):
    """No model is chosen. ``available`` lists what the service offers."""

    code = "no_model"
    was_sent = False

    def __init__(self, service: str = "", detail: str = "", available: tuple[str, ...] = ()) -> None:
        super().__init__(service, detail)
        self.available = available


class ModelUnknown(ModelProblem):
    """The service does not know the model."""

    code = "model_unknown"


class ModelForbidden(ModelProblem):
    """The account may not use the model."""

    code = "model_forbidden"


class CannotSee(ModelProblem):
    """The model cannot read pictures. ``detail`` is empty for the demo, which has none."""

    code = "cannot_see"


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


class ServerFailed(TranslationError):
    """The service failed. ``detail`` is the status, or what it said; ``retry_at`` (aware) when it says to come back."""

    code = "server_failed"
    is_passing = True

    def __init__(self, service: str = "", detail: str = "", retry_at: datetime | None = None) -> None:
        super().__init__(service, detail)
        self.retry_at = retry_at


class BadReply(ServerFailed):
    """What the service sent cannot be read, or cannot be a translation. ``detail`` says why."""

    code = "bad_reply"
    is_passing = False


class RunawayReply(BadReply):
    """The reply is far longer than any translation of the text."""

    code = "runaway_reply"

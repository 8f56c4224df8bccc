"""What every error of a translation has."""

from datetime import datetime
from typing import ClassVar, Self


class TranslationError(Exception):
    """Something kept a translation from arriving.

    ``service`` is the name the user knows the service by; ``detail`` is a short fact to show, such as a host name
    or a model, and never holds a key or the source text. ``is_passing`` tells that the same request may well succeed
    a little later; a service that asks not to be tried again makes it false. ``retry_at`` (aware) is when the service
    says to come back, where it does. ``was_sent`` tells that anything of the request may have left this computer.
    """

    code: ClassVar[str] = "failed"
    is_passing: bool = False
    was_sent: bool = True

    def __init__(self, service: str = "", detail: str = "", retry_at: datetime | None = None) -> None:
        super().__init__(service, detail)
        self.service = service
        self.detail = detail
        self.retry_at = retry_at

    def before_sending(self) -> Self:
        """Return this, as what ended a request before anything of it was sent."""
        self.was_sent = False
        return self

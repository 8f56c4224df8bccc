"""What an endpoint and a model accept in a request, and where that is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

ReplyLimit = Literal["max_completion_tokens", "max_tokens", "none"]
Structure = Literal["json_schema", "json_object", "none"]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What may be in a request to one model of one endpoint. The defaults hold until the service objects.

    ``reasons`` says that the model thinks before it answers; ``least_effort`` is the lowest value of
    ``reasoning_effort`` that it takes, empty where it takes none. ``reply_limit`` is the parameter that limits the
    reply: none is sent until a service demands one, as limits count against the tokens a minute. ``response_format``
    is the strictest form of JSON that can be asked for. ``refused_efforts`` are values of ``reasoning_effort`` that
    the user chose and the service does not take. ``sees`` says whether it reads pictures, None until one was sent.
    """

    stream_options: bool = True
    temperature: bool = True
    reasons: bool = False
    least_effort: str = "none"
    reply_limit: ReplyLimit = "none"
    response_format: Structure = "json_schema"
    refused_efforts: tuple[str, ...] = ()
    sees: bool | None = None


class CapabilityStore(Protocol):
    """Where what was learned is kept, by the endpoint's address and the model. It never raises: it may forget."""

    async def load(self, endpoint: str, model: str) -> Capabilities | None:
        """Return what is known, or None."""
        ...

    async def save(self, endpoint: str, model: str, capabilities: Capabilities) -> None:
        """Keep it in place of what was known."""
        ...

    async def models_of(self, endpoint: str) -> Mapping[str, Capabilities]:
        """Return what is known of each model of an endpoint."""
        ...

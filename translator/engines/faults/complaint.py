"""What a service says went wrong, read from the shapes in which services say it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from translator.masking import hide, tidy

MOST_COMPLAINT_BYTES = 65_536
"""What is read of an answer that may report an error: what is longer says no more."""

_SEARCHED = 10_000  # characters of a service's words that are looked at

_KEY = re.compile(
    r"(invalid|incorrect|wrong|expired|missing|no) api[ _-]?key|api[ _-]?key (is )?(not valid|invalid)", re.IGNORECASE
)
_CREDIT = re.compile(
    r"insufficient (account )?(balance|credit|funds|quota)|credit balance|(out of|no|more) credits", re.IGNORECASE
)
_LENGTH = re.compile(
    r"context[ _-]?(length|window|size)|too (long|large|many tokens)|reduce the (length|prompt)|maximum (prompt|input)"
    r"|(prompt|input|request)[^.]{0,60}exceeds?",
    re.IGNORECASE,
)
_MODEL = re.compile(
    r"model\b[^.]{0,120}?\b(not found|not exist|does not exist|unknown|not loaded|not available|not supported)"
    r"|(invalid|unknown|unsupported|no such) model|not a valid model|no models? (is |are )?loaded",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"country|region|territory|location|permission|scope|access|not allowed|network|\bip\b", re.IGNORECASE
)
_MODERATION = re.compile(
    r"moderat|flagged|content[ _-]?(polic|management|filter)|usage polic|safety (system|polic|filter)|inappropriate",
    re.IGNORECASE,
)

# One entry of pydantic's list of errors, in JSON or as Python prints it.
_LOCATION = re.compile(r"""["']loc["']: *[(\[]([^)\]]*)[)\]]""")

_CREDIT_CODES = {"insufficient_quota", "insufficient_balance", "billing_not_active", "billing_hard_limit_reached"}
_LENGTH_CODES = {
    "context_length_exceeded", "string_above_max_length", "exceed_context_size_error", "request_too_large",
}  # fmt: skip
_KEY_CODES = {"invalid_api_key", "authentication_error", "unauthenticated", "unauthorized"}
_RATE_CODES = {"rate_limit_exceeded", "rate_limit_error", "resource_exhausted", "too_many_requests"}


@dataclass(frozen=True, slots=True)
class Complaint:
    """A service's words. ``text`` may be shown; ``words`` is what was said in full, to be searched only.

    ``status`` is the HTTP status that the words name, 0 where they name none. ``fields`` are the parts of the request
    that it names as such, as in "response_format.type".
    """

    text: str = ""
    words: str = ""
    codes: frozenset[str] = frozenset()
    status: int = 0
    fields: tuple[str, ...] = ()

    @property
    def is_about_key(self) -> bool:
        """Whether the key is not accepted."""
        return bool(self.codes & _KEY_CODES or _KEY.search(self.words))

    @property
    def is_about_credit(self) -> bool:
        """Whether the account has nothing left."""
        return bool(self.codes & _CREDIT_CODES or _CREDIT.search(self.words))

    @property
    def is_about_rate(self) -> bool:
        """Whether there were too many requests."""
        return bool(self.codes & _RATE_CODES)

    @property
    def is_about_length(self) -> bool:
        """Whether the text is too long."""
        return bool(self.codes & _LENGTH_CODES or _LENGTH.search(self.words))

    @property
    def is_about_place(self) -> bool:
        """Whether it is a country, a network or a permission that is missing, and not the key itself."""
        return bool(_PLACE.search(self._all))

    @property
    def is_about_moderation(self) -> bool:
        """Whether the text itself is refused."""
        return bool(_MODERATION.search(self._all))

    @property
    def names_a_model(self) -> bool:
        """Whether it speaks of models at all."""
        return "model" in self._all.casefold()

    @property
    def _all(self) -> str:
        return " ".join((*sorted(self.codes), self.words))

    def is_about_model(self, model: str, *, anywhere: bool) -> bool:
        """Tell whether the model is unknown; with ``anywhere``, naming it at all is saying so."""
        if "model_not_found" in self.codes or _MODEL.search(self.words):
            return True
        return anywhere and bool(model) and model in self.words


def read_body(body: bytes) -> object:
    """Return the JSON in a body, or its text where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")


def read_complaint(payload: object, *, secret: str = "") -> Complaint:
    """Return what a service's answer says, whatever its shape. Words that are HTML say nothing."""
    body = _innermost(payload)
    words = _words(body)[:_SEARCHED]
    if words.lstrip().startswith("<"):
        return Complaint()
    found = [str(body[name]) for name in ("code", "type", "status") if body.get(name)]
    codes = frozenset(name.casefold() for name in found)
    return Complaint(_shown(words, secret), words, codes, _status(found), tuple(_fields(body, words)))


def _innermost(payload: object) -> dict[object, object]:
    """Return the object that holds the message: ``{"error": {...}}``, its list, a bare string, or itself."""
    if isinstance(payload, list) and payload:
        return _innermost(payload[0])
    if not isinstance(payload, dict):
        return {"message": payload} if isinstance(payload, str) else {}
    error = payload.get("error")
    if isinstance(error, dict):
        return error
    return {**payload, "message": error} if isinstance(error, str) else payload


def _words(body: dict[object, object]) -> str:
    said = next((body[name] for name in ("message", "msg", "detail", "error_description") if body.get(name)), "")
    if isinstance(said, list):  # FastAPI: one entry for each field it does not like
        said = "; ".join(
            ": ".join(filter(None, (_place(entry), str(entry.get("msg", ""))))) for entry in _entries(said)
        )
    if isinstance(said, dict):
        return _words(said)
    return said if isinstance(said, str) else ""


def _fields(body: dict[object, object], words: str) -> Iterator[str]:
    """Yield the parts of the request that are named: by ``param``, or by the ``loc`` of a list of errors."""
    param = body.get("param")
    if isinstance(param, str) and param:
        yield param
    for said in (body.get(name) for name in ("message", "detail")):
        found = said.get("detail") if isinstance(said, dict) else said
        yield from filter(None, map(_place, _entries(found)))
    for location in _LOCATION.findall(words):
        yield ".".join(part.strip(" \"'") for part in location.split(",")).removeprefix("body.")


def _entries(found: object) -> list[dict[object, object]]:
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _place(entry: dict[object, object]) -> str:
    """Return what one of FastAPI's errors is about, as in "stream_options.include_usage"."""
    place = entry.get("loc")
    return ".".join(str(part) for part in place if part != "body") if isinstance(place, list) else ""


def _status(found: list[str]) -> int:
    numbers = (int(name) for name in found if name.isascii() and name.isdigit() and len(name) == len("500"))
    return next((n for n in numbers if n >= HTTPStatus.BAD_REQUEST), 0)


def _shown(words: str, secret: str) -> str:
    return tidy(hide(words, secret))

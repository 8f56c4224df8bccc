"""What a service says went wrong, read from the shapes in which services say it."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from translator.masking import tidy

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
_PERMISSION = re.compile(
    r"country|region|territory|model|permission|scope|access|moderat|flagged|polic|location", re.IGNORECASE
)

_CREDIT_CODES = {"insufficient_quota", "insufficient_balance", "billing_not_active", "billing_hard_limit_reached"}
_LENGTH_CODES = {
    "context_length_exceeded", "string_above_max_length", "exceed_context_size_error", "request_too_large",
}  # fmt: skip
_KEY_CODES = {"invalid_api_key", "authentication_error", "unauthenticated", "unauthorized"}
_RATE_CODES = {"rate_limit_exceeded", "rate_limit_error", "resource_exhausted", "too_many_requests"}


@dataclass(frozen=True, slots=True)
class Complaint:
    """A service's words. ``text`` may be shown; ``words`` is what was said in full, to be searched only.

    ``status`` is the HTTP status that the words name, 0 where they name none.
    """

    text: str = ""
    words: str = ""
    codes: frozenset[str] = frozenset()
    status: int = 0

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
    def is_about_permission(self) -> bool:
        """Whether something other than the key itself is forbidden."""
        codes = " ".join(self.codes)
        return bool(_PERMISSION.search(self.words) or _PERMISSION.search(codes))

    def is_about_model(self, model: str, *, anywhere: bool) -> bool:
        """Tell whether the model is unknown; with ``anywhere``, naming it at all is saying so."""
        if "model_not_found" in self.codes or _MODEL.search(self.words):
            return True
        return anywhere and bool(model) and model in self.words


def read_complaint(payload: object, *, secret: str = "") -> Complaint:
    """Return what a service's answer says, whatever its shape. Words that are HTML say nothing."""
    body = _innermost(payload)
    words = _words(body)[:_SEARCHED]
    if words.lstrip().startswith("<"):
        return Complaint()
    found = [str(body[name]) for name in ("code", "type", "status") if body.get(name)]
    codes = frozenset(name.casefold() for name in found)
    return Complaint(_shown(words, secret), words, codes, _status(found))


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
        said = "; ".join(str(entry.get("msg", "")) for entry in said if isinstance(entry, dict))
    if isinstance(said, dict):
        return _words(said)
    return said if isinstance(said, str) else ""


def _status(found: list[str]) -> int:
    numbers = (int(name) for name in found if name.isascii() and name.isdigit() and len(name) == len("500"))
    return next((n for n in numbers if n >= HTTPStatus.BAD_REQUEST), 0)


def _shown(words: str, secret: str) -> str:
    return tidy(words.replace(secret, "…") if secret else words)

"""What a refused request teaches about the endpoint and the model: which parameter to leave out, or to rename.

Read from the shapes in which OpenAI and Azure (``param``), Mistral and FastAPI (``detail`` with ``loc``), vLLM and
SGLang (the same as a Python literal in a sentence), Gemini, Groq, DeepSeek, Ollama, LM Studio and xAI (words alone)
say it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from translator.engines.faults.complaint import Complaint, read_body, read_complaint
from translator.engines.requests.layout import EFFORTS
from translator.translation.capabilities import Capabilities, ReplyLimit

_STATUSES = {400, 404, 416, 422, 501}  # Scaleway has 416 for a limit that is too large

_I = re.IGNORECASE
_Names = Mapping[str, re.Pattern[str]]
# The parameters by their own names first, so that "temperature" in a sentence on reasoning models is not mistaken;
# then by what services call them: as a field, where they name one, else in a phrase that speaks of a parameter. A
# service may repeat what it was sent, and "thinking" alone may be of that.
_OWN_NAMES: _Names = {
    "stream_options": re.compile(r"stream_?options|include_usage", _I),
    "temperature": re.compile(r"\btemperature\b", _I),
    "reasoning_effort": re.compile(r"reasoning[_.]?effort", _I),
    "response_format": re.compile(r"response_?format|json_schema|json_object", _I),
    "max_tokens": re.compile(r"\bmax_tokens\b", _I),
    "max_completion_tokens": re.compile(r"\bmax_completion_tokens\b", _I),
}
_FIELDS: _Names = {
    "reasoning_effort": re.compile(r"reasoning|think", _I),
    "max_tokens": re.compile(r"max_(new|output|completion)_tokens", _I),
    "max_completion_tokens": re.compile(r"max_(new|output)_tokens", _I),
}
_OF_REASONING = r"""
    \b(reasoning|think(ing)?)[ _]?(value|level|mode|budget|config|parameter|option|effort)
    | \b(reasoning|think(ing)?)_
    | \b(reasoning|thinking)["'`]?\ (is|are|can|must|need|does)(\ ?not|n't|'t)?(\ be)?\ (not\ |always\ |only\ )?
      (un)?(supported|available|allowed|permitted|mandatory|required|enabled|disabled|turned|valid|known)
    | \bsupport(s|ed)?\ (setting\ )?(the\ )?(parameter\ )?["'`]?(reasoning|think(ing)?)\b
    | \b(un(known|supported|recognized|expected)|invalid)(\ request)?(\ (name|field|parameter|argument|option))?:?
      \ ["'`]?(reasoning|think(ing)?)\b
"""
_PHRASES: _Names = {
    "stream_options": re.compile(r"stream options", _I),
    "reasoning_effort": re.compile(_OF_REASONING, _I | re.VERBOSE),
    "response_format": re.compile(r"json (schema|object|mode)|structured outputs?|response format", _I),
    "max_tokens": re.compile(r"max(imum)?[ _](new_|output_|completion_)?tokens|in the completion", _I),
    "max_completion_tokens": re.compile(r"max(imum)?[ _](new_|output_)?tokens|in the completion", _I),
}
_UNKNOWN = re.compile(
    r"unsupported parameter|un(known|recognized) (name|parameter|argument|request argument|field)|extra inputs?"
    r"|extra_forbidden|cannot find field|not permitted|not support( the)? (parameter|thinking|reasoning\b)"
    r"|property .{0,40}unsupported",
    _I,
)
_NEVER_REASONS = re.compile(r"not support (thinking|reasoning)\b(?![_ ]?effort)", _I)
_DEMAND = re.compile(r"required|missing|must (be )?(set|specif|provid|includ)|cannot be (null|empty)", _I)
_LISTING = re.compile(
    r"(supported|valid|allowed|accepted|available|possible) (values|levels|options|efforts)|must be|should be|one of"
    r"|expected|accepts",
    _I,
)
_INPUT = re.compile(r"""["']input["']: *(["']).*?\1""")  # pydantic repeats what it was given
# What stands in quotation marks; not what is the value of a name, as in JSON that a gateway wraps up. The mark in
# "can't" opens nothing. No longer than this, so that thousands of marks cost no time.
_QUOTED = re.compile(
    r"""(?<!\w)(?<!["']: )(["'`]).{0,500}?\1(?!\w)|“[^”]{0,500}”|‘[^’]{0,500}’|«[^»]{0,500}»""", re.DOTALL
)


def is_refusal(status: int) -> bool:
    """Tell whether an answer with this status may be about the parameters of the request."""
    return status in _STATUSES


def learn(capabilities: Capabilities, status: int, body: bytes, sent: Mapping[str, Any]) -> Capabilities | None:
    """Return what the endpoint accepts after all, or None where its answer says nothing new about that.

    ``sent`` is what the request held beside model and messages. An answer that names a parameter we did not send
    teaches nothing, unless it demands one.
    """
    if not is_refusal(status):
        return None
    complaint = read_complaint(read_body(body))
    name = _named(complaint, sent)
    learned = _LESSONS[name](capabilities, complaint.words, sent[name]) if name else _demanded(capabilities, complaint)
    return None if learned == capabilities else learned


def _named(complaint: Complaint, sent: Mapping[str, Any]) -> str | None:
    """Return the parameter of ours that the service minds: the first that it names."""
    return next(filter(None, (_first_named(names, text, sent) for names, text in _places(complaint))), None)


def _places(complaint: Complaint) -> Iterator[tuple[_Names, str]]:
    """Yield where a parameter may be named, and by which names: in fields, if there are any, else in the words."""
    if complaint.fields:
        yield from ((names, field) for names in (_OWN_NAMES, _FIELDS) for field in complaint.fields)
    else:
        yield _OWN_NAMES, complaint.words
        yield _PHRASES, _without_sentences(complaint.words)


def _first_named(names: _Names, text: str, sent: Mapping[str, Any]) -> str | None:
    found = [(match.start(), name) for name in sent if name in names and (match := names[name].search(text))]
    return min(found)[1] if found else None


def _without_sentences(words: str) -> str:
    """Return the words without what is quoted in them, if that is more than one word: it is probably our text."""
    return _QUOTED.sub(lambda quoted: "" if len(quoted[0].split()) > 1 else quoted[0], _INPUT.sub("", words))


def _demanded(capabilities: Capabilities, complaint: Complaint) -> Capabilities | None:
    """Return what is learned where the service wants a limit that we did not set."""
    text = " ".join((*complaint.fields, complaint.words))
    if capabilities.reply_limit != "none" or not _DEMAND.search(text):
        return None
    limits: tuple[ReplyLimit, ...] = ("max_completion_tokens", "max_tokens")
    found = [(match.start(), limit) for limit in limits if (match := _OWN_NAMES[limit].search(text))]
    return replace(capabilities, reply_limit=min(found)[1]) if found else None


def _without_stream_options(capabilities: Capabilities, _words: str, _sent: object) -> Capabilities:
    return replace(capabilities, stream_options=False)


def _without_temperature(capabilities: Capabilities, _words: str, _sent: object) -> Capabilities:
    return replace(capabilities, temperature=False)


def _with_another_effort(capabilities: Capabilities, words: str, sent: object) -> Capabilities:
    refused = str(sent)
    listed = _listed_efforts(words, refused)
    if not listed and (_UNKNOWN.search(words) or not _is_about_value(words, refused)):
        reasons = capabilities.reasons and not _NEVER_REASONS.search(words)
        return replace(capabilities, least_effort="", reasons=reasons)
    if refused != capabilities.least_effort:
        refused_efforts = tuple(dict.fromkeys((*capabilities.refused_efforts, refused)))
        return replace(capabilities, refused_efforts=refused_efforts)
    higher = EFFORTS[EFFORTS.index(refused) + 1 :] if refused in EFFORTS else ()
    return replace(capabilities, least_effort=next(iter(listed or higher), ""))


def _listed_efforts(words: str, refused: str) -> list[str]:
    """Return the efforts that the service says it takes, the least first."""
    listing = _LISTING.search(words)
    if listing is None:
        return []
    after = _INPUT.sub("", words[listing.end() :]).casefold()
    return [effort for effort in EFFORTS if effort != refused and re.search(rf"\b{effort}\b", after)]


def _is_about_value(words: str, refused: str) -> bool:
    """Tell whether only the value is refused. Gemini speaks of the budget that it makes of it."""
    return bool(re.search(rf"\b({re.escape(refused)}|value|budget|level)\b|_budget", words, _I))


def _with_looser_format(capabilities: Capabilities, words: str, sent: object) -> Capabilities:
    strict = isinstance(sent, Mapping) and sent.get("type") == "json_schema"
    if not strict or (_UNKNOWN.search(words) and not re.search(r"json.schema", words, _I)):
        return replace(capabilities, response_format="none")
    return replace(capabilities, response_format="json_object")


def _with_limit_renamed(old: ReplyLimit, new: ReplyLimit) -> "_Lesson":
    """Return the lesson for a limit that is refused: another name for it, or none where its size is the trouble."""

    def lesson(capabilities: Capabilities, words: str, _sent: object) -> Capabilities:
        other = _OWN_NAMES[new].search(words) and not re.search(r"too large|at most|exceed|context", words, _I)
        unknown = _UNKNOWN.search(words) and old == "max_completion_tokens"
        return replace(capabilities, reply_limit=new if other or unknown else "none")

    return lesson


_Lesson = Callable[[Capabilities, str, object], Capabilities]
_LESSONS: Mapping[str, _Lesson] = {
    "stream_options": _without_stream_options,
    "temperature": _without_temperature,
    "reasoning_effort": _with_another_effort,
    "response_format": _with_looser_format,
    "max_tokens": _with_limit_renamed("max_tokens", "max_completion_tokens"),
    "max_completion_tokens": _with_limit_renamed("max_completion_tokens", "max_tokens"),
}

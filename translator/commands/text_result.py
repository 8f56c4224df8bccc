"""How ``translator text`` ended: its exit status, its message, its JSON object."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from translator.i18n import ntr, tr
from translator.joining import listed, sentences
from translator.language.tag import LanguageTag
from translator.messages import explain, explain_incomplete, no_such_service
from translator.messages.findings import explain_finding
from translator.service_choice import UnknownService
from translator.text.display import repair
from translator.text.span import Span
from translator.translation.checks.finding import Finding, Severity
from translator.translation.errors import KeyProblem, LimitReached, NoModel, TranslationError, Unreachable
from translator.translation.ports import Engine
from translator.translation.request import (
    Completed,
    Ending,
    Failed,
    Incomplete,
    IncompleteReason,
    Translation,
    TranslationRequest,
)

MOST_FINDINGS = 5
"""How many findings are told in words."""

MOST_MODELS = 12
"""How many of a service's models are named where none is chosen."""


class Status(IntEnum):
    """The exit statuses. Findings never change them."""

    COMPLETE = 0
    FAILED = 1
    USAGE = 2
    INCOMPLETE = 3
    KEY = 4
    UNREACHABLE = 5
    LIMIT = 6
    INTERRUPTED = 130


class UsageProblem(Exception):
    """What was asked for cannot be done as it was asked. The message says why."""

    def __init__(self, sentence: str, step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.step = step


def unknown_service(unknown: UnknownService) -> UsageProblem:
    """Return the words for a service that is not there."""
    return UsageProblem(*no_such_service(unknown.name, unknown.known))


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, in the words of the terminal. ``code`` is for programs."""

    code: str
    sentence: str
    step: str


@dataclass(frozen=True, slots=True)
class TextResult:
    """The end of one run. ``masked`` are the pieces of the text that stayed on this computer."""

    status: Status
    translation: Translation = field(default_factory=lambda: Translation(""))
    source: LanguageTag | None = None
    target: LanguageTag | None = None
    reason: IncompleteReason | None = None
    problem: Problem | None = None
    masked: Sequence[str] = ()

    @property
    def messages(self) -> list[str]:
        """What goes to standard error, line by line."""
        lines = [explain_incomplete(self.reason)] if self.reason else []
        if self.problem:
            lines += [self.problem.sentence, self.problem.step]
        return lines + self._wrong

    @property
    def _wrong(self) -> list[str]:
        """What is surely wrong in the translation; of much, the beginning."""
        errors = [each for each in self.translation.findings if each.severity is Severity.ERROR]
        lines = [
            tr("Looks wrong: {sentence}").format(sentence=explain_finding(each)) for each in errors[:MOST_FINDINGS]
        ]
        more = len(errors) - len(lines)
        if more:
            words = ntr("{n} more finding; --json lists them all.", "{n} more findings; --json lists them all.", more)
            lines.append(words.format(n=more))
        return lines

    def as_json(self) -> str:
        """Return the object that ``--json`` prints. Places in the text are in code points."""
        problem, usage = self.problem, self.translation.usage
        shown = {
            "translation": repair(self.translation.text),
            "source_language": str(self.source) if self.source else None,
            "target_language": str(self.target) if self.target else None,
            "complete": self.status is Status.COMPLETE,
            "reason": self.reason.value if self.reason else None,
            "error": {"code": problem.code, "message": problem.sentence, "next_step": problem.step}
            if problem
            else None,
            "findings": [_finding_object(finding) for finding in self.translation.findings],
            "masked": [repair(piece) for piece in self.masked],
            "segments": [
                {
                    "source": {"start": segment.source_start, "end": segment.source_end},
                    "target": {"start": segment.target_start, "end": segment.target_end},
                }
                for segment in self.translation.segments
            ],
            "usage": {
                "input_tokens": usage.input_tokens,
                "output_tokens": usage.output_tokens,
                "requests": usage.requests,
                "from_memory": usage.from_memory,
                "estimated": usage.estimated,
                "cost_usd": usage.cost,
            },
            "engine": self.translation.engine,
            "model": self.translation.model,
        }
        return json.dumps(shown, ensure_ascii=False)


def _finding_object(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check.value,
        "severity": finding.severity.value,
        "message": repair(explain_finding(finding)),
        "source": _place(finding.source),
        "target": _place(finding.target),
        "expected": repair(finding.expected),
        "found": repair(finding.found),
    }


def _place(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span[0], "end": span[1]}


def result_of(ending: Ending, request: TranslationRequest, engine: Engine) -> TextResult:
    """Return the result that an ending amounts to."""
    source, target = request.source, request.target
    match ending:
        case Completed(translation):
            return TextResult(Status.COMPLETE, translation, source, target)
        case Incomplete(reason, translation, error):
            problem = problem_of(error) if error else None
            return TextResult(Status.INCOMPLETE, translation, source, target, reason, problem)
        case Failed(error):
            nothing = Translation("", engine=engine.name, model=engine.model)
            return TextResult(status_of(error), nothing, source, target, problem=problem_of(error))


def usage_result(problem: UsageProblem, target: LanguageTag | None = None) -> TextResult:
    """Return the result for what could not be asked for."""
    return TextResult(Status.USAGE, target=target, problem=Problem("usage", problem.sentence, problem.step))


def status_of(error: TranslationError) -> Status:
    """Return the exit status for an error."""
    kinds = {
        NoModel: Status.USAGE,
        KeyProblem: Status.KEY,
        Unreachable: Status.UNREACHABLE,
        LimitReached: Status.LIMIT,
    }
    return next((status for kind, status in kinds.items() if isinstance(error, kind)), Status.FAILED)


def problem_of(error: TranslationError) -> Problem:
    """Return the words for an error; where no model is chosen, with the names of some that can be."""
    message = explain(error)
    step = message.command_step
    if isinstance(error, NoModel) and error.available:
        names = listed(error.available[:MOST_MODELS])
        is_all = len(error.available) <= MOST_MODELS
        words = tr("The service offers: {names}.") if is_all else tr("The service offers these and others: {names}.")
        step = sentences(step, words.format(names=names))
    return Problem(error.code, message.sentence, step)

"""How ``translator text`` ended: its exit status, its message, its JSON object."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from translator.commands.ending import Problem, Status, UsageProblem, problem_of, status_of
from translator.i18n import ntr, tr
from translator.language.tag import LanguageTag
from translator.locales.numbers import grouped
from translator.messages import explain_incomplete, terms_missing
from translator.messages.findings import explain_finding
from translator.text.display import repair
from translator.text.span import Span
from translator.translation.checks.finding import Finding, Severity
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
        lines += [terms_missing()] if self.translation.lacks_terms else []
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
            lines.append(words.format(n=grouped(more)))
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

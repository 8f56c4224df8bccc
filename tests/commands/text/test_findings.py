"""What ``translator text`` says of findings."""

import json

from translator.commands.ending import Status
from translator.commands.text.result import TextResult
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.request import Translation


def result(*findings: Finding) -> TextResult:
    return TextResult(Status.COMPLETE, Translation("Text", findings=findings))


def error(found: str) -> Finding:
    return Finding(Check.NUMBERS, Severity.ERROR, (0, 2), (4, 6), "12", found)


def test_errors_are_told_in_words_and_warnings_are_not():
    warning = Finding(Check.LENGTH, Severity.WARNING)
    assert result(warning, error("21")).messages == ["Looks wrong: The number 12 has become 21."]


def test_of_many_the_first_are_told_and_the_rest_is_counted():
    messages = result(*[error(str(number)) for number in range(20, 28)]).messages
    assert len(messages) == 6
    assert messages[-1] == "3 more findings; --json lists them all."


def test_the_object_has_all_with_their_places():
    shown = json.loads(result(error("21"), Finding(Check.LENGTH, Severity.WARNING)).as_json())["findings"]
    assert shown[0] == {
        "check": "numbers",
        "severity": "error",
        "message": "The number 12 has become 21.",
        "source": {"start": 0, "end": 2},
        "target": {"start": 4, "end": 6},
        "expected": "12",
        "found": "21",
    }
    assert (shown[1]["source"], shown[1]["severity"]) == (None, "warning")

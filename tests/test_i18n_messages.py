"""Every message can be found in the code by the program that collects them for the translators."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "translator"
LITERALS = {"tr": 1, "ntr": 2, "ptr": 2}
"""Of each function how many of its arguments are read from the code."""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LITERALS:
            yield node


def faults(code: str) -> list[str]:
    """Return the calls that are not found on every version of Python: before 3.12 an f-string is one token."""
    tree = ast.parse(code)
    hidden = [call for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for call in calls(node)]
    return [f"{call.lineno}: {ast.unparse(call)}" for call in calls(tree) if call in hidden or not is_plain(call)]


def is_plain(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    texts = [each.value for each in call.args[: LITERALS[name]] if isinstance(each, ast.Constant)]
    return len(texts) == LITERALS[name] and all(isinstance(text, str) and text for text in texts)


@pytest.mark.parametrize(
    "code",
    ["f\"{tr('Copy')}\"", "tr(words)", 'tr(f"{n} terms")', 'ntr("{n} term", several, n)', 'ptr(where, "Copy")', "tr()"],
)
def test_a_message_that_would_be_overlooked_is_told(code: str) -> None:
    assert len(faults(code)) == 1


def test_plain_literals_are_fine_on_several_lines_too() -> None:
    assert faults('words = tr("One, " "two"), ntr("{n} term", "{n} terms", n), ptr("a verb", "Copy")') == []


def test_no_message_of_the_package_would_be_overlooked() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    assert {str(file.relative_to(PACKAGE)): found for file in files if (found := faults(file.read_text("utf-8")))} == {}

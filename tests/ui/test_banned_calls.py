"""Calls that would read markup, block the loop, hide a task, survive its end or paint on stand nowhere in the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator import __file__ as package

CODE = Path(package).parent
# Each reads its text as markup, or gives markup out.
MARKUP = {"setHtml", "toHtml", "insertHtml", "setMarkdown", "toMarkdown", "insertMarkdown", "fromHtml"}
# Each runs a second loop inside the first, or owns tasks that nobody ends.
LOOPS = {"exec", "exec_", "processEvents", "asyncClose", "asyncSlot"}
# In Python 3.11 it goes on where it is cancelled just as the answer comes. asyncio.timeout does not.
GOES_ON = "asyncio.wait_for"
# The first paint is awaited before there is any other loop; the guide's pages are our own.
ALLOWED = {("app.py", "exec"), ("page_setting.py", "setMarkdown")}
# QTextEdit.append and setText guess whether they are given markup.
GUESSING = {"append", "setText"}
TEXT_FIELDS = {"view", "_view", "editor", "target", "_target"}


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))


def is_text_field(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute | ast.Name) and getattr(node, "attr", getattr(node, "id", "")) in TEXT_FIELDS


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def offences(path: Path) -> Iterator[str]:
    for call in calls(path):
        name = called(call)
        guesses = name in GUESSING and isinstance(call.func, ast.Attribute) and is_text_field(call.func.value)
        goes_on = ast.unparse(call.func) == GOES_ON
        if (name in MARKUP | LOOPS or guesses or goes_on) and (path.name, name) not in ALLOWED:
            yield f"{path.name}:{call.lineno} {name}"


def test_no_banned_call_stands_in_the_code() -> None:
    assert [offence for path in sorted(CODE.rglob("*.py")) for offence in offences(path)] == []


def text_edits(tree: ast.Module) -> Iterator[ast.ClassDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} & {"QTextEdit", "ReadingEdit"}:
            yield node


def test_a_text_field_never_guesses_about_its_own_text() -> None:
    found = [
        f"{path.name}:{call.lineno}"
        for path in sorted((CODE / "ui").rglob("*.py"))
        for field in text_edits(ast.parse(path.read_text("utf-8")))
        for call in ast.walk(field)
        if isinstance(call, ast.Call)
        and called(call) in {*GUESSING, "setPlainText"}
        and ast.unparse(call.func).startswith(("self.", "super()."))
        and ast.unparse(call.func).count(".") == 1
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "view.setHtml(x)",
        "dialog.exec()",
        "QApplication.processEvents()",
        "self._view.append(x)",
        "@asyncClose()\ndef f(): ...",
        "asyncio.wait_for(x, 1)",
    ],
)
def test_the_search_finds_what_it_looks_for(tmp_path: Path, line: str) -> None:
    path = tmp_path / "window.py"
    path.write_text(line)

    assert list(offences(path))


def test_every_label_says_that_its_text_is_plain() -> None:
    """A QLabel guesses as well: those made of words that come from elsewhere are made by ``label``."""
    made = [
        f"{path.name}:{call.lineno}"
        for path in sorted((CODE / "ui").rglob("*.py"))
        for call in calls(path)
        if called(call) == "QLabel" and call.args and path.name != "labels.py"
    ]

    assert made == []


def painters_left_open(tree: ast.Module) -> list[int]:
    """Return the lines with a QPainter that no ``with`` ends.

    What goes wrong while painting keeps it until the fault itself is forgotten, and a widget that goes meanwhile takes
    the process along.
    """
    ended = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
    made = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "QPainter")
    return [call.lineno for call in made if id(call) not in ended]


def test_every_painter_ends_with_its_painting() -> None:
    paths = sorted((CODE / "ui").rglob("*.py"))
    found = [f"{path.name}:{n}" for path in paths for n in painters_left_open(ast.parse(path.read_text("utf-8")))]

    assert found == []
    assert painters_left_open(ast.parse("with QPainter(a): ...\npainter = QPainter(b)\npaint(QPainter(c))")) == [2, 3]

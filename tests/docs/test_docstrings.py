"""Docstrings name nothing of the code that is not there any more: what stands between two pairs of backticks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).parents[2] / "translator"
NAMED = re.compile(r"``([A-Za-z_][\w.]*)(?:\(\))?``")
WORD = re.compile(r"[A-Za-z_]\w+")
COINED = re.compile(r"[a-z]_|[a-z][A-Z]|_[A-Z]")
"""What no word has that is not a name."""
OTHERS = {"cacheKey", "rootFrame", "setHtml", "sock_accept", "HTTP_PROXY", "de_DE"}
"""Names of Qt's, of Python's, of the system's, and of a language's."""


def said(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings that only say something: docstrings, and those under an attribute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value


def words_of(tree: ast.AST, silent: set[int]) -> Iterator[str]:
    """Yield every word of the code: names, and what is in strings that do something."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.alias(name=name):
                yield from name.split(".")
            case ast.keyword(arg=str(name)):
                yield name
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Constant(value=str(text) | bytes(text)) if id(node) not in silent:
                yield from WORD.findall(text if isinstance(text, str) else text.decode("latin-1"))
            case _:
                pass


def test_docstrings_name_what_is_in_the_code() -> None:
    known = {*OTHERS, *(path.stem for path in CODE.rglob("*"))}
    docs: list[tuple[Path, str]] = []
    for path in CODE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        strings = list(said(tree))
        docs += [(path.relative_to(CODE), str(string.value)) for string in strings]
        known.update(words_of(tree, {id(string) for string in strings}))
    named = {(str(path), word) for path, doc in docs for name in NAMED.findall(doc) for word in name.split(".")}
    assert sorted((path, word) for path, word in named if COINED.search(word) and word not in known) == []

"""An exception in words that may be shown to anybody: types, files, lines and functions.

No message, no variable, no argument: those may hold the user's text or a key. Files are named from their package on,
never from the user's home.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import CodeType, TracebackType

MOST_FRAMES = 30
"""Places that are told of one exception: the innermost ones."""

MOST_CAUSES = 5

_PACKAGE = Path(__file__).parents[1].as_posix() + "/"


def describe(kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> Iterator[str]:
    """Yield the lines that tell of an exception, and of those behind it."""
    yield _type_name(kind)
    yield from _frames(trace)
    for relation, cause in islice(_causes(fault), MOST_CAUSES):
        yield f"{relation} {_type_name(type(cause))}"
        yield from _frames(cause.__traceback__)


def place(file: str, line: object, function: str) -> str:
    """Return where something was, as the line of a report."""
    return f"  {_relative(file)}:{line} in {function}".replace("\n", " ")


def _causes(fault: BaseException | None) -> Iterator[tuple[str, BaseException]]:
    """Yield what caused it and what it holds, each once."""
    seen = {id(fault)}
    waiting = [fault] if fault is not None else []
    while waiting:
        for relation, cause in _behind(waiting.pop(0)):
            if id(cause) not in seen:
                seen.add(id(cause))
                waiting.append(cause)
                yield relation, cause


def _behind(fault: BaseException) -> Iterator[tuple[str, BaseException]]:
    if fault.__cause__ is not None:
        yield "caused by", fault.__cause__
    elif fault.__context__ is not None and not fault.__suppress_context__:
        yield "while handling", fault.__context__
    if isinstance(fault, BaseExceptionGroup):
        for each in fault.exceptions:
            yield "holding", each


def _type_name(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"[:120].replace("\n", " ")


def _frames(trace: TracebackType | None) -> Iterator[str]:
    places: list[tuple[CodeType, int]] = []
    while trace is not None:
        places.append((trace.tb_frame.f_code, trace.tb_lineno))
        trace = trace.tb_next
    if len(places) > MOST_FRAMES:
        yield "  …"
    for code, line in places[-MOST_FRAMES:]:
        yield place(code.co_filename, line, code.co_qualname)


def _relative(file: str) -> str:
    """Return the file's name from its package on; of one that is nobody's, the name alone."""
    name = file.replace("\\", "/")
    if name.startswith(_PACKAGE):
        return "translator/" + name.removeprefix(_PACKAGE)
    if name.startswith("translator/"):  # in a bundle
        return name
    for folder in ("/site-packages/", "/dist-packages/"):
        if folder in name:
            return name.rpartition(folder)[2]
    return name.rpartition("/")[2]

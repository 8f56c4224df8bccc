"""A shared library whose functions are written in Python, with their calls recorded."""

from collections.abc import Callable
from typing import Any


class FakeFunction:
    """One function of it. Like those of ctypes it may be given types, which it does not look at."""

    def __init__(self, name: str, does: Callable[..., Any], calls: list[tuple[Any, ...]]) -> None:
        self._name = name
        self._does = does
        self._calls = calls

    def __call__(self, *arguments: Any) -> Any:
        self._calls.append((self._name, *arguments))
        return self._does(*arguments)


class FakeLibrary:
    """Has what it was given; any other function returns ``otherwise``. ``calls`` lists what was called, with what."""

    def __init__(self, otherwise: object = 1, **functions: Callable[..., Any]) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self._otherwise = otherwise
        for name, does in functions.items():
            setattr(self, name, FakeFunction(name, does, self.calls))

    def __getattr__(self, name: str) -> FakeFunction:
        function = FakeFunction(name, lambda *_: self._otherwise, self.calls)
        setattr(self, name, function)
        return function

    def called(self, *names: str) -> list[tuple[Any, ...]]:
        """Return the calls of these functions, in order."""
        return [call for call in self.calls if call[0] in names]

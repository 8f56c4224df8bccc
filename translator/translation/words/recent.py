"""What was asked for lately, so that it need not be asked for again."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")

MOST = 64


class Recent(Generic[Value]):
    """Keeps the latest ``most`` answers of a session; what was not looked at for longest goes first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, question: Hashable) -> Value | None:
        """Return the answer, or None where there is none any more."""
        if question in self._answers:
            self._answers.move_to_end(question)
        return self._answers.get(question)

    def put(self, question: Hashable, answer: Value) -> None:
        """Keep an answer."""
        self._answers[question] = answer
        self._answers.move_to_end(question)
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)

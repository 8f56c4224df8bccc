"""Read a reply that is one JSON object, from the number of a block to its translation."""

import json
from collections.abc import Iterator, Sequence

from translator.text.display import repair
from translator.translation.reply.closer import has_closer, unescape_closer


class ObjectReply:
    """Takes the reply to a request for these lines; nothing of it can be told before it is whole.

    ``answered`` are the blocks that have text; ``current`` is -1, as none is ever half written.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.answered: set[int] = set()
        self.current = -1
        self._lines = lines
        self._pieces: list[str] = []

    @property
    def agrees(self) -> bool:
        """Whether the object has a text for each block; what else it has does not matter."""
        return len(self.answered) == len(self._lines)

    def feed(self, text: str) -> Iterator[tuple[int, str]]:
        """Take a piece of the reply."""
        self._pieces.append(text)
        yield from ()

    def finish(self) -> Iterator[tuple[int, str]]:
        """Give back what the object says of each block; nothing if it is none."""
        values = _read("".join(self._pieces))
        for place, line in enumerate(self._lines):
            text = _text_of(values.get(str(place + 1)), line)
            if text:
                self.answered.add(place)
                yield place, text


def _read(reply: str) -> dict[str, object]:
    """Return the object in the reply, a fence or a sentence around it or not; an empty one where there is none."""
    try:
        found = json.loads(reply[reply.find("{") : reply.rfind("}") + 1])
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _text_of(value: object, line: str) -> str:
    """Return the value as the one line that a block is."""
    if not isinstance(value, str):
        return ""
    text = " ".join(part.strip() for part in repair(value).splitlines() if part.strip())
    return unescape_closer(text) if has_closer(line) else text

"""Standard output and error: translations alone on the one, messages on the other."""

import sys
from io import TextIOWrapper
from typing import Protocol, TextIO

from translator.i18n import tr
from translator.text.display import neutralise, repair


def say(message: str) -> None:
    """Write a message to standard error."""
    print(neutralise(message), file=sys.stderr, flush=True)


def say_keyring_is_slow() -> None:
    """Tell why nothing happens."""
    say(tr("Waiting for the system's keyring; it may be asking for its password."))


def prepare_output() -> None:
    """Let standard output carry every character, and each line end as it is; UTF-8 wherever it is not a terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace", newline="\n" if stream is sys.stdout else None)


class TextWriter(Protocol):
    """Where a translation is written while it arrives."""

    def begin(self, blocks: int) -> None:
        """Take note of how many blocks there are."""
        ...

    def add(self, text: str, block: int) -> None:
        """Take what goes to the end of the target."""
        ...

    def take_back(self, length: int) -> None:
        """Cut the target to so many code points."""
        ...

    def finish_blocks(self, count: int) -> None:
        """Take note that so many blocks will not change any more."""
        ...

    def end(self, text: str, *, newline: bool) -> None:
        """Write what is still missing of the whole target; ``newline`` puts one after it."""
        ...


class WholeWriter:
    """Writes the target when it has ended, exactly as it is: for pipes and files."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self, blocks: int) -> None:
        """Nothing is written before the end."""

    def add(self, text: str, block: int) -> None:
        """Nothing is written before the end."""

    def take_back(self, length: int) -> None:
        """Nothing was written that could be taken back."""

    def finish_blocks(self, count: int) -> None:
        """Nothing is written before the end."""

    def end(self, text: str, *, newline: bool) -> None:
        """Write the target."""
        self._stream.write(repair(text) + ("\n" if newline and text else ""))
        self._stream.flush()


class SilentWriter(WholeWriter):
    """Writes nothing: the result is part of an object."""

    def end(self, text: str, *, newline: bool) -> None:
        """Nothing is written."""


class TerminalWriter:
    """Writes to a terminal what will not be taken back, as soon as that is known.

    Text of a single block is written as it comes; of several, those that are finished. Should written text be
    taken back all the same, that is said and the target written again. Control characters become visible: a reply
    does not steer the terminal.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text = ""
        self._written = ""
        self._ends: dict[int, int] = {}
        self._single = False

    def begin(self, blocks: int) -> None:
        """Take note of how many blocks there are."""
        self._single = blocks == 1

    def add(self, text: str, block: int) -> None:
        """Take what goes to the end of the target."""
        self._text += text
        self._ends[block] = len(self._text)
        if self._single:
            self._write_up_to(len(self._text))

    def take_back(self, length: int) -> None:
        """Cut the target to so many code points."""
        self._text = self._text[:length]
        self._ends = {block: min(end, length) for block, end in self._ends.items()}
        if length < len(self._written):
            self._begin_again()

    def finish_blocks(self, count: int) -> None:
        """Write the blocks that are finished."""
        self._write_up_to(max((end for block, end in self._ends.items() if block < count), default=0))

    def end(self, text: str, *, newline: bool) -> None:
        """Write what is still missing, and a line's end where there is none."""
        self._text = text
        if not text.startswith(self._written):
            self._begin_again()
        self._write_up_to(len(text))
        if text and not text.endswith("\n"):
            self._stream.write("\n")
        self._stream.flush()

    def _write_up_to(self, end: int) -> None:
        fresh = self._text[len(self._written) : end]
        if fresh:
            self._written += fresh
            self._stream.write(neutralise(fresh))
            self._stream.flush()

    def _begin_again(self) -> None:
        self._written = ""
        self._stream.write("\n")
        self._stream.flush()
        say(tr("The service was asked again; the translation begins anew."))

"""The Speech Synthesis Interface Protocol, as far as reading aloud needs it: one connection to speech-dispatcher.

Its manual is the source (https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html):
lines end with CR LF; each begins with three digits; the last of a reply has a blank behind them, those before it a
hyphen. Replies that begin with 7 tell what became of a message; they come whenever they come.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Final

from translator.surroundings.voices import CannotSpeak

PATIENCE_SECONDS = 5.0
"""How long the service may take to answer a command. A message may take as long as it is read."""
MOST_LINES = 200_000
"""Of one reply; espeak-ng alone lists 13,000 voices."""

_SAID = "702"
_CANCELLED = "703"
_QUEUED: Final = "225"


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered: the code of its last line, that line's words, and the lines before it."""

    code: str
    words: str
    lines: tuple[str, ...] = ()

    @property
    def is_event(self) -> bool:
        """Whether it tells of a message, and answers nothing."""
        return self.code.startswith("7")


class Connection:
    """Asks one thing after another. Everything raises CannotSpeak where the service does not do as it should."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._events: deque[Reply] = deque()

    async def ask(self, command: str) -> Sequence[str]:
        """Send a command, and return the lines of its reply."""
        reply = await self._answer(f"{command}\r\n")
        return reply.lines

    async def say(self, text: str) -> bool:
        """Have one line of text read; return whether it was read to its end, not stopped by another program.

        Cancelling falls silent.
        """
        await self.ask("SPEAK")
        stuffed = f".{text}" if text.startswith(".") else text
        queued = await self._answer(f"{stuffed}\r\n.\r\n")
        if queued.code != _QUEUED or not queued.lines:
            raise CannotSpeak(queued.words)
        return await self._end_of(queued.lines[0]) == _SAID

    async def _end_of(self, message: str) -> str:
        while True:
            event = self._events.popleft() if self._events else await self._read()
            if event.code in (_SAID, _CANCELLED) and event.lines[:1] == (message,):
                return event.code

    async def _answer(self, sent: str) -> Reply:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                self._writer.write(sent.encode("utf-8", "replace"))
                await self._writer.drain()
                while (reply := await self._read()).is_event:
                    self._events.append(reply)
        except TimeoutError as late:
            raise CannotSpeak("the speech service does not answer") from late
        except OSError as fault:
            raise CannotSpeak(str(fault)) from fault
        if not reply.code.startswith("2"):
            raise CannotSpeak(reply.words)
        return reply

    async def _read(self) -> Reply:
        lines: list[str] = []
        while len(lines) < MOST_LINES:
            try:
                line = (await self._reader.readuntil(b"\n")).decode("utf-8", "replace").rstrip("\r\n")
            except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError) as fault:
                raise CannotSpeak("the speech service has gone") from fault
            code, mark, words = line[:3], line[3:4], line[4:]
            if not code.isdecimal() or mark not in ("-", " "):
                break
            if mark == " ":
                return Reply(code, words, tuple(lines))
            lines.append(words)
            if len(lines) % 500 == 0:
                await asyncio.sleep(0)  # what is there already is read without a pause, and there may be much
        raise CannotSpeak("the speech service does not keep to its protocol")

    async def close(self) -> None:
        """Fall silent, and hang up."""
        self._writer.write(b"CANCEL self\r\nQUIT\r\n")
        self._writer.close()
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._writer.wait_closed()


@asynccontextmanager
async def connected(path: str, client: str) -> AsyncIterator[Connection]:
    """Connect to the socket at this path under the name of a client, and hang up in the end. Raises OSError."""
    reader, writer = await asyncio.open_unix_connection(path)
    connection = Connection(reader, writer)
    try:
        await connection.ask(f"SET self CLIENT_NAME {client}")
        yield connection
    finally:
        await connection.close()

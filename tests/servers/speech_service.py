"""A speech-dispatcher of one's own: it keeps to SSIP on a Unix socket, and says nothing."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

ESPEAK = {"espeak-ng": [("German", "de"), ("German+Adam", "de"), ("English (America)", "en-US"), ("Mandarin", "cmn")]}


@dataclass(frozen=True)
class Said:
    """A message, and who reads it."""

    text: str
    module: str
    language: str


@dataclass
class SpeechService:
    """``said`` are the messages so far, ``commands`` the other lines. While ``lets_end`` is not set, a message goes on.

    ``answers`` are sent instead of what is right, by the beginning of a command; an empty one is no answer at all.
    """

    modules: Mapping[str, Sequence[tuple[str, str]]]
    answers: dict[str, bytes] = field(default_factory=dict)
    ending: str = "702 END"
    said: list[Said] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    lets_end: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    hung_up: asyncio.Event = field(default_factory=asyncio.Event)
    clients: set[asyncio.Task[None]] = field(default_factory=set)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one client until it hangs up."""
        self.clients.add(cast("asyncio.Task[None]", asyncio.current_task()))
        talk = _Talk(next(iter(self.modules), ""))
        try:
            while (line := (await reader.readline()).decode().rstrip("\r\n")) not in ("", "QUIT"):
                self.commands.append(line)
                answer = self._instead(line)
                writer.write(self._reply(line, talk) if answer is None else answer)
                if line == "SPEAK" and answer is None:
                    self.said.append(Said(await _message(reader), talk.module, talk.language))
                    number = len(self.said)
                    writer.write(f"225-{number}\r\n225 OK MESSAGE QUEUED\r\n".encode())
                    talk.endings.add(asyncio.create_task(self._end(writer, number)))
            self.commands.append(line)
        finally:
            for task in talk.endings:
                task.cancel()
            self.hung_up.set()
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    def _reply(self, line: str, talk: "_Talk") -> bytes:
        match line.split(" ", 3):
            case ["SET", "self", "OUTPUT_MODULE", module]:
                talk.module = module
            case ["SET", "self", "LANGUAGE", language]:
                talk.language = language
            case ["GET", "OUTPUT_MODULE"]:
                return f"251-{talk.module}\r\n251 OK GET RETURNED\r\n".encode()
            case ["LIST", "OUTPUT_MODULES"]:
                return "".join(f"250-{name}\r\n" for name in self.modules).encode() + b"250 OK\r\n"
            case ["LIST", "SYNTHESIS_VOICES"]:
                voices = "".join(f"249-{name}\t{tag}\tnone\r\n" for name, tag in self.modules[talk.module])
                return voices.encode() + b"249 OK VOICE LIST SENT\r\n"
        return b"210 OK\r\n" if line.startswith(("SET self", "SPEAK", "CANCEL self")) else b"500 ERR INVALID\r\n"

    def _instead(self, line: str) -> bytes | None:
        return next((answer for start, answer in self.answers.items() if line.startswith(start)), None)

    async def _end(self, writer: asyncio.StreamWriter, number: int) -> None:
        """Tell of another message first, then that this one has ended."""
        self.begun.set()
        await self.lets_end.wait()
        code = self.ending[:3]
        others = f"702-{number + 100}\r\n702-1\r\n702 END\r\n"
        writer.write(f"{others}{code}-{number}\r\n{code}-1\r\n{self.ending}\r\n".encode())


@dataclass
class _Talk:
    """What one client has set, and what it waits for."""

    module: str
    language: str = ""
    endings: set[asyncio.Task[None]] = field(default_factory=set)


async def _message(reader: asyncio.StreamReader) -> str:
    lines = []
    while (line := (await reader.readline()).decode().rstrip("\r\n")) != ".":
        lines.append(line.removeprefix("."))
    return "\n".join(lines)


@asynccontextmanager
async def speech_service(
    path: Path, modules: Mapping[str, Sequence[tuple[str, str]]] | None = None
) -> AsyncIterator[SpeechService]:
    """Listen at this path; with a voice for German, for English and for Mandarin, unless something else is given."""
    service = SpeechService(ESPEAK if modules is None else modules)
    server = await asyncio.start_unix_server(service.serve, path)
    try:
        yield service
    finally:
        server.close()
        await asyncio.gather(*service.clients, return_exceptions=True)
        await server.wait_closed()

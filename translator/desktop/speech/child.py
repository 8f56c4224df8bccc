"""A program that speaks, as a child process: text goes to its standard input alone, and it ends with its task."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Final, cast

from translator.surroundings.voices import CannotSpeak

PATIENCE_SECONDS = 2.0
"""How long a program that is told to end may take, before it is made to."""

_SIGKILL: Final = 9
"""SIGKILL, which Windows does not know."""
_NO_WINDOW: Final = 0x08000000
"""CREATE_NO_WINDOW of Windows: a console program opens none."""


class Child:
    """A program that is running. Everything raises CannotSpeak where it does not go on."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._stdin = cast(asyncio.StreamWriter, process.stdin)  # both are pipes
        self._stdout = cast(asyncio.StreamReader, process.stdout)

    async def line(self) -> str:
        """Return its next line, without its end."""
        line = await self._stdout.readline()
        if not line:
            raise CannotSpeak("the program that speaks has ended")
        return line.decode("utf-8", "replace").rstrip("\r\n")

    async def rest(self) -> str:
        """Return all that it still has to say."""
        return (await self._stdout.read()).decode("utf-8", "replace")

    async def tell(self, line: str) -> None:
        """Give it a line."""
        self._stdin.write(f"{line}\n".encode("utf-8", "replace"))
        try:
            await self._stdin.drain()
        except OSError as fault:
            raise CannotSpeak(str(fault)) from fault

    async def finish(self) -> None:
        """Say that this was all, and wait until it has ended by itself."""
        self._stdin.close()
        await self.rest()
        status = await self._process.wait()
        if status:
            raise CannotSpeak(f"the program that speaks ended with status {status}")

    async def end(self) -> None:
        """End it."""
        self._stdin.close()
        self._signal(self._process.terminate, signal.SIGTERM)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._process.wait()
        except TimeoutError:
            self._signal(self._process.kill, _SIGKILL)
            await self._process.wait()

    def _signal(self, on_windows: Callable[[], None], elsewhere: int) -> None:
        """Signal it. Elsewhere not through asyncio, which looks first whether it has ended: nobody else learns how."""
        if self._process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                on_windows()
            else:
                os.kill(self._process.pid, elsewhere)


@asynccontextmanager
async def running(command: Sequence[str], environment: Mapping[str, str] | None = None) -> AsyncIterator[Child]:
    """Run a program for as long as the block lasts. Raises CannotSpeak."""
    pipe, quiet = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    flags = _NO_WINDOW if sys.platform == "win32" else 0
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=quiet, env=environment, creationflags=flags
        )
    except OSError as fault:
        raise CannotSpeak(str(fault)) from fault
    child = Child(process)
    try:
        yield child
    finally:
        await child.end()

"""Listens at the socket, on the event loop; for Linux and macOS."""

import asyncio
import contextlib
import socket
import time
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from translator.desktop.instance.peer import is_mine
from translator.desktop.instance.reception import DEADLINE_SECONDS, MOST_AT_ONCE, Reception
from translator.surroundings.summons import Call

_PIECE = 16 * 1024
_REST_SECONDS = 1.0  # after the system refused a connection: it has too many files open


class SocketServer:
    """Takes one call of each connection. ``listener`` stays its owner's, who closes it after this is closed.

    ``deadline`` is in seconds. ``knows`` says whether a connection is let in.
    """

    def __init__(
        self, listener: socket.socket, answer: Callable[[Call], None], *, deadline: float = DEADLINE_SECONDS,
        knows: Callable[[socket.socket], bool] = is_mine, now: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._listener = listener
        self._reception = Reception(answer, now)
        self._deadline = deadline
        self._knows = knows
        self._free = asyncio.Semaphore(MOST_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._connections: set[socket.socket] = set()

    def start(self) -> None:
        """Listen. The event loop must be running."""
        self._start(self._listen())

    async def close(self) -> None:
        """Listen no more; who is connected is hung up on."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for connection in self._connections:  # the loop may end before those are hung up on, each in its turn
            connection.close()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name="instance")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _listen(self) -> None:
        """Take connections while there are not too many; the others wait in the system's queue."""
        while True:
            await self._free.acquire()
            try:
                connection = await self._accept()
            except OSError:
                self._free.release()
                await asyncio.sleep(_REST_SECONDS)
            else:
                self._connections.add(connection)
                task = self._start(self._receive(connection))
                task.add_done_callback(partial(self._hang_up, connection))

    async def _accept(self) -> socket.socket:
        """Return the next connection. Raises OSError.

        Whoever is cancelled has taken none: the loop's own ``sock_accept`` takes one a turn before it hands it over,
        and loses it where the end comes between.
        """
        while True:
            with contextlib.suppress(BlockingIOError, InterruptedError):
                connection, _ = self._listener.accept()
                connection.setblocking(False)
                return connection
            await self._somebody_waits()

    async def _somebody_waits(self) -> None:
        loop, somebody = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._listener, somebody.set)
        try:
            await somebody.wait()
        finally:
            loop.remove_reader(self._listener)

    def _hang_up(self, connection: socket.socket, _task: asyncio.Task[None]) -> None:
        """Close it: here, since a task that is cancelled before its first step has no end of its own."""
        self._connections.discard(connection)
        connection.close()
        self._free.release()

    async def _receive(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):  # TimeoutError is one
            if self._knows(connection):
                async with asyncio.timeout(self._deadline):
                    await self._converse(connection)

    async def _converse(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        visit = self._reception.visit()
        while piece := await loop.sock_recv(connection, _PIECE):
            reply = visit.take(piece)
            if reply is not None:
                await loop.sock_sendall(connection, reply)
                return

"""A line to the session bus, by jeepney on the running loop."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.auth import BEGIN, AuthenticationError, Authenticator
from jeepney.bus import get_bus
from jeepney.io.asyncio import DBusConnection

log = logging.getLogger(__name__)


class BusGone(Exception):
    """There is no session bus to be reached, or it has gone."""


class CallRefused(Exception):
    """A call was answered with an error, or not in time."""


Heard = Callable[[Message], None]
"""Called with each signal."""


def address_of(environment: Mapping[str, str]) -> str:
    """Return where the session bus is: what the environment says, or its usual place; empty where there is neither."""
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return environment.get("DBUS_SESSION_BUS_ADDRESS", "") or (f"unix:path={folder}/bus" if folder else "")


class SessionBus:
    """One connection. Only ``open`` makes it."""

    def __init__(self, connection: DBusConnection, heard: Heard, gone: Callable[[], None]) -> None:
        self._connection = connection
        self._heard = heard
        self._gone = gone
        self._serials = count(1)
        self._waiting: dict[int, asyncio.Future[Message | None]] = {}
        self._is_closed = False
        self.name = ""
        """The unique name that the bus has given us."""
        self._receiving = asyncio.create_task(self._receive())

    @classmethod
    async def open(cls, address: str, heard: Heard, gone: Callable[[], None], patience: float) -> Self:
        """Connect, within so many seconds. ``gone`` is called when the bus ends later. Raises BusGone."""
        try:
            async with asyncio.timeout(patience):
                connection = await _connect(address)
        except (OSError, ValueError, RuntimeError, EOFError, AuthenticationError) as error:
            raise BusGone(str(error)) from error
        bus = cls(connection, heard, gone)
        try:
            (bus.name,) = await bus.call(message_bus, "Hello", patience=patience)
        except BaseException as error:  # whoever stops waiting leaves no line open, either
            await bus.close()
            if isinstance(error, CallRefused):
                raise BusGone(str(error)) from error
            raise
        return bus

    async def call(
        self, to: DBusAddress, member: str, signature: str = "", *body: object, patience: float
    ) -> tuple[Any, ...]:
        """Call a method; return the body of its answer. Raises CallRefused and BusGone."""
        if self._is_closed:
            raise BusGone
        serial = next(self._serials)
        answer = self._waiting[serial] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(patience):
                await self._connection.send(new_method_call(to, member, signature, body), serial=serial)
                message = await answer
        except TimeoutError as error:
            raise CallRefused(f"{member} is not answered") from error
        except OSError as error:
            raise BusGone from error
        finally:
            del self._waiting[serial]
        if message is None:
            raise BusGone
        if message.header.message_type is MessageType.error:
            raise CallRefused(f"{member}: {message.header.fields.get(HeaderFields.error_name)}")
        told: tuple[Any, ...] = message.body
        return told

    async def subscribe(self, rule: MatchRule, patience: float) -> None:
        """Hear the signals that match. Raises CallRefused and BusGone."""
        await self.call(message_bus, "AddMatch", "s", rule.serialise(), patience=patience)

    async def tell(self, to: DBusAddress, member: str) -> None:
        """Call a method without waiting for an answer, where the bus is still there."""
        message = new_method_call(to, member)
        message.header.flags = MessageFlag.no_reply_expected
        with contextlib.suppress(OSError):
            if not self._is_closed:
                await self._connection.send(message, serial=next(self._serials))

    async def close(self) -> None:
        """Hang up. Whoever waits for an answer gets BusGone."""
        self._end()
        self._receiving.cancel()
        await asyncio.wait([self._receiving])

    async def _receive(self) -> None:
        try:
            while True:
                message = await self._connection.receive()
                if self._hand_over(message):
                    await asyncio.sleep(0)  # who asked takes it before what was said after it is heard
                elif message.header.message_type is MessageType.signal:
                    self._heard(message)
        except (EOFError, OSError, ValueError) as error:
            log.info("The session bus has gone: %r", error)
            if not self._is_closed:
                self._gone()
        finally:
            self._end()

    def _hand_over(self, message: Message) -> bool:
        """Give it to the call that it answers; return whether there is one."""
        waiting = self._waiting.get(message.header.fields.get(HeaderFields.reply_serial, 0))
        if waiting is None or waiting.done():
            return False
        waiting.set_result(message)
        return True

    def _end(self) -> None:
        self._is_closed = True
        self._connection.writer.close()
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_result(None)


async def _connect(address: str) -> DBusConnection:
    """Connect and say who we are: jeepney's own way leaves the socket open where that fails."""
    reader, writer = await asyncio.open_unix_connection(get_bus(address))
    try:
        conversation = Authenticator()
        for line in conversation:
            writer.write(line)
            conversation.feed(await _read(reader))
        writer.write(BEGIN)
    except BaseException:
        writer.close()
        raise
    return DBusConnection(reader, writer)


async def _read(reader: asyncio.StreamReader) -> bytes:
    answer = await reader.read(1024)
    if not answer:
        raise EOFError("the bus hung up")
    return answer

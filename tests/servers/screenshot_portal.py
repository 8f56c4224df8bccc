"""A Screenshot portal that answers as a test tells it to, on a private session bus."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

_NAME = "org.freedesktop.portal.Desktop"
_REQUEST = "org.freedesktop.portal.Request"

Answer = Callable[[], tuple[int, dict[str, Any]] | None]
"""Returns the code and the results of a response; None for none at all."""


class ScreenshotPortal:
    """Owns the portal's name. ``asked`` are the options of each request, ``registered`` the applications."""

    def __init__(self, connection: DBusConnection, answer: Answer) -> None:
        self.asked: list[dict[str, Any]] = []
        self.registered: list[str] = []
        self.withdrawn = asyncio.Event()
        self._connection = connection
        self._answer = answer
        self._task = asyncio.create_task(self._serve())

    @classmethod
    async def open(cls, address: str, answer: Answer) -> Self:
        """Take the name on this bus, and serve."""
        connection = await open_dbus_connection(address)
        portal = cls(connection, answer)
        await connection.send(message_bus.RequestName(_NAME))
        return portal

    async def close(self) -> None:
        """Hang up."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        await self._connection.close()

    async def _serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[HeaderFields.member]
            if member == "Register":
                self.registered.append(message.body[0])
                await self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownInterface"))
            elif member == "Screenshot":
                await self._take(message)
            elif member == "Close":
                self.withdrawn.set()

    async def _take(self, message: Any) -> None:
        _, options = message.body
        self.asked.append(options)
        sender = message.header.fields[HeaderFields.sender]
        path = sender.removeprefix(":").replace(".", "_")
        handle = f"/org/freedesktop/portal/desktop/request/{path}/{options['handle_token'][1]}"
        await self._connection.send(new_method_return(message, "o", (handle,)))
        told = self._answer()
        if told is not None:
            emitter = DBusAddress(handle, interface=_REQUEST)
            signal = new_signal(emitter, "Response", "ua{sv}", told)
            signal.header.fields[HeaderFields.destination] = sender
            await self._connection.send(signal)

"""The part of a desktop's panel that programs with an icon turn to.

``python -m tests.servers.status_notifier_watcher`` takes lines from standard input: ``own`` and ``release`` the name,
``host`` and ``no-host`` say whether there is a tray, ``mute`` answers nothing from then on. It answers each with
``done``, and says ``asked`` or ``item NAME`` for what programs want of it.
"""

import asyncio
import sys

from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

NAME = "org.kde.StatusNotifierWatcher"
SELF = DBusAddress("/StatusNotifierWatcher", NAME, NAME)


class Watcher:
    """``has_host`` is what it says of the tray."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._has_host = True
        self._answers = True

    async def do(self, line: str) -> None:
        """Do what a line says."""
        match line:
            case "own":
                await self._bus.send(message_bus.RequestName(NAME))
            case "release":
                await self._bus.send(message_bus.ReleaseName(NAME))
            case "mute":
                self._answers = False
            case "host" | "no-host":
                self._has_host = line == "host"
                signal = "StatusNotifierHostRegistered" if self._has_host else "StatusNotifierHostUnregistered"
                await self._bus.send(new_signal(SELF, signal))
        say("done")

    async def answer(self, message: Message) -> None:
        """Answer what is asked of it."""
        fields = message.header.fields
        if message.header.message_type is not MessageType.method_call or not self._answers:
            return
        member = fields[HeaderFields.member]
        if member == "Get":
            await self._bus.send(new_method_return(message, "v", (("b", self._has_host),)))
            say("asked")
        elif member == "Introspect":
            await self._bus.send(new_method_return(message, "s", (INTROSPECTION,)))
        else:
            await self._bus.send(new_method_return(message))
            say(f"item {message.body[0]}" if member == "RegisterStatusNotifierItem" else member)


INTROSPECTION = f"""\
<node><interface name="{NAME}"><property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method></interface></node>"""


def say(line: str) -> None:
    """Tell whoever started it."""
    print(line, flush=True)  # noqa: T201 - what it says is what it is for


async def main() -> None:
    """Do what the lines say until there are no more."""
    bus = await open_dbus_connection()
    watcher = Watcher(bus)

    async def answer() -> None:
        while True:
            await watcher.answer(await bus.receive())

    answering = asyncio.create_task(answer())
    while line := await asyncio.to_thread(sys.stdin.readline):
        await watcher.do(line.strip())
    answering.cancel()
    await bus.close()


if __name__ == "__main__":
    asyncio.run(main())

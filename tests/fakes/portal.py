"""A desktop portal with global shortcuts, on a real bus. What it does wrong, and when, is for the test to say."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
SUCCESS, CANCELLED = 0, 1


@dataclass
class Manners:
    """How it behaves. ``silent`` methods are never answered; ``undecided`` ones get no response.

    ``property`` is the value of whatever property is asked for.
    """

    has_registry: bool = True
    chooses_handles: bool = False
    silent: set[str] = field(default_factory=set)
    undecided: set[str] = field(default_factory=set)
    codes: dict[str, int] = field(default_factory=dict)
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    property: tuple[str, Any] = ("u", 1)


class MockPortal:
    """The portal; ``async with`` it. It remembers what it was asked, and grants everything unless told otherwise."""

    def __init__(self, address: str, manners: Manners | None = None, name: str = NAME) -> None:
        self._address = address
        self._name = name
        self.manners = manners or Manners()
        self.calls: list[str] = []
        self.called = asyncio.Event()
        self.registered: list[str] = []
        self.bound: dict[str, dict[str, str]] = {}
        self.closed: list[str] = []
        self.owner = ""

    async def __aenter__(self) -> Self:
        self._connection: DBusConnection = await open_dbus_connection(self._address)
        self._task = asyncio.create_task(self._serve())
        await self._connection.send(message_bus.RequestName(self._name))
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.wait([self._task])
        await self._connection.close()

    # What the user does

    async def activate(self, shortcut: str, token: str = "", session: str = "", member: str = "Activated") -> None:
        """Press the keys of a shortcut."""
        options = {"activation_token": ("s", token)} if token else {}
        body = (session or self.session, shortcut, 1234, options)
        await self.signal(PATH, SHORTCUTS, member, "osta{sv}", body)

    async def end_session(self) -> None:
        """Take the shortcuts away."""
        await self.signal(self.session, "org.freedesktop.portal.Session", "Closed", "a{sv}", ({},))

    @property
    def session(self) -> str:
        """The newest session with shortcuts."""
        return list(self.bound)[-1]

    async def until_called(self, member: str) -> None:
        """Wait until this has been called."""
        async with asyncio.timeout(10):
            while member not in self.calls:
                self.called.clear()
                await self.called.wait()

    # What programs ask

    async def _serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                await self._answer(message)

    async def _answer(self, message: Message) -> None:
        fields = message.header.fields
        member, path = fields[HeaderFields.member], fields[HeaderFields.path]
        self.calls.append(member)
        self.called.set()
        if member in self.manners.silent:
            return
        if member == "Close":
            self.closed.append(path)
            self.bound.pop(path, None)
        elif member == "Register" and self.manners.has_registry:
            self.registered.append(message.body[0])
            await self._connection.send(new_method_return(message))
        elif member == "Get":
            await self._connection.send(new_method_return(message, "v", (self.manners.property,)))
        elif member in ("CreateSession", "BindShortcuts", "ListShortcuts"):
            await self._answer_request(message, member)
        else:
            await self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

    async def _answer_request(self, message: Message, member: str) -> None:
        sender = message.header.fields[HeaderFields.sender]
        options = message.body[-1]
        token = "portal_7" if self.manners.chooses_handles else options["handle_token"][1]
        place = sender.removeprefix(":").replace(".", "_")
        handle = f"{PATH}/request/{place}/{token}"
        results = self._do(member, message.body, f"{PATH}/session/{place}/")
        code = self.manners.codes.get(member, SUCCESS)
        if member not in self.manners.undecided:  # before the call returns: the hard case, which real portals allow
            body = (code, results if code == SUCCESS else {})
            await self.signal(handle, "org.freedesktop.portal.Request", "Response", "ua{sv}", body, sender)
        await self._connection.send(new_method_return(message, "o", (handle,)))

    def _do(self, member: str, body: tuple[Any, ...], sessions: str) -> dict[str, Any]:
        if member == "CreateSession":
            session = sessions + body[0]["session_handle_token"][1]
            granted: dict[str, Any] = {"session_handle": ("s", session)}
        else:
            session = body[0]
            if member == "BindShortcuts":
                assert session not in self.bound, "shortcuts are bound once in a session"
                self.bound[session] = {name: facts["preferred_trigger"][1] for name, facts in body[1]}
            listed = [
                (name, {"trigger_description": ("s", f"Press {keys}")}) for name, keys in self.bound[session].items()
            ]
            granted = {"shortcuts": ("a(sa{sv})", listed)}
        return self.manners.results.get(member, granted)

    async def signal(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...], to: str | None = None
    ) -> None:
        """Say something by itself."""
        message = new_signal(DBusAddress(path, interface=interface), member, signature, body)
        if to:
            message.header.fields[HeaderFields.destination] = to
        await self._connection.send(message)

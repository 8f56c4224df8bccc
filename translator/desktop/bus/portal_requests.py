"""How a portal is asked for something: the answer to a call comes later, as a signal of an object named for it.

https://flatpak.github.io/xdg-desktop-portal/docs/requests.html
"""

import asyncio
import secrets
from collections.abc import Mapping
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message

from translator.desktop.bus.session_bus import CallRefused, SessionBus

DESKTOP = DBusAddress("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop")
"""All portals are here; each is an interface of its own."""

_REQUEST = "org.freedesktop.portal.Request"
_MOST_KEPT = 32
_GIVEN_UP = 3


def option_in(options: object, name: str) -> str:
    """Return a text from a dictionary of variants; empty where it is not there, or no text."""
    value = value_of(options.get(name)) if isinstance(options, dict) else None
    return value if isinstance(value, str) else ""


def value_of(variant: object) -> object:
    """Return what is in a variant; None where it is none. What portals say is not trusted to be well formed."""
    return variant[1] if isinstance(variant, tuple) and len(variant) == 2 else None


class Dismissed(Exception):
    """The user said no, or the portal could not."""


def make_token() -> str:
    """Return the last part of a name that nobody else has."""
    return "translator_" + secrets.token_hex(8)


class PortalRequests:
    """The requests of one connection that are under way. ``patience`` is in seconds, for an answer to the call.

    ``portal`` is the one that is asked.
    """

    def __init__(self, bus: SessionBus, patience: float, portal: DBusAddress) -> None:
        self._bus = bus
        self._patience = patience
        self._portal = portal
        self._responses: dict[str, asyncio.Future[Any]] = {}

    async def ask(
        self, member: str, signature: str, *body: object, options: Mapping[str, Any], wait: float
    ) -> dict[str, Any]:
        """Call a method of the portal; return the results of its response, which may take ``wait`` seconds.

        Raises Dismissed, CallRefused and BusGone. Where it ends otherwise than by a response, the request is withdrawn,
        with the dialogue that it may have opened.
        """
        token = make_token()
        sender = self._bus.name.removeprefix(":").replace(".", "_")
        handle = f"{DESKTOP.object_path}/request/{sender}/{token}"
        self._responses[handle] = asyncio.get_running_loop().create_future()  # before the call: it may come first
        everything = {"handle_token": ("s", token), **options}
        try:
            (told,) = await self._bus.call(
                self._portal, member, signature + "a{sv}", *body, everything, patience=self._patience
            )
            handle = str(told)  # portals before 0.9 choose it themselves
            return await self._wait_for(handle, wait)
        except (CallRefused, asyncio.CancelledError):
            await self._bus.tell(DBusAddress(handle, DESKTOP.bus_name, _REQUEST), "Close")
            raise
        finally:
            self._responses.clear()

    async def _wait_for(self, handle: str, seconds: float) -> dict[str, Any]:
        try:
            async with asyncio.timeout(seconds):
                code, results = await self._response_to(handle)
        except TimeoutError as error:
            raise CallRefused("the portal does not answer") from error
        if code != 0:
            raise Dismissed(code)
        return dict(results)

    def hear(self, path: str, message: Message) -> None:
        """Take in a response."""
        is_one = message.header.fields.get(HeaderFields.signature) == "ua{sv}"
        if len(self._responses) >= _MOST_KEPT or not is_one:
            return
        response = self._response_to(path)
        if not response.done():
            response.set_result(message.body)

    def give_up(self) -> None:
        """Let whoever waits for a response believe it was dismissed."""
        for response in self._responses.values():
            if not response.done():
                response.set_result((_GIVEN_UP, {}))

    def _response_to(self, handle: str) -> asyncio.Future[Any]:
        loop = asyncio.get_running_loop()
        return self._responses.setdefault(handle, loop.create_future())

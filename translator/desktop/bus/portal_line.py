"""A connection on which one of the desktop's portals is asked for something, and says things by itself.

https://flatpak.github.io/xdg-desktop-portal/docs/api-reference.html
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, message_bus

from translator import APPLICATION_ID
from translator.desktop.bus.portal_requests import DESKTOP, PortalRequests
from translator.desktop.bus.session_bus import CallRefused, SessionBus

ANSWER_SECONDS = 5.0
"""How long a portal may take to answer a call."""
DIALOGUE_SECONDS = 600.0
"""How long the user may take to answer the desktop's dialogue."""

log = logging.getLogger(__name__)
_REGISTRY = DESKTOP.with_interface("org.freedesktop.host.portal.Registry")


def _ignore(_: object) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for an answer to a call, and for the user to answer the desktop's dialogue."""

    answer: float = ANSWER_SECONDS
    dialogue: float = DIALOGUE_SECONDS


@dataclass(frozen=True, slots=True)
class Listener:
    """What is called with the portal's signals, with its new name on the bus when it ends or starts, and at the end.

    The name is empty where it has ended; a new one knows nothing of us. ``gone`` is called when the bus is lost.
    """

    heard: Callable[[Message], None] = _ignore
    changed: Callable[[str], None] = _ignore
    gone: Callable[[], None] = lambda: None


class PortalLine:
    """The line to one portal. Only ``open`` makes it. Whatever asks raises BusGone and CallRefused."""

    def __init__(self, portal: DBusAddress, patience: Patience, listener: Listener) -> None:
        self._portal = portal
        self._patience = patience
        self._listener = listener
        self._bus: SessionBus
        self._requests: PortalRequests | None = None
        self._owner = ""
        self._knows_us = False

    @classmethod
    async def open(
        cls, address: str, portal: DBusAddress, patience: Patience, listener: Listener | None = None
    ) -> Self:
        """Connect to the bus at this address. The portal itself is asked nothing yet."""
        line = cls(portal, patience, listener or Listener())
        line._bus = await SessionBus.open(address, line._hear, line._lose, patience.answer)
        try:
            await line._subscribe()
        except BaseException:
            await line.close()
            raise
        return line

    async def ask(
        self, member: str, signature: str, *body: object, options: Mapping[str, Any], wait: float
    ) -> dict[str, Any]:
        """Call a method of the portal; return the results of its response, which may take ``wait`` seconds.

        Raises Dismissed, too. One is asked at a time.
        """
        await self._get_acquainted()
        self._requests = PortalRequests(self._bus, self._patience.answer, self._portal)
        return await self._requests.ask(member, signature, *body, options=options, wait=wait)

    async def tell(self, path: str, interface: str, member: str) -> None:
        """Call a method of one of the portal's objects without waiting for an answer."""
        await self._bus.tell(DBusAddress(path, DESKTOP.bus_name, interface), member)

    def give_up(self) -> None:
        """Let whoever waits for a response believe it was dismissed."""
        if self._requests is not None:
            self._requests.give_up()

    async def close(self) -> None:
        """Hang up."""
        await self._bus.close()

    async def _subscribe(self) -> None:
        signals = MatchRule(type="signal", sender=DESKTOP.bus_name, path_namespace=DESKTOP.object_path)
        restarts = MatchRule(type="signal", interface=message_bus.interface, member="NameOwnerChanged")
        restarts.add_arg_condition(0, DESKTOP.bus_name)
        for rule in (signals, restarts):
            await self._bus.subscribe(rule, self._patience.answer)

    async def _get_acquainted(self) -> None:
        """Say which application this is, before anything is asked; older portals find out by themselves."""
        while not self._knows_us:
            self._knows_us = True  # until another one is met, which may be meanwhile
            try:
                await self._introduce()
            except BaseException:
                self._knows_us = False
                raise

    async def _introduce(self) -> None:
        patience = self._patience.answer
        try:
            await self._bus.call(_REGISTRY, "Register", "sa{sv}", APPLICATION_ID, {}, patience=patience)
        except CallRefused as refused:
            log.info("Not registered with the portal: %s", refused)
        (self._owner,) = await self._bus.call(message_bus, "GetNameOwner", "s", DESKTOP.bus_name, patience=patience)

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        sender, member = fields.get(HeaderFields.sender), fields.get(HeaderFields.member)
        if sender == message_bus.bus_name and member == "NameOwnerChanged":
            self._meet(message.body[2])
        elif sender != self._owner:  # another program makes up what only the portal may say
            return
        elif member != "Response":
            self._listener.heard(message)
        elif self._requests is not None:
            self._requests.hear(fields[HeaderFields.path], message)

    def _meet(self, owner: str) -> None:
        """Take in that the portal has ended, or that a new one is there: it knows nothing of us."""
        self._owner, self._knows_us = owner, False
        self.give_up()
        self._listener.changed(owner)

    def _lose(self) -> None:
        self.give_up()
        self._listener.gone()

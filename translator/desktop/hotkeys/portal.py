"""Global shortcuts where only the desktop has them to give: the GlobalShortcuts portal of Wayland desktops.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, message_bus

from translator import APPLICATION_ID
from translator.desktop.hotkeys.portal_requests import (
    DESKTOP,
    GLOBAL_SHORTCUTS,
    Dismissed,
    PortalRequests,
    make_token,
)
from translator.desktop.hotkeys.portal_values import option_in, trigger_of, triggers_in
from translator.desktop.hotkeys.session_bus import BusGone, CallRefused, SessionBus
from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import Summons

NAME = "GlobalShortcuts portal"

ANSWER_SECONDS = 5.0
"""How long the portal may take to answer a call."""
DIALOGUE_SECONDS = 600.0
"""How long the user may take to answer the desktop's dialogue."""

log = logging.getLogger(__name__)
_REGISTRY = DESKTOP.with_interface("org.freedesktop.host.portal.Registry")
_SESSION = "org.freedesktop.portal.Session"
_PROPERTIES = DESKTOP.with_interface("org.freedesktop.DBus.Properties")


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for an answer to a call, and for the user to answer the desktop's dialogue."""

    answer: float = ANSWER_SECONDS
    dialogue: float = DIALOGUE_SECONDS


async def find_portal(address: str, patience: float = ANSWER_SECONDS) -> int:
    """Return the version of the portal on this bus; 0 where there is none, or it does not answer."""
    try:
        bus = await SessionBus.open(address, lambda _: None, lambda: None, patience)
    except BusGone:
        return 0
    try:
        (version,) = await bus.call(_PROPERTIES, "Get", "ss", GLOBAL_SHORTCUTS.interface, "version", patience=patience)
        return int(version[1])
    except (BusGone, CallRefused):
        return 0
    finally:
        await bus.close()


class PortalShortcuts:
    """The port ``Shortcuts`` by the portal. ``describe`` says what each is for: the desktop shows that to the user.

    The desktop may ask the user, and may give other keys than those that are wanted; it keeps what was chosen. So it is
    the desktop's settings where a shortcut is changed later.
    """

    def __init__(self, address: str, describe: Callable[[Summons], str], patience: Patience | None = None) -> None:
        self._address = address
        self._describe = describe
        self._patience = patience or Patience()
        self._pressed: Callable[[Summons, str], None] = lambda _summons, _activation: None
        self._wanted: Mapping[Summons, Chord] = {}
        self._bus: SessionBus | None = None
        self._requests: PortalRequests | None = None
        self._portal = ""
        self._knows_us = False
        self._session = ""
        self._one_at_a_time = asyncio.Lock()
        self._again: asyncio.Task[None] | None = None
        self._is_closed = False

    @property
    def name(self) -> str:
        """The way they are had."""
        return NAME

    @property
    def desktop_chooses(self) -> bool:
        """It does."""
        return True

    def listen(self, pressed: Callable[[Summons, str], None]) -> None:
        """Call this with each that is pressed, and with the desktop's activation token, or none."""
        self._pressed = pressed

    async def bind(self, wanted: Mapping[Summons, Chord]) -> Mapping[Summons, Bound]:
        """Ask the desktop for these instead of all others; return what became of each. The user may be asked first."""
        if self._requests is not None:
            self._requests.give_up()  # the user wants something else by now
        async with self._one_at_a_time:
            self._wanted = dict(wanted)
            return await self._bind_or_not()

    async def close(self) -> None:
        """Let go of all of them, and hang up."""
        self._is_closed = True
        if self._again is not None:
            self._again.cancel()
            await asyncio.wait([self._again])
        if self._requests is not None:
            self._requests.give_up()
        async with self._one_at_a_time:
            await self._close_session()
            bus, self._bus = self._bus, None
            if bus is not None:
                await bus.close()

    # Binding

    async def _bind_or_not(self) -> dict[Summons, Bound]:
        try:
            return await self._bind()
        except (BusGone, CallRefused, Dismissed) as error:
            log.info("No shortcuts from the portal: %r", error)
            await self._close_session()
            return dict.fromkeys(self._wanted, Bound(Outcome.IMPOSSIBLE))

    async def _bind(self) -> dict[Summons, Bound]:
        if self._is_closed:
            raise BusGone
        requests = await self._open()
        await self._close_session()  # shortcuts are bound once in a session, and go with it
        if not self._wanted:
            return {}
        self._session = session = await self._create_session(requests)
        results = await requests.ask(
            "BindShortcuts", "oa(sa{sv})s", session, self._described(), "", options={}, wait=self._patience.dialogue
        )
        triggers = triggers_in(results)
        if not triggers.keys() >= set(self._wanted):  # GNOME 48 to 50 may leave out what it has bound
            listed = await requests.ask("ListShortcuts", "o", session, options={}, wait=self._patience.answer)
            triggers = triggers_in(listed) | triggers
        return {
            summons: Bound(Outcome.BOUND, triggers[summons]) if summons in triggers else Bound(Outcome.IMPOSSIBLE)
            for summons in self._wanted
        }

    def _described(self) -> list[tuple[str, dict[str, Any]]]:
        return [
            (
                summons.value,
                {"description": ("s", self._describe(summons)), "preferred_trigger": ("s", trigger_of(chord))},
            )
            for summons, chord in self._wanted.items()
        ]

    async def _open(self) -> PortalRequests:
        """Connect where there is no connection, and get acquainted with the portal where it does not know us."""
        patience = self._patience.answer
        if self._bus is None or self._requests is None:
            bus = await SessionBus.open(self._address, self._hear, self._lose_bus, patience)
            self._bus, self._requests, self._knows_us = bus, PortalRequests(bus, patience), False
            signals = MatchRule(type="signal", sender=DESKTOP.bus_name, path_namespace=DESKTOP.object_path)
            await bus.subscribe(signals, patience)
            restarts = MatchRule(type="signal", interface=message_bus.interface, member="NameOwnerChanged")
            restarts.add_arg_condition(0, DESKTOP.bus_name)
            await bus.subscribe(restarts, patience)
        if not self._knows_us:
            await self._register(self._bus)
            (self._portal,) = await self._bus.call(
                message_bus, "GetNameOwner", "s", DESKTOP.bus_name, patience=patience
            )
            self._knows_us = True
        return self._requests

    async def _register(self, bus: SessionBus) -> None:
        """Say which application this is, before anything else is asked; older portals find out by themselves."""
        try:
            await bus.call(_REGISTRY, "Register", "sa{sv}", APPLICATION_ID, {}, patience=self._patience.answer)
        except CallRefused as refused:
            log.info("Not registered with the portal: %s", refused)

    async def _create_session(self, requests: PortalRequests) -> str:
        options = {"session_handle_token": ("s", make_token())}
        results = await requests.ask("CreateSession", "", options=options, wait=self._patience.answer)
        handle = option_in(results, "session_handle")
        if not handle.startswith(DESKTOP.object_path):
            raise CallRefused("no session")
        return handle

    async def _close_session(self) -> None:
        session, self._session = self._session, ""
        if session and self._bus is not None:
            await self._bus.tell(DBusAddress(session, DESKTOP.bus_name, _SESSION), "Close")

    # What the portal says by itself

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        sender, path, member = (
            fields.get(field) for field in (HeaderFields.sender, HeaderFields.path, HeaderFields.member)
        )
        if sender == message_bus.bus_name and member == "NameOwnerChanged":
            self._meet_portal(message.body[2])
        elif sender != self._portal:
            return
        elif member == "Response" and self._requests is not None:
            self._requests.hear(path, message)
        elif member == "Activated":
            self._hear_press(message.body)
        elif member == "Closed" and path == self._session:
            self._session = ""
            log.warning("The desktop has ended the global shortcuts")

    def _hear_press(self, body: tuple[Any, ...]) -> None:
        session, shortcut, _, options = body
        if session == self._session and shortcut in self._wanted:
            activation = option_in(options, "activation_token")
            asyncio.get_running_loop().call_soon(self._pressed, Summons(shortcut), activation)

    def _meet_portal(self, owner: str) -> None:
        """Take in that the portal has ended, or that a new one is there: it knows nothing of us."""
        self._portal, self._session, self._knows_us = owner, "", False
        if self._requests is not None:
            self._requests.give_up()
        if owner and not self._is_closed and (self._again is None or self._again.done()):
            self._again = asyncio.create_task(self._bind_again())

    async def _bind_again(self) -> None:
        """Ask a new portal for what the last one gave; where the user has been asked by it already, do nothing."""
        async with self._one_at_a_time:
            if not self._session and self._wanted:
                await self._bind_or_not()

    def _lose_bus(self) -> None:
        log.warning("The session bus has gone, and the global shortcuts with it")
        if self._requests is not None:
            self._requests.give_up()
        self._bus, self._requests, self._session = None, None, ""

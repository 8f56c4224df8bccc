"""Global shortcuts where only the desktop has them to give: the GlobalShortcuts portal of Wayland desktops.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

from jeepney import HeaderFields, Message

from translator.desktop.bus.portal_line import ANSWER_SECONDS, Listener, Patience, PortalLine
from translator.desktop.bus.portal_requests import DESKTOP, Dismissed, make_token, option_in
from translator.desktop.bus.session_bus import BusGone, CallRefused, SessionBus
from translator.desktop.hotkeys.portal.triggers import trigger_of, triggers_in
from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import Summons

NAME = "GlobalShortcuts portal"

log = logging.getLogger(__name__)
_GLOBAL_SHORTCUTS = DESKTOP.with_interface("org.freedesktop.portal.GlobalShortcuts")
_SESSION = "org.freedesktop.portal.Session"
_PROPERTIES = DESKTOP.with_interface("org.freedesktop.DBus.Properties")


async def find_portal(address: str, patience: float = ANSWER_SECONDS) -> int:
    """Return the version of the portal on this bus; 0 where there is none, or it does not answer."""
    try:
        bus = await SessionBus.open(address, lambda _: None, lambda: None, patience)
    except BusGone:
        return 0
    try:
        (version,) = await bus.call(_PROPERTIES, "Get", "ss", _GLOBAL_SHORTCUTS.interface, "version", patience=patience)
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
        self._line: PortalLine | None = None
        self._session = ""
        self._one_at_a_time = asyncio.Lock()
        self._again: asyncio.Task[None] | None = None
        self._is_unasked = False
        """Whether a portal has been met that nothing was asked of."""
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
        if self._line is not None:
            self._line.give_up()  # the user wants something else by now
        async with self._one_at_a_time:
            self._wanted = dict(wanted)
            return await self._bind_or_not()

    async def close(self) -> None:
        """Let go of all of them, and hang up."""
        self._is_closed = True
        if self._again is not None:
            self._again.cancel()
            await asyncio.wait([self._again])
        if self._line is not None:
            self._line.give_up()
        async with self._one_at_a_time:
            await self._close_session()
            line, self._line = self._line, None
            if line is not None:
                await line.close()

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
        line = await self._open()
        await self._close_session()  # shortcuts are bound once in a session, and go with it
        if not self._wanted:
            return {}
        self._session = session = await self._create_session(line)
        if self._is_closed:  # by whoever waits for this, and not for the user's answer
            raise BusGone
        results = await line.ask(
            "BindShortcuts", "oa(sa{sv})s", session, self._described(), "", options={}, wait=self._patience.dialogue
        )
        triggers = triggers_in(results)
        if not triggers.keys() >= set(self._wanted):  # GNOME 48 to 50 may leave out what it has bound
            listed = await line.ask("ListShortcuts", "o", session, options={}, wait=self._patience.answer)
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

    async def _open(self) -> PortalLine:
        """Connect where there is no connection."""
        if self._line is None:
            listener = Listener(self._hear, self._meet_portal, self._lose_bus)
            self._line = await PortalLine.open(self._address, _GLOBAL_SHORTCUTS, self._patience, listener)
        return self._line

    async def _create_session(self, line: PortalLine) -> str:
        options = {"session_handle_token": ("s", make_token())}
        results = await line.ask("CreateSession", "", options=options, wait=self._patience.answer)
        handle = option_in(results, "session_handle")
        if not handle.startswith(DESKTOP.object_path):
            raise CallRefused("no session")
        return handle

    async def _close_session(self) -> None:
        session, self._session = self._session, ""
        if session and self._line is not None:
            await self._line.tell(session, _SESSION, "Close")

    # What the portal says by itself

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        member, signature = fields.get(HeaderFields.member), fields.get(HeaderFields.signature)
        if member == "Activated" and signature == "osta{sv}":
            self._hear_press(message.body)
        elif member == "Closed" and fields.get(HeaderFields.path) == self._session:
            self._session = ""
            log.warning("The desktop has ended the global shortcuts")

    def _hear_press(self, body: tuple[Any, ...]) -> None:
        session, shortcut, _, options = body
        if session == self._session and shortcut in self._wanted:
            activation = option_in(options, "activation_token")
            asyncio.get_running_loop().call_soon(self._pressed, Summons(shortcut), activation)

    def _meet_portal(self, owner: str) -> None:
        """Take in that the portal has ended, or that a new one is there, which has given us nothing yet."""
        self._session, self._is_unasked = "", bool(owner)
        if owner and not self._is_closed and (self._again is None or self._again.done()):
            self._again = asyncio.create_task(self._bind_again())

    async def _bind_again(self) -> None:
        """Ask a new portal for what the last one gave; where the user has been asked by it already, do nothing."""
        async with self._one_at_a_time:
            while self._is_unasked and not self._session and self._wanted:  # another one may be there by now
                self._is_unasked = False
                await self._bind_or_not()

    def _lose_bus(self) -> None:
        log.warning("The session bus has gone, and the global shortcuts with it")
        self._line, self._session = None, ""

"""Motion on Linux desktops: what the Settings portal says of it.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html. Older desktops do not have
the key that is meant for it; GNOME and KDE hand on their own there.
"""

import asyncio
import logging
from contextlib import suppress

from jeepney import HeaderFields, MatchRule, Message

from translator.desktop.bus.portal_requests import DESKTOP
from translator.desktop.bus.session_bus import BusGone, CallRefused, SessionBus
from translator.desktop.motion.wishes import NAMESPACES, Wishes

ANSWER_SECONDS = 5.0
"""How long the portal may take to answer."""

log = logging.getLogger(__name__)
_SETTINGS = DESKTOP.with_interface("org.freedesktop.portal.Settings")
_CHANGED = "SettingChanged"


class PortalMotion:
    """Asks once, and hears of changes. Without a bus or a portal, things move. ``address`` is the session bus'."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._wishes = Wishes()
        self._gone = asyncio.Event()

    @property
    def is_reduced(self) -> bool:
        """Whether any of the desktop's settings says so."""
        return self._wishes.is_reduced

    async def watch(self) -> None:
        """Ask, and hear of changes until this is cancelled, or nobody is left who would tell of any."""
        try:
            bus = await SessionBus.open(self._address, self._hear, self._gone.set, ANSWER_SECONDS)
        except BusGone as error:
            log.info("Nobody says how much is to move: %s", error)
            return
        try:
            with suppress(BusGone):
                await self._follow(bus)
        except CallRefused as error:
            log.info("The desktop does not say how much is to move: %s", error)
        finally:
            await bus.close()

    async def _follow(self, bus: SessionBus) -> None:
        changes = MatchRule(
            type="signal", sender=_SETTINGS.bus_name, interface=_SETTINGS.interface, member=_CHANGED,
        )  # fmt: skip
        await bus.subscribe(changes, ANSWER_SECONDS)
        answer = await bus.call(_SETTINGS, "ReadAll", "as", list(NAMESPACES), patience=ANSWER_SECONDS)
        self._wishes.take_all(next(iter(answer), None))
        await self._gone.wait()

    def _hear(self, message: Message) -> None:
        if message.header.fields.get(HeaderFields.member) == _CHANGED and len(message.body) == 3:
            self._wishes.take(*message.body)

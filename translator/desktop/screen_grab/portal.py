"""A picture of a part of the screen where only the desktop can make one: the Screenshot portal of Wayland desktops.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html
"""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jeepney import HeaderFields, MatchRule, Message, message_bus
from PySide6.QtGui import QImageReader

from translator import APPLICATION_ID
from translator.desktop.hotkeys.portal_requests import DESKTOP, Dismissed, PortalRequests
from translator.desktop.hotkeys.portal_values import option_in
from translator.desktop.hotkeys.session_bus import BusGone, CallRefused, SessionBus
from translator.surroundings.copied import CannotGrab
from translator.surroundings.picture import Picture

ANSWER_SECONDS = 5.0
"""How long the portal may take to answer a call."""
DIALOGUE_SECONDS = 600.0
"""How long the user may take to choose a part of the screen."""
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""

SCREENSHOT = DESKTOP.with_interface("org.freedesktop.portal.Screenshot")
_REGISTRY = DESKTOP.with_interface("org.freedesktop.host.portal.Registry")
_CANCELLED = 1


class PortalGrab:
    """The port ``ScreenGrab`` by the portal: the desktop itself lets the user choose a part of the screen.

    ``address`` is that of the session bus. A connection lasts as long as one picture takes.
    """

    def __init__(self, address: str, answer: float = ANSWER_SECONDS, dialogue: float = DIALOGUE_SECONDS) -> None:
        self._address = address
        self._answer = answer
        self._dialogue = dialogue

    async def grab(self) -> Picture | None:
        """Return what the user chose, None where that was nothing. Raises CannotGrab."""
        try:
            place = await self._ask()
        except Dismissed as dismissed:
            if dismissed.args == (_CANCELLED,):
                return None
            raise CannotGrab from dismissed
        except (BusGone, CallRefused) as error:
            raise CannotGrab(str(error)) from error
        return await asyncio.to_thread(_take, place)

    async def _ask(self) -> str:
        """Return the address of the file that the desktop has made."""
        ears = _Ears()
        bus = await SessionBus.open(self._address, ears.hear, ears.lose_bus, self._answer)
        try:
            requests = ears.requests = PortalRequests(bus, self._answer, SCREENSHOT)
            await bus.subscribe(
                MatchRule(type="signal", sender=DESKTOP.bus_name, path_namespace=DESKTOP.object_path), self._answer
            )
            await self._register(bus)
            (ears.portal,) = await bus.call(message_bus, "GetNameOwner", "s", DESKTOP.bus_name, patience=self._answer)
            options: dict[str, Any] = {"interactive": ("b", True), "modal": ("b", True)}
            results = await requests.ask("Screenshot", "s", "", options=options, wait=self._dialogue)
            return option_in(results, "uri")
        finally:
            await bus.close()

    async def _register(self, bus: SessionBus) -> None:
        """Say which application this is; older portals find out by themselves."""
        try:
            await bus.call(_REGISTRY, "Register", "sa{sv}", APPLICATION_ID, {}, patience=self._answer)
        except CallRefused:
            return


class _Ears:
    """Hears the portal's response."""

    def __init__(self) -> None:
        self.portal = ""
        self.requests: PortalRequests | None = None

    def hear(self, message: Message) -> None:
        fields = message.header.fields
        is_ours = fields.get(HeaderFields.sender) == self.portal and fields.get(HeaderFields.member) == "Response"
        if is_ours and self.requests is not None:
            self.requests.hear(fields.get(HeaderFields.path), message)

    def lose_bus(self) -> None:
        if self.requests is not None:
            self.requests.give_up()


def _take(address: str) -> Picture:
    """Return the picture in that file, which was made for us alone, and remove it. Raises CannotGrab."""
    parts = urlsplit(address)
    if parts.scheme != "file" or not parts.path:
        raise CannotGrab
    path = Path(unquote(parts.path))
    try:
        if not path.is_file():
            raise CannotGrab
        reader = QImageReader(str(path))
        size, kind = reader.size(), bytes(reader.format().data()).decode("ascii", "replace")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        if not size.isValid():  # whatever it is, no picture was made for us there
            raise CannotGrab
        path.unlink()
    except OSError as fault:
        raise CannotGrab(fault.strerror or "") from fault
    if len(content) > LARGEST_FILE:
        raise CannotGrab
    return Picture(content, size.width(), size.height(), f"image/{kind}")

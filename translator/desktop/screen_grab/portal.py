"""A picture of a part of the screen where only the desktop can make one: the Screenshot portal of Wayland desktops.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html
"""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from PySide6.QtGui import QImageReader

from translator.desktop.bus.portal_line import Patience, PortalLine
from translator.desktop.bus.portal_requests import DESKTOP, Dismissed, option_in
from translator.desktop.bus.session_bus import BusGone, CallRefused
from translator.surroundings.copied import CannotGrab
from translator.surroundings.picture import Picture

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""

_SCREENSHOT = DESKTOP.with_interface("org.freedesktop.portal.Screenshot")
_CANCELLED = 1


class PortalGrab:
    """The port ``ScreenGrab`` by the portal: the desktop itself lets the user choose a part of the screen.

    ``address`` is that of the session bus. A connection lasts as long as one picture takes.
    """

    def __init__(self, address: str, patience: Patience | None = None) -> None:
        self._address = address
        self._patience = patience or Patience()

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
        line = await PortalLine.open(self._address, _SCREENSHOT, self._patience)
        try:
            options: dict[str, Any] = {"interactive": ("b", True), "modal": ("b", True)}
            results = await line.ask("Screenshot", "s", "", options=options, wait=self._patience.dialogue)
            return option_in(results, "uri")
        finally:
            await line.close()


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

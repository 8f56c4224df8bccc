"""What choosing a part of the screen needs of the desktop: a port apart from the others, as it deals in Qt's images."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QImage, QScreen

from translator.surroundings.picture import Picture


class ScreenGrab(Protocol):
    """Pictures of the screens."""

    async def grab(self) -> Sequence[tuple[QScreen, QImage]] | Picture | None:
        """Return what each screen shows now, in device pixels.

        Where the desktop itself lets the user choose a part of the screen, return that part, or None where the user
        chose nothing. Raises CannotGrab, and NotAllowed until the user has allowed it in the system's settings.
        """
        ...

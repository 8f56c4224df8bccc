"""Pictures of the screens through Qt: X11 and Windows, and macOS once it is allowed there.

On X11, too, Qt was measured to give each screen's own pixels at mixed and fractional scales, off by none; so nothing
is gained by asking the X server ourselves.
"""

import asyncio

from PySide6.QtGui import QGuiApplication, QImage, QScreen

from translator.surroundings.copied import CannotGrab

WHOLE_SCREEN = 0
"""The window that Qt takes for all of a screen."""


class QtGrab:
    """The port ``ScreenGrab`` by QScreen.grabWindow. A screen of 4K takes a tenth of a second on X11."""

    async def grab(self) -> list[tuple[QScreen, QImage]]:
        """Return what each screen shows now, in device pixels. Raises CannotGrab."""
        grabbed = []
        for screen in QGuiApplication.screens():
            image = screen.grabWindow(WHOLE_SCREEN).toImage()
            if image.isNull():
                raise CannotGrab
            grabbed.append((screen, image))
            await asyncio.sleep(0)
        if not grabbed:
            raise CannotGrab
        return grabbed

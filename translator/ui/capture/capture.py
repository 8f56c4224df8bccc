"""Lets the user choose a part of the screen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor, QGuiApplication, QImage

from translator.surroundings.picture import Picture
from translator.ui.capture.fitting import of_content, of_image
from translator.ui.capture.overlay import RegionOverlay

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QScreen

    from translator.ui.capture.presenter import Load
    from translator.ui.capture.screen_grab import ScreenGrab
    from translator.ui.look.theme import Theme

SETTLING_SECONDS = 0.15
"""So long other programs have to draw what a window of ours had covered."""


class Capture:
    """Shows the screens as they are, dimmed, and returns what is drawn on them.

    ``make_way`` takes what is ours from the screen before it is looked at, and returns whether there was anything.
    """

    def __init__(
        self, theme: Theme, grab: ScreenGrab, make_way: Callable[[], bool] = lambda: False,
        settling: float = SETTLING_SECONDS,
    ) -> None:  # fmt: skip
        self._theme = theme
        self._grab = grab
        self._make_way = make_way
        self._settling = settling
        self._is_open = False

    async def region(self, make_way: Callable[[], bool] | None = None) -> Load | None:
        """Return what loads the part of the screen that the user chooses; None where it was cancelled.

        ``make_way`` takes the place of the usual one. While one is being chosen, a second call returns None.
        Raises CannotGrab, and NotAllowed until the user has allowed it in the system's settings.
        """
        if self._is_open:
            return None
        self._is_open = True
        try:
            if (make_way or self._make_way)():
                await asyncio.sleep(self._settling)
            grabbed = await self._grab.grab()
            if grabbed is None:
                return None
            if isinstance(grabbed, Picture):
                return of_content(grabbed)
            image = await self._choose(grabbed)
            return None if image.isNull() else of_image(image)
        finally:
            self._is_open = False

    async def _choose(self, screens: Sequence[tuple[QScreen, QImage]]) -> QImage:
        """Return what is drawn on one of the screens; an empty image where it is cancelled."""
        chosen: asyncio.Future[QImage] = asyncio.get_running_loop().create_future()
        overlays = [RegionOverlay(self._theme, screen, image) for screen, image in screens]

        def settle(image: QImage) -> None:
            if not chosen.done():
                chosen.set_result(image)

        for overlay in overlays:
            overlay.begun.connect(lambda drawn_on=overlay: _clear_others(overlays, drawn_on))
            overlay.chosen.connect(lambda drawn_on=overlay: settle(drawn_on.cropped()))
            overlay.cancelled.connect(lambda: settle(QImage()))
        try:
            _show(overlays)
            return await chosen
        finally:
            for overlay in overlays:
                overlay.close()
                overlay.deleteLater()


def _show(overlays: Sequence[RegionOverlay]) -> None:
    """Show them, and give the keyboard to the one that the pointer is on."""
    for overlay in overlays:
        overlay.showFullScreen()
    # Not by QWidget.screen(): PySide lets the screen go with the widget that was asked for it.
    screen_at = QGuiApplication.screenAt
    under = screen_at(QCursor.pos())
    first = next((overlay for overlay in overlays if screen_at(overlay.geometry().center()) is under), overlays[0])
    first.raise_()
    first.activateWindow()
    first.setFocus()


def _clear_others(overlays: Sequence[RegionOverlay], drawn_on: RegionOverlay) -> None:
    for overlay in overlays:
        if overlay is not drawn_on:
            overlay.clear()

"""Pictures in the window: pasted, dropped, opened, or drawn on the screen; their text goes into the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.i18n import tr
from translator.surroundings.copied import CannotRead, NotAllowed
from translator.ui.capture.fitting import is_picture_file, of_content, of_file, of_image
from translator.ui.capture.presenter import PicturePresenter, PictureSteps
from translator.ui.capture.source_reading import SourceReading
from translator.ui.capture.words import explain_ungrabbed
from translator.ui.loop.tasks import Tasks
from translator.ui.vocabulary import Action

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from translator.settings import Price, Service
    from translator.surroundings.picture import Picture
    from translator.translation.request import Usage
    from translator.ui.capture.capture import Capture
    from translator.ui.capture.screen import PictureReaders, PictureShown
    from translator.ui.capture.source_reading import SourceSteps
    from translator.ui.translate.screen import Screen
    from translator.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class PictureNeeds:
    """What reading pictures needs of the program.

    ``service`` returns the service in use, ``price_of`` what a model of it costs. ``translate`` translates the source;
    it is given what reading that from a picture took.
    """

    readers: PictureReaders
    service: Callable[[], Service]
    price_of: Callable[[Service, str], Price | None]
    steps: PictureSteps
    translate: Callable[[Usage], None]


class WindowPictures:
    """Joins the window's controls to the presenter that reads pictures."""

    def __init__(
        self, window: MainWindow, screen: Screen, steps: SourceSteps, needs: PictureNeeds, capture: Capture
    ) -> None:  # fmt: skip
        self._window = window
        self._screen = screen
        self._steps = steps
        self._translate = needs.translate
        self._capture = capture
        self._tasks = Tasks()
        self._shown: SourceReading | None = None
        self._presenter = PicturePresenter(self._begin, needs.readers, needs.service, needs.price_of, needs.steps)
        source = window.view.source
        source.editor.image_dropped.connect(self.take_image)
        for button in (source.region_tool, source.region_button):
            button.clicked.connect(self.draw_region)
        window.actions_.region.triggered.connect(self.draw_region)
        window.escape_pressed.connect(self.stop)

    @property
    def is_reading(self) -> bool:
        """Whether a picture is being read."""
        return self._presenter.is_reading

    def take(self, picture: Picture) -> None:
        """Read a picture from the clipboard."""
        self._presenter.read(of_content(picture))

    def take_image(self, image: QImage) -> None:
        """Read a picture that was dropped."""
        self._presenter.read(of_image(image))

    def take_file(self, path: Path) -> bool:
        """Read a file, if it is a picture by its name; return whether it is."""
        if not is_picture_file(path):
            return False
        self._presenter.read(of_file(path))
        return True

    def draw_region(self) -> None:
        """Let a part of the screen be drawn, and read it. The window is out of the way meanwhile."""
        if not self._tasks.is_running("region"):
            self._tasks.start("region", self._draw())

    def stop(self) -> bool:
        """Stop reading, as the user asks, and return whether one was being read. What has come of it stays."""
        return self._shown is not None and self._shown.let_go()

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()
        await self._presenter.close()

    async def _draw(self) -> None:
        window = self._window
        was_visible, place = window.isVisible(), window.pos()

        def make_way() -> bool:
            window.hide()
            return was_visible

        try:
            load = await self._capture.region(make_way)
        except CannotRead as problem:
            again = [Action(tr("Try again"), "captureAgainButton", self.draw_region)]
            allowed = isinstance(problem, NotAllowed)
            self._screen.show_source_notice(explain_ungrabbed(problem), "warning", again if allowed else [])
        else:
            if load is not None:
                self._presenter.read(load)
        finally:
            if was_visible:
                if not window.isMaximized():
                    window.move(place)  # said anew: window managers put a window that was hidden where they like
                window.show()
                window.raise_()
                window.activateWindow()

    def _begin(self, unwanted: Callable[[], None]) -> PictureShown:
        if self._shown is not None:
            self._shown.is_wanted = False
        self._shown = SourceReading(self._screen, self._steps, unwanted, self._translate)
        return self._shown

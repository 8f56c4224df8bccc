"""The text in pictures: of the clipboard, of files, and of a part of the screen, read into the popup."""

from translator.desktop.screen_grab.find import find_screen_grab
from translator.opening import Opening
from translator.running_window import RunningWindow
from translator.surroundings.copied import CannotRead
from translator.surroundings.picture import Picture
from translator.surroundings.summons import Summons
from translator.ui.capture.capture import Capture
from translator.ui.capture.fitting import of_content
from translator.ui.capture.presenter import PicturePresenter, PictureSteps
from translator.ui.popup.opener import PopupDesk
from translator.ui.tasks import Tasks
from translator.workings import Workings


class Pictures:
    """Has pictures read into the popup, and lets the user choose a part of the screen for one."""

    def __init__(self, opening: Opening, workings: Workings, running: RunningWindow, popup: PopupDesk) -> None:
        self._popup = popup
        self._tasks = Tasks()
        self._capture = Capture(opening.theme, find_screen_grab(), self._make_way)
        settings, window = running.do.settings, opening.window

        def open_page(page: str) -> None:
            window.bring_back()
            settings.open(page)

        def open_picture_model() -> None:
            window.bring_back()
            settings.open_picture_model()

        def open_model() -> None:
            window.bring_back()
            settings.open_model()

        def open_key() -> None:
            window.bring_back()
            settings.open_key()

        steps = PictureSteps(
            translate=self._translate,
            choose_picture_model=open_picture_model,
            choose_model=open_model,
            enter_key=open_key,
            open_settings=lambda: open_page("services"),
            open_budget=lambda: open_page("usage"),
        )
        self.reading = PicturePresenter(
            popup.begin_reading_picture, workings.engines, lambda: workings.preferences.service,
            workings.books.prices.price_of, steps,
        )  # fmt: skip

    def read(self, picture: Picture) -> None:
        """Read this one."""
        self.reading.read(of_content(picture))

    def choose_region(self) -> None:
        """Let the user choose a part of the screen, and read that."""
        self._tasks.start("region", self._choose_region())

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()
        await self.reading.close()

    def _translate(self) -> None:
        self._popup.popup.presenter.translate()

    async def _choose_region(self) -> None:
        try:
            load = await self._capture.region()
        except CannotRead as problem:
            self._popup.show_problem(problem, Summons.REGION, self.choose_region)
        else:
            if load is not None:
                self.reading.read(load)

    def _make_way(self) -> bool:
        """Take the popup from the screen, which would stand in the picture."""
        was_open = self._popup.is_open
        if was_open:
            self._popup.popup.presenter.close()
        return was_open

"""The text in pictures, read into the popup: of the clipboard, and of a part of the screen."""

from translator.running.opening import Opening
from translator.running.picture_reading import picture_steps
from translator.running.resident.calls import remember_front
from translator.running.workings import Workings
from translator.surroundings.copied import CannotRead
from translator.surroundings.picture import Picture
from translator.surroundings.summons import Summons
from translator.ui.capture.fitting import of_content
from translator.ui.capture.presenter import PicturePresenter
from translator.ui.desktop_ports import ProgramInFront
from translator.ui.guide.opener import GuideOpener
from translator.ui.loop.tasks import Tasks
from translator.ui.popup.opener import PopupDesk
from translator.ui.settings.opener import SettingsOpener


class PopupPictures:
    """Has pictures read into the popup, and lets the user choose a part of the screen for one."""

    def __init__(
        self, opening: Opening, workings: Workings, settings: SettingsOpener, guide: GuideOpener, popup: PopupDesk,
        front: ProgramInFront,
    ) -> None:  # fmt: skip
        self._popup = popup
        self._front = front
        self._bring_back = opening.window.bring_back
        self._preferences = workings.preferences
        self._capture = workings.capture
        self._tasks = Tasks()
        self._reading = PicturePresenter(
            popup.begin_reading_picture, workings.engines, lambda: workings.preferences.service,
            workings.books.prices.price_of, picture_steps(settings, guide, self._translate, self._lead_to_window),
        )  # fmt: skip

    def read(self, picture: Picture) -> None:
        """Read this one, where something has been chosen that can."""
        if self._preferences.is_first_run:
            self._popup.ask_for_service()
        else:
            self._reading.read(of_content(picture))

    def choose_region(self) -> None:
        """Let the user choose a part of the screen, and read that; where nothing can read it, not in vain."""
        if self._preferences.is_first_run:
            remember_front(self._popup, self._front)
            self._popup.ask_for_service()
        elif not self._tasks.is_running("region"):
            remember_front(self._popup, self._front)  # before anything of ours is in front
            self._tasks.start("region", self._choose_region())

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()
        await self._reading.close()

    async def _choose_region(self) -> None:
        try:
            load = await self._capture.region(self._make_way)
        except CannotRead as problem:
            self._popup.show_problem(problem, Summons.REGION, self.choose_region)
        else:
            if load is not None:
                self._reading.read(load)

    def _make_way(self) -> bool:
        """Take the popup from the screen, which would stand in the picture."""
        was_open = self._popup.is_open
        if was_open:
            self._popup.popup.presenter.close()
        return was_open

    def _lead_to_window(self) -> None:
        """Bring the window to the front, with what has been read so far."""
        self._popup.popup.presenter.to_window.make_way()
        self._bring_back()

    def _translate(self) -> None:
        self._popup.popup.presenter.translate()

"""The presenters of the panes among fakes."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.detector import FakeDetector
from tests.fakes.screen import FakeScreen
from tests.fakes.translator import FakeCurrentService, ScriptedTranslator, Step, completed
from tests.support.waiting import settle
from translator.language.tag import LanguageTag
from translator.storage.atomic_file import write_for_anyone
from translator.translation.request import Action, Began, Completed, TextAdded, Translation
from translator.translation.spending.estimate import Estimate
from translator.ui.translate.editing.editing import Editing
from translator.ui.translate.editing.incoming import Incoming
from translator.ui.translate.editing.outgoing import Outgoing
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.rests import Rests
from translator.ui.translate.running.ending import Endings, NextSteps
from translator.ui.translate.running.waiting import Clock

BEGINNING = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
NO_REST = Rests(count=0, translate=0, stop=3600, say=0)
NAMES = {"de": "German", "en-US": "English", "es": "Spanish", "fr": "French"}


def tag(text: str) -> LanguageTag:
    return LanguageTag.parse(text)


class FakeTime:
    """A clock that stands still until it is told to go on, and lets sleepers sleep until then."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.clock = Clock(lambda: self.seconds, self.now, self._sleep)
        self._sleepers: list[tuple[float, asyncio.Event]] = []

    @property
    def sleepers(self) -> int:
        """How many sleep."""
        return len(self._sleepers)

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=self.seconds)

    def after(self, seconds: float) -> datetime:
        """The time so many seconds from now."""
        return self.now() + timedelta(seconds=seconds)

    async def go_on(self, seconds: float) -> None:
        """Let time pass, and what was waiting for it happen."""
        end = self.seconds + seconds
        while due := [sleeper for sleeper in self._sleepers if sleeper[0] <= end]:
            self.seconds, waker = min(due, key=lambda sleeper: sleeper[0])
            waker.set()
            await settle()
        self.seconds = end

    async def _sleep(self, seconds: float) -> None:
        sleeper = (self.seconds + seconds, asyncio.Event())
        self._sleepers.append(sleeper)
        try:
            await sleeper[1].wait()
        finally:
            self._sleepers.remove(sleeper)


class FakeCosts:
    """Costs what a test says; ``asked`` lists what it was asked for."""

    def __init__(self) -> None:
        self.cost: float | None = None
        self.asked: list[Estimate] = []

    def cost_of(self, estimate: Estimate) -> float | None:
        self.asked.append(estimate)
        return self.cost


class Room:
    """A person before two panes, whose system speaks German unless a test says otherwise.

    ``done`` lists the buttons that were pressed.
    """

    def __init__(
        self, *runs: Sequence[Step], rests: Rests = NO_REST, system: str = "de", action: Action = Action.WINDOW
    ) -> None:  # fmt: skip
        self.screen = FakeScreen()
        self.languages = LanguageChoice(tag(system))
        self.languages.use_detector(FakeDetector(hello="en", hallo="de", hola="es"))
        self.translator = ScriptedTranslator(*runs)
        self.current = FakeCurrentService(self.translator)
        self.done: list[str] = []
        self.endings = Endings(self.screen, lambda tag: NAMES.get(str(tag), str(tag)))
        self.endings.offer(NextSteps(**{name: self._button(name) for name in NextSteps.__slots__}))
        self.time = FakeTime()
        self.costs = FakeCosts()
        self.presenter = TranslatePresenter(
            self.screen, self.languages, self.current, self.endings, self.costs, self.time.clock, rests, action
        )
        self.clipboard = FakeClipboard()
        self.ticks: list[bool] = []
        self.editing = Editing(self.screen, self.languages, self.presenter)
        self.incoming = Incoming(self.screen, self.editing, self.presenter, self.clipboard)
        self.outgoing = Outgoing(self.screen, self.presenter, self.clipboard, self.ticks.append, write_for_anyone)
        self.screen.edited = self._edited

    def _button(self, name: str):
        return lambda: self.done.append(name)

    def _edited(self) -> None:
        self.editing.follow_edit()
        self.presenter.follow_edit()

    async def translate(self, text: str) -> None:
        """Type, ask, and see how it goes as far as nothing has to be waited for."""
        self.screen.source = text
        self.presenter.translate()
        await settle()

    async def close(self) -> None:
        await self.incoming.close()
        await self.outgoing.close()
        await self.presenter.close()


def room_that_waits(*, rests: Rests = NO_REST) -> tuple[Room, asyncio.Event]:
    """Return a room in which the first translation stands still after its first words, until the gate opens."""
    gate = asyncio.Event()
    first = [Began([(0, 5)]), TextAdded("Hal", 0), gate, TextAdded("lo", 0), Completed(Translation("Hallo"))]
    return Room(first, completed("Zweite"), rests=rests), gate

"""The presenters of the panes among fakes."""

from collections.abc import Sequence

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.detector import FakeDetector
from tests.fakes.screen import FakeScreen
from tests.fakes.translator import FakeCurrentService, ScriptedTranslator, Step
from tests.ui.waiting import settle
from translator.language.tag import LanguageTag
from translator.storage.atomic_file import write_for_anyone
from translator.ui.translate.editing import Editing
from translator.ui.translate.ending import Endings, NextSteps
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.presenter import Rests, TranslatePresenter

NO_REST = Rests(count=0, translate=0, stop=3600)
NAMES = {"de": "German", "en-US": "English", "es": "Spanish", "fr": "French"}


def tag(text: str) -> LanguageTag:
    return LanguageTag.parse(text)


class Room:
    """A person before two panes, whose system speaks German unless a test says otherwise.

    ``done`` lists the buttons that were pressed.
    """

    def __init__(self, *runs: Sequence[Step], rests: Rests = NO_REST, system: str = "de") -> None:
        self.screen = FakeScreen()
        self.languages = LanguageChoice(tag(system))
        self.languages.use_detector(FakeDetector(hello="en", hallo="de", hola="es"))
        self.translator = ScriptedTranslator(*runs)
        self.current = FakeCurrentService(self.translator)
        self.done: list[str] = []
        self.endings = Endings(self.screen, lambda tag: NAMES.get(str(tag), str(tag)))
        self.endings.offer(NextSteps(**{name: self._button(name) for name in NextSteps.__slots__}))
        self.now = 0.0
        self.presenter = TranslatePresenter(
            self.screen, self.languages, self.current, self.endings, lambda: self.now, rests
        )
        self.clipboard = FakeClipboard()
        self.ticks: list[bool] = []
        self.editing = Editing(
            self.screen, self.languages, self.presenter, self.clipboard, self.ticks.append, write_for_anyone
        )
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
        await self.editing.close()
        await self.presenter.close()

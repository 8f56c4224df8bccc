"""The popup's presenters among fakes, without any widget."""

from collections.abc import Sequence

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.detector import FakeDetector
from tests.fakes.popup_screen import FakePopupScreen
from tests.fakes.program_in_front import FakeProgramInFront
from tests.fakes.teaching import FakeTeaching
from tests.fakes.translator import FakeCurrentService, ScriptedTranslator, Step
from tests.support.waiting import settle
from tests.ui.popup.stage import BOX, CHOSEN, Window, tag
from tests.ui.translate.room import NAMES, NO_REST, FakeTime
from translator.settings import Settings
from translator.translation.request import Action
from translator.ui.popup.delivery import Delivery
from translator.ui.popup.languages import PopupLanguages
from translator.ui.popup.neighbours import Neighbours
from translator.ui.popup.presenter import PopupPresenter
from translator.ui.preferences import Preferences
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.ending import Endings, NextSteps


class Corner:
    """A popup for a user whose system speaks German. ``begun`` counts the texts that were begun.

    Pressed buttons of notices that lead elsewhere are in ``done``.
    """

    def __init__(self, *runs: Sequence[Step], settings: Settings = CHOSEN) -> None:
        self.screen = FakePopupScreen()
        self.window_languages = LanguageChoice(tag("de"))
        self.window_languages.use_detector(FakeDetector(hello="en", hallo="de", hola="es"))
        self.languages = PopupLanguages(LanguageChoice(tag("nl")), self.window_languages, None)
        self.translator = ScriptedTranslator(*runs)
        self.current = FakeCurrentService(self.translator, BOX)
        self.time = FakeTime()
        self.done: list[str] = []
        endings = Endings(self.screen, lambda tag: NAMES.get(str(tag), str(tag)))
        self.translating = TranslatePresenter(
            self.screen, self.languages.choice, self.current, endings, None, self.time.clock, NO_REST, Action.POPUP
        )
        endings.offer(NextSteps(**{name: self._button(name) for name in NextSteps.__slots__}))
        self.clipboard, self.front, self.window = FakeClipboard(), FakeProgramInFront(), Window()
        self.teaching = FakeTeaching()
        self.delivery = Delivery(
            self.screen, self.translating, self.clipboard, self.front, self.teaching, self.time.clock.sleep
        )
        self.preferences = Preferences(settings, lambda _settings: None)
        self.begun = 0
        self.is_private = False
        beside = Neighbours(
            self.translating, self.languages, self.delivery, self.preferences, self.front, self.window.ways(),
            self._begin, endings.count_in, lambda: self.is_private,
        )  # fmt: skip
        self.presenter = PopupPresenter(self.screen, beside, self.time.clock.sleep)
        self.screen.edited = self.presenter.follow_edit

    def _button(self, name: str):
        return lambda: self.done.append(name)

    def _begin(self) -> None:
        self.begun += 1

    async def show(self, text: str, *, takes_focus: bool = True) -> None:
        """Open it with this text, and see how it goes as far as nothing has to be waited for."""
        self.presenter.show_text(text, takes_focus=takes_focus)
        await settle()

    async def close(self) -> None:
        await self.presenter.close_down()
        await self.translating.close()

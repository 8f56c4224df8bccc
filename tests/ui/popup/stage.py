"""The popup among fakes: a program in front of it, a clipboard, and a window behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.detector import FakeDetector
from tests.fakes.history import NOON, ListedHistory
from tests.fakes.memory import ListedMemory
from tests.fakes.program_in_front import FakeProgramInFront
from tests.fakes.translator import FakeCurrentService, ScriptedTranslator, Step
from tests.support.waiting import settle, until
from translator.language.tag import LanguagePair, LanguageTag
from translator.parts import make_catalogue
from translator.session import PopupSession
from translator.settings import Service, Settings
from translator.translation.request import Translation
from translator.ui.history.recorder import HistoryRecorder
from translator.ui.keeping.keeping import Keeping
from translator.ui.keeping.learning import Learning
from translator.ui.look.theme import Theme
from translator.ui.popup.opener import PopupDesk
from translator.ui.popup.popup import Surroundings
from translator.ui.popup.screen import WaysOut
from translator.ui.preferences import Preferences
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.running.spending import UnknownCosts

BOX = Service("box", "Box")
CHOSEN = Settings("box", (BOX,))
LONG = "hello " + "and so it goes on, one word after the other. " * 60


def tag(text: str) -> LanguageTag:
    return LanguageTag.parse(text)


@dataclass
class Window:
    """Where the popup leads to: takes note of what was asked for."""

    asked: list[str] = field(default_factory=list)
    reopened: list[tuple[str, Translation, LanguagePair, bool]] = field(default_factory=list)

    def ways(self) -> WaysOut:
        """Return the ways to it."""
        return WaysOut(
            lambda *handed: self.reopened.append(handed),
            lambda: self.asked.append("welcome"),
            lambda page: self.asked.append(f"settings {page}"),
            lambda: self.asked.append("key"),
            lambda: self.asked.append("model"),
            lambda topic: self.asked.append(f"guide {topic}"),
        )


class Stage:
    """A popup, for a user whose system speaks German."""

    def __init__(
        self, theme: Theme, *runs: Sequence[Step], settings: Settings = CHOSEN, before: PopupSession | None = None,
        has_shadow: bool = True, system: str = "de",
    ) -> None:  # fmt: skip
        self.translator = ScriptedTranslator(*runs)
        self.current = FakeCurrentService(self.translator, BOX)
        self.clipboard, self.front, self.window = FakeClipboard(), FakeProgramInFront(), Window()
        self.history, self.memory = ListedHistory(), ListedMemory()
        self.is_private = False
        self.preferences = Preferences(settings, lambda _settings: None)
        self.languages = LanguageChoice(tag(system))
        self.languages.use_detector(FakeDetector(hello="en", hallo="de", hola="es"))
        self.keeping = Keeping(
            HistoryRecorder(self.history, lambda: NOON), Learning(self.memory, lambda: True, lambda: NOON),
            lambda: self.current.service, lambda: self.is_private,
        )  # fmt: skip
        self.kept: list[PopupSession] = []
        around = Surroundings(
            theme, make_catalogue("en"), self.preferences, self.current, UnknownCosts(), self.keeping, self.clipboard,
            self.front, self.window.ways(), lambda: self.kept.append(self.desk.session()),
        )  # fmt: skip
        self.desk = PopupDesk(around, self.languages, before or PopupSession(), lambda: has_shadow)

        self.behind = QWidget()
        self.behind.show()

    async def work_elsewhere(self) -> None:
        """Go to another window.

        The popup has to come from there: offscreen, a window that was hidden with the focus is not told that it has it.
        """
        self.behind.activateWindow()
        await until(self.behind.isActiveWindow)

    @property
    def popup(self):
        return self.desk.popup

    async def close(self) -> None:
        await self.desk.close()
        await self.keeping.close()
        if self.desk._made is not None:
            self.popup.window.deleteLater()
        self.behind.hide()
        self.behind.deleteLater()


async def open_with(stage: Stage, text: str = "hello") -> None:
    QCursor.setPos(20, 20)
    if not stage.desk.is_open:
        await stage.work_elsewhere()
    stage.desk.show_text(text, takes_focus=True)
    await settle()
    await until(stage.popup.window.isActiveWindow)

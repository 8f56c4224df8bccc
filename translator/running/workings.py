"""What works behind the window and the popup alike: settings, keys, stores and engines. Imported after the paint."""

import asyncio
from collections.abc import Callable
from functools import partial

from translator import parts
from translator.books import make_books
from translator.desktop.clipboard.finding import find_clipboard
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.motion.finding import find_motion
from translator.desktop.screen_grab.find import find_screen_grab
from translator.desktop.speech.find import find_speech
from translator.i18n import tr
from translator.language.detection import Detector
from translator.language.tag import LanguageTag
from translator.running.engine_pool import EnginePool
from translator.running.notices import CurrentNotices
from translator.running.opening import Opening
from translator.running.recording import Recording
from translator.session import Session
from translator.settings import Settings
from translator.storage.session_file import SessionFile
from translator.storage.settings.settings_file import SettingsFile
from translator.translation.glossary.matching import Matchers
from translator.ui.capture.capture import Capture
from translator.ui.keeping.keeper import Keeper
from translator.ui.keeping.session_presenter import SessionPresenter
from translator.ui.loop.tasks import Tasks, close_in_turn
from translator.ui.preferences import Preferences
from translator.ui.shortcuts.presenter import ShortcutsPresenter
from translator.ui.speaking.reading import ReadingAloud
from translator.ui.told_clipboard import ToldClipboard
from translator.ui.translate.running.spending import BudgetNotice


class Workings:
    """Owns what every screen of the program shares, and closes it last.

    ``collect`` returns the session as it is, whenever it is to be kept.
    """

    def __init__(self, opening: Opening, collect: Callable[[], Session]) -> None:
        self._opening = opening
        self._tasks = Tasks()
        self._detector: Detector | None = None
        self._wanting_detector: list[Callable[[Detector], None]] = []
        places = opening.places
        self._unwritten: set[str] = set()
        self._settings_keeper = Keeper[Settings](SettingsFile(places.settings_file).save, *self._telling("settings"))
        self._session_keeper = Keeper[Session](SessionFile(places.session_file).save, *self._telling("session"))
        keep = _keep_nothing if opening.standing.is_apart else self._session_keeper.keep
        self.lasting_preferences = Preferences(opening.settings, self._settings_keeper.keep)
        """The settings, for those who stay whichever language is spoken."""
        self.preferences = self.lasting_preferences.lend()
        if opening.overrides_service:
            self.preferences.use_for_this_run(opening.choice.service)
        self.lasting_preferences.listen(self._follow_settings)
        self.own_use = OwnUse()
        self.clipboard = ToldClipboard(find_clipboard(self.own_use))
        self.capture = Capture(opening.theme, find_screen_grab())
        self.reading_aloud = ReadingAloud(find_speech(), self._name_of)
        self.session = SessionPresenter(collect, keep)
        self.keys = parts.make_keys(opening.options, opening.choice)
        self.books = make_books(
            places, lambda: self.preferences.settings.budget, self.is_private,
            lambda: self.preferences.settings.history.is_on,
        )  # fmt: skip
        self.books.database.listen(self._say_unkept)
        self.recording = Recording(self.books, self.lasting_preferences, self.is_private)
        self.open_settings: Callable[[str], None] = _open_nothing
        notices = CurrentNotices(lambda: self._opening.screen)
        self.shortcuts = ShortcutsPresenter(
            self.lasting_preferences, notices, lambda: self.open_settings("shortcuts")
        )  # fmt: skip
        self.budget_notice = BudgetNotice(notices, lambda: self.open_settings("usage"))
        matchers = Matchers()
        self.engines = EnginePool(
            partial(parts.make_engine, keys=self.keys, books=self.books), opening.catalogue,
            lambda service: parts.make_aids(service, self.books, matchers, self._detector),
        )  # fmt: skip

    def show_through(self, opening: Opening) -> None:
        """Say everything in this window from now on, and nothing to those who worked behind the one before."""
        self._opening = opening
        self.preferences.give_back()
        self.preferences = self.lasting_preferences.lend()
        self.books.ledger.send_listeners_away()
        self.reading_aloud.forget_waiting()
        self._wanting_detector.clear()

    def is_private(self) -> bool:
        """Return whether nothing is kept at present."""
        return self.session.is_private

    def want_detector(self, use: Callable[[Detector], None]) -> None:
        """Call this with what finds a text's language, as soon as that is loaded."""
        if self._detector is None:
            self._wanting_detector.append(use)
        else:
            use(self._detector)

    def start(self) -> None:
        """Load on threads what takes long. The event loop must be running."""
        self._tasks.start("detector", self._load_detector())
        self._tasks.start("keyring", self.keys.warm())
        self._tasks.start("motion", self._follow_motion())
        self.reading_aloud.start()
        self.recording.start()

    async def close(self) -> None:
        """Wait until all is kept. Whoever uses any of it has been closed before."""
        await close_in_turn(
            self.recording, self.reading_aloud, self._tasks, self.clipboard, self.keys, self._session_keeper,
            self._settings_keeper, self.engines, self.books,
        )  # fmt: skip

    async def _load_detector(self) -> None:
        detector = await asyncio.to_thread(parts.make_detector, self._opening.catalogue)
        self._detector = detector
        await asyncio.to_thread(parts.load_checks)
        wanting, self._wanting_detector = self._wanting_detector, []
        for use in wanting:
            use(detector)

    async def _follow_motion(self) -> None:
        motion = await asyncio.to_thread(find_motion)
        self._opening.theme.is_still = lambda: motion.is_reduced
        await motion.watch()

    def _follow_settings(self, settings: Settings) -> None:
        self._opening.theme.choose(settings.appearance, settings.text_size)
        self._opening.languages.second = self._opening.parse_tag(settings.second_language)

    def _name_of(self, tag: LanguageTag) -> str:
        return self._opening.catalogue.name(tag)

    def _telling(self, what: str) -> tuple[Callable[[OSError], None], Callable[[], None]]:
        return partial(self._say_unwritten, what), partial(self._note_written, what)

    def _say_unwritten(self, what: str, fault: OSError) -> None:
        self._unwritten.add(what)
        reason = fault.strerror or str(fault)
        sentence = tr("Settings and draft cannot be kept: {reason}. Translating goes on.").format(reason=reason)
        self._opening.screen.show_source_notice(sentence, "warning", stays="storage")

    def _note_written(self, what: str) -> None:
        if what in self._unwritten:
            self._unwritten.remove(what)
            if not self._unwritten:
                self._opening.screen.take_source_notice_away("storage")

    def _say_unkept(self, notice: str) -> None:
        if notice:  # graver than what is told of settings and draft
            self._opening.screen.show_source_notice(notice, "error", stays="database")
        else:
            self._opening.screen.take_source_notice_away("database")


def _open_nothing(_page: str) -> None:
    """There are no settings yet."""


def _keep_nothing(_session: Session) -> None:
    """Leave the session to the program that this run is beside."""

"""The window at work: its presenters built and joined. Imported after the first paint."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from translator.assets import guide
from translator.crash.watch import CrashWatch
from translator.i18n import tr
from translator.language.detection import Detector
from translator.language.tag import LanguagePair, LanguageTag
from translator.running.handing_over import HandedWindow, hand_over, take_over
from translator.running.opening import Opening
from translator.running.picture_reading import make_window_pictures
from translator.running.settings_opening import make_settings
from translator.running.window_archive import Archive
from translator.running.workings import Workings
from translator.session import Session
from translator.storage.atomic_file import write_for_anyone
from translator.surroundings.picture import Picture
from translator.text.wrapping.reflow import joined_lines
from translator.translation.history import HistoryEntry
from translator.translation.request import Translation, Usage
from translator.ui.crash.presenter import CrashPresenter
from translator.ui.crash.report_dialog import ReportDialog
from translator.ui.guide.opener import GuideOpener
from translator.ui.loop.tasks import Tasks, close_in_turn
from translator.ui.matches.presenter import MatchesPresenter
from translator.ui.service.budget_watch import BudgetWatch
from translator.ui.service.costs import ServiceCosts
from translator.ui.service.presenter import ServicePresenter
from translator.ui.settings.opener import SettingsOpener
from translator.ui.speaking.desk import SpeakingDesk
from translator.ui.translate.editing.editing import Editing
from translator.ui.translate.editing.hand_editing import HandEditing
from translator.ui.translate.editing.incoming import Incoming
from translator.ui.translate.editing.outgoing import Outgoing
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.ending import Endings
from translator.ui.welcome.host import WelcomeHost
from translator.ui.window.desk import Desk, Presenters
from translator.ui.window.language_menus import LanguageMenus
from translator.ui.window.text_sizing import TextSizing
from translator.ui.words.desk import WordsDesk


class RunningWindow:
    """Owns everything that works behind the window alone, and ends it."""

    def __init__(self, opening: Opening, workings: Workings) -> None:
        self._opening = opening
        self._workings = workings
        self._languages = opening.languages
        self._preferences = workings.preferences
        self._engines = workings.engines
        self._tasks = Tasks()
        self._keeping = workings.recording.window
        self.archive = Archive(opening, workings.books, self._preferences, workings.is_private, self._reopen)
        workings.recording.recorded = self.archive.history.refresh
        self.has_tray: Callable[[], bool] = _has_none
        self._guide = GuideOpener(opening.theme, opening.window, guide())
        self.do = self._make_presenters()
        self.pictures = make_window_pictures(
            opening, workings, self.do.settings, self._guide, self.do.editing, workings.capture, self._translate_picture
        )
        view = opening.window.view
        TextSizing(view, (view.source.editor, view.target.target), self._preferences)
        SpeakingDesk(opening.window, self._languages, workings.reading_aloud, self._say)
        workings.open_settings = self.do.settings.open
        self.archive.follow(self.do.translating)
        self._keeping.follow(self.do.translating)
        self._crash = CrashPresenter(
            opening.screen, ReportDialog(opening.theme, opening.window), self._workings.clipboard, write_for_anyone
        )
        self._budget = BudgetWatch(workings.books.ledger, workings.budget_notice.follow)
        self._desk = Desk(opening.window, opening.screen, self._languages, self._preferences, self.do)
        self._desk.stop_reading = self.pictures.stop
        self._endings.offer(self._desk.next_steps())
        self._endings.lead_to_guide(self.do.guide.open)
        self._words = WordsDesk(
            opening.theme, opening.window, self._preferences, opening.catalogue, self._engines, self.do.service,
            self.do.translating, self.do.by_hand, self.do.editing,
        )  # fmt: skip
        workings.want_detector(self._use_detector)

    def _make_presenters(self) -> Presenters:
        opening, screen, view = self._opening, self._opening.screen, self._opening.window.view
        service = ServicePresenter(view.status, self._preferences, self._engines, self._follow_service)
        self._endings = Endings(screen, opening.catalogue.name, lambda: self._preferences.is_first_run)
        costs = ServiceCosts(lambda: self._preferences.service, self._workings.books.prices.price_of)
        translating = TranslatePresenter(screen, self._languages, service, self._endings, costs)
        return Presenters(
            translating,
            editing := Editing(screen, self._languages, translating),
            self._make_incoming(translating, editing),
            self._make_outgoing(translating),
            by_hand := HandEditing(screen, translating, self._keeping),
            self._workings.session,
            service,
            self._make_menus(),
            settings := make_settings(opening, self._workings, self.archive.library, self._has_tray),
            self._make_welcome(settings),
            self.archive.history,
            self._make_matches(translating, editing, by_hand),
            self.archive.glossaries,
            self.archive.memory,
            self._guide,
        )

    def _make_incoming(self, translating: TranslatePresenter, editing: Editing) -> Incoming:
        editing.before_each(self._begin_anew)
        return Incoming(
            self._opening.screen, editing, translating, self._workings.clipboard, joined_lines, self._take_picture,
            self._open_picture,
        )  # fmt: skip

    def _make_outgoing(self, translating: TranslatePresenter) -> Outgoing:
        screen, tick_copy = self._opening.screen, self._opening.window.view.target.tick_copy
        return Outgoing(
            screen, translating, self._workings.clipboard, tick_copy, write_for_anyone, self._keeping
        )  # fmt: skip

    def _make_matches(
        self, translating: TranslatePresenter, editing: Editing, by_hand: HandEditing
    ) -> MatchesPresenter:  # fmt: skip
        def replace_block(block: int, text: str) -> None:
            editing.offer_undo(by_hand.replace_block(block, text), tr("Used what you had translated before"))

        matches = MatchesPresenter(
            self._opening.screen, translating.shown, lambda: translating.linked.links, lambda: translating.is_running,
            replace_block, self._workings.books.memory,
        )  # fmt: skip
        translating.shown.listen(matches.refresh)
        return matches

    def _make_menus(self) -> LanguageMenus:
        opening = self._opening
        return LanguageMenus(
            opening.theme, opening.window.view, opening.catalogue, self._languages,
            self._follow_languages,
        )  # fmt: skip

    def _has_tray(self) -> bool:
        return self.has_tray()

    def _make_welcome(self, settings: SettingsOpener) -> WelcomeHost:
        opening = self._opening
        return WelcomeHost(
            opening.theme, opening.window.view, self._preferences, self._workings.keys, self._engines, settings.open,
            self._guide.open, self._workings.books.prices.price_of,
            has_environment_key=bool(opening.options.environment_key),
        )  # fmt: skip

    def start(self) -> None:
        """Set the window to work. The event loop must be running."""
        opening = self._opening
        if opening.notice:
            opening.screen.show_source_notice(opening.notice, "warning", stays="storage")
        if self._preferences.is_first_run:
            self.do.welcome.show()
        if opening.options.file is not None:
            self.do.incoming.files.open([opening.options.file, *opening.options.others])
        if opening.screen.source_text() == opening.session.draft:
            self.do.translating.look_again()
        else:  # what was typed before anybody listened counts as an edit
            self._desk.follow_edit()
        opening.early.do()
        self._tasks.start("crash", self._offer_report())
        self.do.service.warm()

    def name_of(self, tag: LanguageTag) -> str:
        """Return a language's name as it is said here."""
        return self._opening.catalogue.name(tag)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read, written or stored that another window could not go on with."""
        do = self.do
        return self.pictures.is_reading or any(
            owner.is_busy for owner in (do.incoming, do.outgoing, do.welcome, do.settings, self.archive)
        )

    def hand_over(self) -> HandedWindow:
        """Stop what runs, and return what another window needs to go on with it."""
        return hand_over(self._opening, self.do, self._endings)

    def take_over(self, before: HandedWindow) -> None:
        """Set the window to work where another was, whose text it holds. The event loop must be running."""
        take_over(before, self._opening, self.do, self._endings)
        self._desk.changed_source.follow_edit()
        if "shortcuts" in before.notices:
            self._workings.shortcuts.say_again()
        if "budget" in before.notices:
            self._workings.budget_notice.forget_what_was_said()
            self._budget.look()
        if "crash" in before.notices:
            self._tasks.start("crash", self._offer_report())
        self.do.service.warm()

    def take_in(
        self, source: LanguageTag | None, target: LanguageTag | None, file: str, others: Sequence[str] = ()
    ) -> None:  # fmt: skip
        """Take these languages, where there are any, and then the text of this file, if any, and offer the others."""
        if source is not None:
            self._languages.choose_source(source)
        if target is not None:
            self._languages.choose_target(target)
        if file:  # whose text is translated, not the one before it
            self._opening.screen.show_languages(self._languages)
            self.do.session.follow_change()
            self.do.incoming.files.open([*map(Path, (file, *others))])
        elif source or target:
            self._desk.follow_languages()

    def show_translation(
        self, text: str, translation: Translation, languages: LanguagePair, *, goes_on: bool
    ) -> None:  # fmt: skip
        """Show what was translated elsewhere, and go on with it where there is more to be translated."""
        self.do.editing.reopen(text, translation, languages)
        if goes_on:
            self._desk.translate()

    async def close(self) -> None:
        """End everything that runs behind the window, and wait until it has handed on what is to be kept."""
        do = self.do
        await close_in_turn(
            self._words, do.by_hand, do.matches, do.translating, do.incoming, do.outgoing, do.service, do.welcome,
            do.settings, self.pictures, self._crash, self._budget, self._tasks, self.archive,
        )  # fmt: skip

    def session(self) -> Session:
        """Return the session as it is. What the command line chose for this run is not kept."""
        languages, opening = self._languages, self._opening
        was_laid_out = opening.window.was_painted  # or its panes have no sizes of their own
        return Session(
            draft=opening.screen.source_text(),
            source=opening.session.source if opening.options.source else str(languages.source or ""),
            target=opening.session.target if opening.options.to else str(languages.wanted_target),
            recent_sources=tuple(map(str, languages.recent_sources)),
            recent_targets=tuple(map(str, languages.recent_targets)),
            geometry=opening.window.geometry_to_keep() if was_laid_out else opening.session.geometry,
            splitter=opening.window.view.sizes() if was_laid_out else opening.session.splitter,
        )

    async def _offer_report(self) -> None:
        report = await asyncio.to_thread(CrashWatch(self._opening.places.crash_folder).previous)
        if report is not None:
            self._crash.offer(report)

    def _use_detector(self, detector: Detector) -> None:
        self._languages.use_detector(detector)
        self.do.translating.look_again()

    def _begin_anew(self) -> None:
        """Take note that another text took the place of the source: what it took to read a picture is not its own."""
        self._keeping.begin_anew()
        self._endings.count_in(Usage())

    def _take_picture(self, picture: Picture) -> None:
        self.pictures.take(picture)

    def _open_picture(self, path: Path) -> bool:
        return self.pictures.take_file(path)

    def _translate_picture(self, took: Usage) -> None:
        self._endings.count_in(took)
        self._desk.translate()

    def _say(self, sentence: str) -> None:
        self._opening.screen.show_status(sentence, "idle")

    # The desk is there by the time that any of these is called.

    def _reopen(self, entry: HistoryEntry) -> None:
        translation = Translation(entry.target, engine=entry.service, model=entry.model, finished=entry.blocks)
        self.do.editing.reopen(entry.source, translation, LanguagePair(entry.source_language, entry.target_language))

    def _follow_service(self) -> None:
        self._desk.follow_service()

    def _follow_languages(self) -> None:
        self._desk.follow_languages()


def _has_none() -> bool:
    """Answer for a desktop of which nothing is known."""
    return False

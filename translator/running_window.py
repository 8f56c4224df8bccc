"""The window at work: engines, stores and presenters built and joined. Imported after the first paint."""

import asyncio
from functools import partial

from translator import parts
from translator.books import make_books
from translator.crash.watch import CrashWatch
from translator.desktop.clipboard import SystemClipboard
from translator.engine_pool import EnginePool
from translator.engines.network.address import check_address
from translator.engines.network.deadlines import settle_deadlines
from translator.host import host_of, is_loopback
from translator.i18n import tr
from translator.language.detection import Detector
from translator.language.tag import LanguagePair
from translator.opening import Opening
from translator.session import Session
from translator.settings import Deadlines, Service, Settings
from translator.storage.atomic_file import write_for_anyone
from translator.storage.session_file import SessionFile
from translator.storage.settings_file import SettingsFile
from translator.text.wrapping.reflow import find_wrapped
from translator.translation.glossary.matching import Matchers
from translator.translation.history import HistoryEntry
from translator.translation.request import Translation
from translator.ui.budget_watch import BudgetWatch
from translator.ui.crash.presenter import CrashPresenter
from translator.ui.crash.report_dialog import ReportDialog
from translator.ui.desk import Desk, Presenters
from translator.ui.keeper import Keeper
from translator.ui.language_menus import LanguageMenus
from translator.ui.matches.presenter import MatchesPresenter
from translator.ui.preferences import Preferences
from translator.ui.service_costs import ServiceCosts
from translator.ui.service_presenter import ServicePresenter
from translator.ui.session_presenter import SessionPresenter
from translator.ui.settings.figures import Figures
from translator.ui.settings.opener import SettingsOpener
from translator.ui.tasks import Tasks
from translator.ui.translate.by_hand.hand_editing import HandEditing
from translator.ui.translate.editing import Editing
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.ending import Endings
from translator.ui.translate.running.spending import BudgetNotice
from translator.ui.welcome.host import WelcomeHost
from translator.ui.words.desk import WordsDesk
from translator.window_archive import Archive


class RunningWindow:
    """Owns everything that works behind the window, and ends it."""

    def __init__(self, opening: Opening, the_end: asyncio.Event) -> None:
        self._opening = opening
        self._languages = opening.languages
        self._tasks = Tasks()
        self._detector: Detector | None = None
        self._matchers = Matchers()
        places = opening.places
        self._settings_keeper = Keeper[Settings](SettingsFile(places.settings_file).save, self._say_unwritten)
        self._session_keeper = Keeper[Session](SessionFile(places.session_file).save, self._say_unwritten)
        self._preferences = Preferences(opening.settings, self._settings_keeper.keep)
        if opening.overrides_service:
            self._preferences.use_for_this_run(opening.choice.service)
        self._preferences.listen(self._follow_settings)
        self._keys = parts.make_keys(opening.options, opening.choice)
        self._books = make_books(
            places, lambda: self._preferences.settings.budget, self._is_private,
            lambda: self._preferences.settings.history.is_on,
        )  # fmt: skip
        self._books.database.listen(self._say_unkept)
        self._engines = EnginePool(
            partial(parts.make_engine, keys=self._keys, books=self._books), opening.catalogue,
            lambda service: parts.make_aids(service, self._books, self._matchers, self._detector),
        )  # fmt: skip
        self._archive = Archive(opening, self._books, self._preferences, self._is_private, self._reopen)
        self._do = self._make_presenters()
        self._archive.follow(self._do.translating)
        self._crash = CrashPresenter(
            opening.screen, ReportDialog(opening.theme, opening.window), SystemClipboard(), write_for_anyone
        )
        self._budget = BudgetWatch(self._books.ledger, self._make_budget_notice().follow)
        self._desk = Desk(opening.window, opening.screen, self._languages, self._preferences, self._do)
        self._endings.offer(self._desk.next_steps())
        self._words = WordsDesk(
            opening.theme, opening.window, self._preferences, opening.catalogue, self._engines, self._do.service,
            self._do.translating, self._do.by_hand, self._do.editing,
        )  # fmt: skip
        opening.window.closed.connect(the_end.set)

    def _make_presenters(self) -> Presenters:
        opening, screen, view = self._opening, self._opening.screen, self._opening.window.view
        service = ServicePresenter(view.status, self._preferences, self._engines, self._follow_service)
        self._endings = Endings(screen, opening.catalogue.name, lambda: self._preferences.is_first_run)
        costs = ServiceCosts(lambda: self._preferences.service, self._books.prices.price_of)
        translating = TranslatePresenter(screen, self._languages, service, self._endings, costs)
        return Presenters(
            translating,
            editing := self._make_editing(translating),
            by_hand := HandEditing(screen, translating, self._archive.keeping),
            SessionPresenter(self._collect_session, self._session_keeper.keep),
            service,
            self._make_menus(),
            settings := self._make_settings(),
            self._make_welcome(settings),
            self._archive.history,
            self._make_matches(translating, editing, by_hand),
            self._archive.glossaries,
            self._archive.memory,
        )

    def _make_editing(self, translating: TranslatePresenter) -> Editing:
        screen, tick_copy = self._opening.screen, self._opening.window.view.target.tick_copy
        return Editing(
            screen, self._languages, translating, SystemClipboard(), tick_copy, write_for_anyone,
            self._archive.keeping, _joined, self._archive.keeping.begin_anew,
        )  # fmt: skip

    def _make_matches(
        self, translating: TranslatePresenter, editing: Editing, by_hand: HandEditing
    ) -> MatchesPresenter:  # fmt: skip
        def replace_block(block: int, text: str) -> None:
            editing.offer_undo(by_hand.replace_block(block, text), tr("Used what you had translated before"))

        matches = MatchesPresenter(
            self._opening.screen, translating.shown, lambda: translating.linked.links, lambda: translating.is_running,
            replace_block, self._books.memory,
        )  # fmt: skip
        translating.shown.listen(matches.refresh)
        return matches

    def _make_menus(self) -> LanguageMenus:
        opening = self._opening
        return LanguageMenus(
            opening.theme, opening.window.view, opening.catalogue, self._languages,
            self._follow_languages,
        )  # fmt: skip

    def _make_settings(self) -> SettingsOpener:
        opening, places, prices = self._opening, self._opening.places, self._books.prices
        figures = Figures(self._books.ledger, prices.price_of, prices.as_of, _default_deadlines)
        return SettingsOpener(
            opening.theme, opening.window, opening.catalogue, self._preferences, self._keys, self._engines,
            (str(places.settings_file), str(places.session_file), str(places.database_file)), check_address, figures,
            self._archive.library,
        )  # fmt: skip

    def _make_budget_notice(self) -> BudgetNotice:
        return BudgetNotice(self._opening.screen, lambda: self._do.settings.open("usage"))

    def _make_welcome(self, settings: SettingsOpener) -> WelcomeHost:
        opening = self._opening
        return WelcomeHost(
            opening.theme, opening.window.view, self._preferences, self._keys, self._engines, settings.open,
            has_environment_key=bool(opening.options.environment_key),
        )  # fmt: skip

    async def run(self, the_end: asyncio.Event) -> None:
        """Work until the end, then end everything that runs and keep what is to be kept."""
        opening = self._opening
        if opening.notice:
            opening.screen.show_source_notice(opening.notice, "warning", stays="storage")
        if self._preferences.is_first_run:
            self._do.welcome.show()
        if opening.options.file is not None:
            self._do.editing.open_file(opening.options.file)
        if opening.screen.source_text() == opening.session.draft:
            self._do.translating.look_again()
        else:  # what was typed before anybody listened counts as an edit
            self._desk.follow_edit()
        opening.early.do()
        self._archive.start()
        self._tasks.start("crash", self._offer_report())
        self._tasks.start("detector", self._load_detector())
        self._tasks.start("keyring", self._keys.warm())
        self._do.service.warm()
        await the_end.wait()
        await self._close()

    async def _close(self) -> None:
        do = self._do
        self._opening.window.hide()
        for owner in (
            self._words, do.by_hand, do.matches, do.translating, do.editing, do.service, do.welcome, do.settings,
            self._crash, self._budget, self._tasks, do.session,
        ):  # fmt: skip
            await owner.close()
        await self._archive.close()
        await self._keys.close()
        await self._session_keeper.close()
        await self._settings_keeper.close()
        await self._engines.close()
        await self._books.close()

    async def _offer_report(self) -> None:
        report = await asyncio.to_thread(CrashWatch(self._opening.places.crash_folder).previous)
        if report is not None:
            self._crash.offer(report)

    async def _load_detector(self) -> None:
        self._detector = await asyncio.to_thread(parts.make_detector, self._opening.catalogue)
        self._languages.use_detector(self._detector)
        await asyncio.to_thread(parts.load_checks)
        self._do.translating.look_again()

    def _is_private(self) -> bool:
        return self._do.session.is_private

    # The desk is there by the time that any of these is called.

    def _reopen(self, entry: HistoryEntry) -> None:
        translation = Translation(entry.target, engine=entry.service, model=entry.model, finished=entry.blocks)
        self._do.editing.reopen(entry.source, translation, LanguagePair(entry.source_language, entry.target_language))

    def _follow_service(self) -> None:
        self._desk.follow_service()

    def _follow_languages(self) -> None:
        self._desk.follow_languages()

    def _follow_settings(self, settings: Settings) -> None:
        self._opening.theme.choose(settings.appearance, settings.text_size)
        self._languages.second = self._opening.parse_tag(settings.second_language)

    def _collect_session(self) -> Session:
        """Return the session as it is. What the command line chose for this run is not kept."""
        languages, opening = self._languages, self._opening
        return Session(
            draft=opening.screen.source_text(),
            source=opening.session.source if opening.options.source else str(languages.source or ""),
            target=opening.session.target if opening.options.to else str(languages.wanted_target),
            recent_sources=tuple(map(str, languages.recent_sources)),
            recent_targets=tuple(map(str, languages.recent_targets)),
            geometry=opening.window.geometry_to_keep(),
            splitter=opening.window.view.sizes(),
        )

    def _say_unwritten(self, fault: OSError) -> None:
        reason = fault.strerror or str(fault)
        sentence = tr("Settings and draft cannot be kept: {reason}. Translating goes on.").format(reason=reason)
        self._opening.screen.show_source_notice(sentence, "warning", stays="storage")

    def _say_unkept(self, notice: str) -> None:
        self._opening.screen.show_source_notice(notice, "warning", stays="database")


def _joined(text: str) -> str | None:
    """Return the text with the line breaks inside its paragraphs joined, or None where it has none for certain."""
    wrapped = find_wrapped(text)
    return wrapped.text if wrapped else None


def _default_deadlines(service: Service) -> Deadlines:
    return settle_deadlines(Deadlines(), is_local=is_loopback(host_of(service.base_url)))

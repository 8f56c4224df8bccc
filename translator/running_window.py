"""The window at work: presenters joined to views, engines, stores and desktop. Imported after the first paint."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from translator import parts
from translator.desktop.clipboard import SystemClipboard
from translator.engine_pool import EnginePool
from translator.engines.address import check_address
from translator.i18n import tr
from translator.opening import Opening
from translator.session import Session
from translator.settings import Settings
from translator.storage.session_file import SessionFile
from translator.storage.settings_file import SettingsFile
from translator.ui.file_dialogs import ask_file_to_open, ask_file_to_save
from translator.ui.keeper import Keeper
from translator.ui.language_menus import LanguageMenus
from translator.ui.preferences import Preferences
from translator.ui.service_presenter import ServicePresenter
from translator.ui.session_presenter import SessionPresenter
from translator.ui.settings.opener import SettingsOpener
from translator.ui.tasks import Tasks
from translator.ui.translate.editing import Editing
from translator.ui.translate.ending import Endings, NextSteps
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.welcome.host import WelcomeHost

log = logging.getLogger(__name__)


class RunningWindow:
    """Owns everything that works behind the window, and ends it."""

    def __init__(self, opening: Opening, the_end: asyncio.Event) -> None:
        self._opening = opening
        self._window = opening.window
        self._screen = opening.screen
        self._languages = opening.languages
        self._tasks = Tasks()
        self._make_stores()
        self._make_presenters()
        self._connect_actions()
        self._connect_view()
        self._window.closed.connect(the_end.set)

    def _make_stores(self) -> None:
        opening = self._opening
        self._settings_keeper = Keeper[Settings](SettingsFile(opening.places.settings_file).save, self._say_unwritten)
        self._session_keeper = Keeper[Session](SessionFile(opening.places.session_file).save, self._say_unwritten)
        self._preferences = Preferences(opening.settings, self._settings_keeper.keep)
        if opening.overrides_service:
            self._preferences.use_for_this_run(opening.choice.service)
        self._keys = parts.make_keys(opening.options, opening.choice)
        self._engines = EnginePool(self._keys, opening.catalogue)

    def _make_presenters(self) -> None:
        view, screen = self._window.view, self._screen
        self._service = ServicePresenter(view.status, self._preferences, self._engines, self._service_changed)
        self._endings = Endings(screen, self._opening.catalogue.name, lambda: self._preferences.is_first_run)
        self._translating = TranslatePresenter(screen, self._languages, self._service, self._endings)
        self._editing = Editing(screen, self._languages, self._translating, SystemClipboard(), view.target.tick_copy)
        self._session = SessionPresenter(self._collect_session, self._session_keeper.keep)
        self._menus = LanguageMenus(
            self._opening.theme, view, self._opening.catalogue, self._languages, self._languages_changed
        )
        self._settings = SettingsOpener(
            self._opening.theme, self._window, self._opening.catalogue, self._preferences, self._keys, self._engines,
            (str(self._opening.places.settings_file), str(self._opening.places.session_file)), check_address,
        )  # fmt: skip
        self._welcome = WelcomeHost(
            self._opening.theme, view, self._preferences, self._keys, self._engines, self._settings.open,
            has_environment_key=bool(self._opening.options.environment_key),
        )  # fmt: skip
        self._endings.offer(
            NextSteps(
                retry=self._translate,
                open_settings=lambda: self._settings.open("services"),
                enter_key=self._settings.open_key,
                choose_model=self._settings.open_model,
                choose_target=lambda: self._menus.open_target(view.bar.target),
                keep_partial=view.target.notice.dismiss,
                choose_service=self._welcome.show,
            )
        )
        self._preferences.listen(self._follow_settings)
        self._follow_settings(self._preferences.settings)

    def _connect_actions(self) -> None:
        actions, view = self._window.actions_, self._window.view
        for action, does in (
            (actions.translate, self._translate),
            (actions.open_file, self._ask_file_to_open),
            (actions.save, self._ask_file_to_save),
            (actions.copy, self._editing.copy),
            (actions.clear, self._editing.clear),
            (actions.swap, self._editing.swap),
            (actions.undo, self._editing.undo),
            (actions.find, self._find),
            (actions.source_language, lambda: self._menus.open_source(view.bar.source)),
            (actions.target_language, lambda: self._menus.open_target(view.bar.target)),
            (actions.settings, lambda: self._settings.open("services")),
            (actions.about, lambda: self._settings.open("about")),
            (actions.quit, self._window.close),
        ):
            action.triggered.connect(lambda _checked=False, does=does: does())
        actions.private.toggled.connect(self._set_private)
        actions.typing.toggled.connect(self._set_typing)

    def _connect_view(self) -> None:
        view = self._window.view
        bar, source, target = view.bar, view.source, view.target
        source.editor.text_edited.connect(self._source_edited)
        source.editor.undo_requested.connect(self._editing.undo)
        source.editor.file_dropped.connect(lambda path: self._editing.open_file(Path(path)))
        for button, does in (
            (bar.source, lambda: self._menus.open_source(bar.source)),
            (bar.target, lambda: self._menus.open_target(bar.target)),
            (bar.swap, self._editing.swap),
            (bar.settings, lambda: self._settings.open("services")),
            (bar.translate, self._toggle),
            (source.paste_tool, self._editing.paste),
            (source.paste_button, self._editing.paste),
            (source.open_tool, self._ask_file_to_open),
            (source.open_button, self._ask_file_to_open),
            (source.clear_tool, self._editing.clear),
            (target.copy_tool, self._editing.copy),
            (target.save_tool, self._ask_file_to_save),
        ):
            button.clicked.connect(lambda _checked=False, does=does: does())
        bar.private.toggled.connect(self._window.actions_.private.setChecked)
        view.status.undo_clicked.connect(self._editing.undo)
        view.splitter.splitterMoved.connect(self._session.follow_change)
        self._window.escape_pressed.connect(self._translating.stop)
        menu = QMenu(view.status.service)
        menu.aboutToShow.connect(lambda: self._fill_service_menu(menu))
        view.status.service.setMenu(menu)

    # The way through a run

    async def run(self, the_end: asyncio.Event) -> None:
        """Work until the end, then end everything that runs and keep what is to be kept."""
        if notice := self._opening.notice:
            self._screen.show_source_notice(notice, "warning")
        if self._preferences.is_first_run:
            self._welcome.show()
        if self._opening.options.file is not None:
            self._editing.open_file(self._opening.options.file)
        self._source_edited()
        self._tasks.start("detector", self._load_detector())
        self._service.warm()
        await the_end.wait()
        await self._close()

    async def _close(self) -> None:
        self._window.hide()
        for owner in (self._translating, self._editing, self._service, self._welcome, self._settings, self._tasks):
            await owner.close()
        await self._session.close()
        await self._session_keeper.close()
        await self._settings_keeper.close()
        await self._engines.close()

    async def _load_detector(self) -> None:
        self._languages.use_detector(await asyncio.to_thread(parts.make_detector))
        self._translating.look_again()

    # What follows from what

    def _source_edited(self) -> None:
        self._editing.follow_edit()
        self._translating.follow_edit()
        self._session.follow_change()

    def _languages_changed(self) -> None:
        self._screen.show_languages(self._languages)
        self._session.follow_change()
        if self._translating.translation.text or self._translating.is_running:
            self._translate()

    def _service_changed(self) -> None:
        self._welcome.hide()
        self._translating.stop()

    def _follow_settings(self, settings: Settings) -> None:
        self._opening.theme.choose(settings.appearance, settings.text_size)
        self._languages.second = self._opening.parse_tag(settings.second_language)
        self._translating.while_typing = settings.translate_while_typing
        self._window.actions_.typing.setChecked(settings.translate_while_typing)

    def _set_typing(self, wanted: bool) -> None:
        self._preferences.change(replace(self._preferences.settings, translate_while_typing=wanted))

    def _set_private(self, private: bool) -> None:
        self._session.set_private(private=private)
        self._window.view.bar.private.setChecked(private)
        self._window.view.bar.arrange()
        said = tr("Private mode: nothing is kept") if private else tr("Private mode is off")
        self._screen.show_status(said, "idle" if private else "ready")

    def _translate(self) -> None:
        self._welcome.give_way()
        self._translating.translate()

    def _toggle(self) -> None:
        if self._translating.is_running:
            self._translating.stop()
        else:
            self._translate()

    def _find(self) -> None:
        view = self._window.view
        focused = QApplication.focusWidget()
        in_target = focused is not None and view.target.isAncestorOf(focused)
        (view.target if in_target else view.source).find_bar.open()

    def _ask_file_to_open(self) -> None:
        ask_file_to_open(self._window, self._editing.open_file)

    def _ask_file_to_save(self) -> None:
        if self._translating.translation.text:
            name = tr("translation") + f".{self._languages.target}.txt"
            ask_file_to_save(self._window, name, self._editing.save)

    def _fill_service_menu(self, menu: QMenu) -> None:
        menu.clear()
        for service_id, name, is_current in self._service.choices():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(is_current)
            action.triggered.connect(lambda _checked=False, chosen=service_id: self._service.choose(chosen))
        menu.addSeparator()
        menu.addAction(tr("Add or change services…")).triggered.connect(lambda: self._settings.open("services"))

    def _collect_session(self) -> Session:
        languages, kept = self._languages, self._opening.session
        return Session(
            draft=self._screen.source_text(),
            source=kept.source if self._opening.options.source else str(languages.source or ""),
            target=kept.target if self._opening.options.to else str(languages.wanted_target),
            recent_sources=tuple(map(str, languages.recent_sources)),
            recent_targets=tuple(map(str, languages.recent_targets)),
            geometry=self._window.geometry_to_keep(),
            splitter=self._window.view.sizes(),
        )

    def _say_unwritten(self, fault: OSError) -> None:
        reason = fault.strerror or str(fault)
        sentence = tr("Settings and draft cannot be kept: {reason}. Translating goes on.").format(reason=reason)
        self._screen.show_source_notice(sentence, "warning")

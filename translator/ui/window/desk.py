"""The window's controls, joined to the presenters that do the work; and what follows from what."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.settings import Settings
from translator.ui.file_dialogs import ask_file_to_open, ask_file_to_save
from translator.ui.findings.view import FindingsView
from translator.ui.glossary.opener import GlossaryOpener
from translator.ui.guide.opener import GuideOpener
from translator.ui.history.opener import HistoryOpener
from translator.ui.keeping.session_presenter import SessionPresenter
from translator.ui.matches.presenter import MatchesPresenter
from translator.ui.matches.view import MatchesView
from translator.ui.memory.opener import MemoryOpener
from translator.ui.preferences import Preferences
from translator.ui.service.presenter import ServicePresenter
from translator.ui.settings.opener import SettingsOpener
from translator.ui.translate.editing.editing import Editing
from translator.ui.translate.editing.hand_editing import HandEditing
from translator.ui.translate.editing.incoming import Incoming
from translator.ui.translate.editing.outgoing import Outgoing
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.linked.linked_view import LinkedView
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.ending import NextSteps
from translator.ui.translate.source.changed_source import ChangedSource
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.welcome.host import WelcomeHost
from translator.ui.widgets.buttons.menu_button import give_menu
from translator.ui.window.language_menus import LanguageMenus
from translator.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Presenters:
    """Everything that works behind the window."""

    translating: TranslatePresenter
    editing: Editing
    incoming: Incoming
    outgoing: Outgoing
    by_hand: HandEditing
    session: SessionPresenter
    service: ServicePresenter
    menus: LanguageMenus
    settings: SettingsOpener
    welcome: WelcomeHost
    history: HistoryOpener
    matches: MatchesPresenter
    glossaries: GlossaryOpener
    memory: MemoryOpener
    guide: GuideOpener


class Desk:
    """Connects every action and control to what it does."""

    def __init__(
        self, window: MainWindow, screen: WindowScreen, languages: LanguageChoice, preferences: Preferences,
        presenters: Presenters,
    ) -> None:  # fmt: skip
        self._window = window
        self._view = window.view
        self._screen = screen
        self._languages = languages
        self._preferences = preferences
        self._do = presenters
        self.changed_source = ChangedSource(screen, presenters.translating)
        self.stop_reading: Callable[[], bool] = lambda: False
        """Stops reading a picture; returns whether one was being read."""
        self._connect_actions()
        self._connect_buttons()
        self._connect_texts()
        self._connect_services()

    def next_steps(self) -> NextSteps:
        """Return what the buttons under a notice do."""
        do = self._do
        return NextSteps(
            retry=self.translate,
            afresh=self.translate_afresh,
            go_on=do.translating.go_on,
            allow_once=do.translating.allow_once,
            open_settings=lambda: do.settings.open("services"),
            open_budget=lambda: do.settings.open("usage"),
            enter_key=do.settings.open_key,
            choose_model=do.settings.open_model,
            choose_target=lambda: do.menus.open_target(self._view.bar.target),
            keep_partial=self._view.target.dismiss_notice,
            choose_service=do.welcome.show,
        )

    # Who does what

    def _connect_actions(self) -> None:
        actions, do, bar = self._window.actions_, self._do, self._view.bar
        for action, does in (
            (actions.translate, self.translate),
            (actions.afresh, self.translate_afresh),
            (actions.edit, do.by_hand.toggle),
            (actions.open_file, self._ask_file_to_open),
            (actions.save, self._ask_file_to_save),
            (actions.copy, do.outgoing.copy),
            (actions.clear, do.editing.clear),
            (actions.swap, do.editing.swap),
            (actions.undo, do.editing.undo),
            (actions.find, self._find),
            (actions.next_finding, lambda: self._findings.go_on(1)),
            (actions.previous_finding, lambda: self._findings.go_on(-1)),
            (actions.source_language, lambda: do.menus.open_source(bar.source)),
            (actions.target_language, lambda: do.menus.open_target(bar.target)),
            (actions.settings, lambda: do.settings.open("services")),
            (actions.history, do.history.open),
            (actions.glossaries, do.glossaries.open),
            (actions.memory, do.memory.open),
            (actions.add_term, self._add_term),
            (actions.guide, do.guide.open),
            (actions.about, lambda: do.settings.open("about")),
            (actions.quit, self._window.quit),
        ):
            action.triggered.connect(_called_without_arguments(does))
        actions.private.toggled.connect(self._set_private)
        actions.typing.toggled.connect(self._set_typing)
        self._window.escape_pressed.connect(self._stop)

    def _connect_buttons(self) -> None:
        bar, source, target, do = self._view.bar, self._view.source, self._view.target, self._do
        for button, does in (
            (bar.source, lambda: do.menus.open_source(bar.source)),
            (bar.target, lambda: do.menus.open_target(bar.target)),
            (bar.swap, do.editing.swap),
            (bar.history, do.history.open),
            (bar.settings, lambda: do.settings.open("services")),
            (bar.translate, self._translate_or_stop),
            (source.paste_tool, do.incoming.paste),
            (source.paste_button, do.incoming.paste),
            (source.open_tool, self._ask_file_to_open),
            (source.open_button, self._ask_file_to_open),
            (source.clear_tool, do.editing.clear),
            (target.copy_tool, do.outgoing.copy),
            (target.save_tool, self._ask_file_to_save),
            (target.edit_tool, do.by_hand.toggle),
            (self._view.status.undo, do.editing.undo),
        ):
            button.clicked.connect(_called_without_arguments(does))
        bar.private.toggled.connect(self._window.actions_.private.setChecked)

    def _connect_texts(self) -> None:
        target = self._view.target
        target.edited_by_hand.connect(self._do.by_hand.follow_edit)
        target.afresh_requested.connect(self.translate_afresh)
        LinkedView(self._view, self._do.translating.linked)
        self._findings = FindingsView(self._view, self._do.translating.findings)
        MatchesView(self._view, self._do.matches, self._window.actions_.matches)
        editor = self._view.source.editor
        editor.text_edited.connect(self.follow_edit)
        editor.prepare_paste = self._do.incoming.join_pasted
        editor.ask_paste = self._do.incoming.paste_here
        editor.undo_requested.connect(self._do.editing.undo)
        editor.files_dropped.connect(lambda paths: self._do.incoming.files.open([*map(Path, paths)]))
        self._view.splitter.splitterMoved.connect(self._do.session.follow_change)

    def _connect_services(self) -> None:
        button = self._view.status.service
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_service_menu(menu))
        give_menu(button, menu)
        self._preferences.listen(self._follow_settings)
        self._follow_settings(self._preferences.settings)

    # What follows from what

    def follow_edit(self) -> None:
        """Take note of an edit of the source."""
        self._do.editing.follow_edit()
        self._do.translating.follow_edit()
        if not self._do.editing.is_exchanging:
            self.changed_source.follow_edit()
        self._do.session.follow_change()

    def follow_languages(self) -> None:
        """Take note that other languages were chosen; what was translated is translated anew."""
        self._screen.show_languages(self._languages)
        self._do.session.follow_change()
        if self._do.translating.translation.text or self._do.translating.is_running:
            self.translate()

    def follow_service(self) -> None:
        """Take note that another service was chosen; what the old one was doing is no longer wanted."""
        self._do.welcome.hide()
        self._do.translating.abandon()
        if self._preferences.is_first_run:
            self._do.welcome.show()

    def translate(self) -> None:
        """Translate what is there now, and let the translation be seen."""
        self.stop_reading()
        self._do.welcome.hide()
        self._do.translating.translate()

    def translate_afresh(self) -> None:
        """Translate all of it again, but what the user has written."""
        self.stop_reading()
        self._do.welcome.hide()
        self._do.translating.translate_afresh()

    def _follow_settings(self, settings: Settings) -> None:
        self._do.translating.rest.translates = settings.translate_while_typing
        self._window.actions_.typing.setChecked(settings.translate_while_typing)

    def _set_typing(self, wanted: bool) -> None:
        self._preferences.change(replace(self._preferences.settings, translate_while_typing=wanted))

    def _set_private(self, private: bool) -> None:
        self._do.session.set_private(private=private)
        self._view.bar.private.setChecked(private)
        self._view.bar.arrange()
        said = tr("Private mode: nothing is kept") if private else tr("Private mode is off")
        self._screen.show_status(said, "idle" if private else "ready")

    def _translate_or_stop(self) -> None:
        if self._do.translating.is_running:
            self._do.translating.stop()
        elif not (self._screen.finish_painting() or self.stop_reading()):
            self.translate()

    def _stop(self) -> None:
        """Do what Escape is for: no translation is on its way while one is edited."""
        if not (self._do.by_hand.finish() or self._screen.finish_painting()):
            self._do.translating.stop()

    def _find(self) -> None:
        focused = QApplication.focusWidget()
        in_target = focused is not None and self._view.target.isAncestorOf(focused)
        (self._view.target if in_target else self._view.source).find_bar.open()

    def _add_term(self) -> None:
        """Add what is selected in the pane that has the focus to a glossary; the other side is for the user to say."""
        languages = LanguagePair(self._languages.known_source, self._languages.target)
        source, target = self._view.source.editor, self._view.target.target
        self._do.glossaries.add_term(
            source.selected_text() if source.hasFocus() else "",
            target.selected_text() if target.hasFocus() else "",
            languages,
        )

    def _ask_file_to_open(self) -> None:
        ask_file_to_open(self._window, self._do.incoming.open_file)

    def _ask_file_to_save(self) -> None:
        if self._do.translating.translation.text:
            name = tr("translation.{language}.txt").format(language=self._languages.target)
            ask_file_to_save(self._window, name, self._do.outgoing.save)

    def _fill_service_menu(self, menu: QMenu) -> None:
        menu.clear()
        for service_id, name, is_current in self._do.service.choices():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(is_current)
            action.triggered.connect(lambda _checked=False, chosen=service_id: self._do.service.choose(chosen))
        menu.addSeparator()
        menu.addAction(tr("Add or change services…")).triggered.connect(lambda: self._do.settings.open("services"))


def _called_without_arguments(does: Callable[[], object]) -> Callable[..., None]:
    """Return a slot that lets the signal's arguments fall: whether a button is checked, which none of these is."""

    def slot(*_arguments: object) -> None:
        does()

    return slot

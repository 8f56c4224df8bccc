"""What the window is opened with: all that has to be there before the first paint, and no more."""

from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from translator.assets import resources
from translator.i18n import interface_language
from translator.joining import sentences
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.parts import make_catalogue
from translator.places import Places, find_places
from translator.service_choice import Choice, UnknownService, WindowOptions, choose_service
from translator.session import Session
from translator.settings import Settings
from translator.standing import ALONE, Standing
from translator.storage.session_file import SessionFile
from translator.storage.settings.settings_file import SettingsFile
from translator.ui.look.icons import Icons
from translator.ui.look.language import speak
from translator.ui.look.theme import Theme
from translator.ui.translate.language_choice import ENGLISH, LanguageChoice
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.window.early import EarlyCommands
from translator.ui.window.main_window import MainWindow


class Opening(NamedTuple):
    """The window as it first appears, and what it was made from.

    ``notice`` is what the user has to be told, ``early`` what the user asks for before the window is at work.
    """

    options: WindowOptions
    places: Places
    settings: Settings
    session: Session
    choice: Choice
    catalogue: Catalogue
    theme: Theme
    window: MainWindow
    screen: WindowScreen
    languages: LanguageChoice
    notice: str
    early: EarlyCommands
    standing: Standing

    @property
    def overrides_service(self) -> bool:
        """Whether the command line asks for a service: another than the settings', or the demo by its name."""
        return self.options.demo or self.choice.service != self.settings.service

    def parse_tag(self, text: str) -> LanguageTag | None:
        """Return the language offered for a tag, or None."""
        return self.catalogue.parse(text)


def open_window(app: QApplication, options: WindowOptions, standing: Standing = ALONE) -> Opening:
    """Make the window, and show it unless it is to start without. Raises UnknownService."""
    places = find_places()
    loaded = SettingsFile(places.settings_file).load()
    session_file = SessionFile(places.session_file)
    session = session_file.load()
    if standing.is_apart:
        session = session._replace(draft="")
    settings = loaded.settings
    choice = choose_service(settings, options, settings.service)
    speak(app, interface_language())
    catalogue = make_catalogue(interface_language())
    theme = Theme(app, Icons(resources() / "icons"))
    theme.choose(settings.appearance, settings.text_size)
    window = MainWindow(theme)
    languages = _languages(catalogue, settings, session, options)
    screen = WindowScreen(window.view, catalogue)
    window.restore(session.geometry, session.splitter)
    if session.draft:
        window.view.source.editor.begin_with(session.draft)
    screen.show_languages(languages)
    screen.focus_source()
    early = EarlyCommands(window)
    if not options.background:
        window.show()
    said = (standing.notice, loaded.notice.sentence if loaded.notice else "", session_file.notice)
    notice = sentences(*said)
    return Opening(
        options, places, settings, session, choice, catalogue, theme, window, screen, languages, notice, early, standing
    )


def fill_anew(opening: Opening) -> tuple[Opening, list[QObject]]:
    """Fill the window anew in the language that is spoken now. Its text, languages and sizes stay.

    Return the window as it is then, and what was in it: for the caller to delete, once nobody works with it any more.
    """
    if isinstance(app := QApplication.instance(), QApplication):
        speak(app, interface_language())
    before, sizes = opening.window.view, opening.window.view.sizes()
    left = opening.window.fill_anew()
    view, catalogue = opening.window.view, make_catalogue(interface_language())
    screen = WindowScreen(view, catalogue)
    screen.show_languages(opening.languages)
    view.source.editor.take_over(before.source.editor)
    view.restore_sizes(sizes)
    return opening._replace(catalogue=catalogue, screen=screen, notice=""), left


def _languages(catalogue: Catalogue, settings: Settings, session: Session, options: WindowOptions) -> LanguageChoice:
    """Return the languages: the command line's, else those of the last time, else the system's."""
    offered = {text: catalogue.parse(text) for text in (*session.recent_sources, *session.recent_targets)}
    system = catalogue.parse(QLocale.system().bcp47Name()) or ENGLISH
    choice = LanguageChoice(system, catalogue.parse(settings.second_language))
    choice.recent_sources = tuple(tag for text in session.recent_sources if (tag := offered[text]))
    choice.recent_targets = tuple(tag for text in session.recent_targets if (tag := offered[text]))
    choice.source = catalogue.parse(options.source or session.source)
    choice.target = catalogue.parse(options.to or session.target) or choice.target
    return choice


__all__ = ["Opening", "UnknownService", "fill_anew", "open_window"]

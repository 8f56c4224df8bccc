"""Every window of the program, open and full: what goes for all of them is tested on each."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColorConstants, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.fakes.autostart import FakeAutostart
from tests.fakes.crash_report import FakeCrashReport
from tests.fakes.detector import FakeDetector
from tests.fakes.engines import FakeEngines
from tests.fakes.glossary import ListedGlossaries, glossary_of
from tests.fakes.history import NOON, ListedHistory, entry_of
from tests.fakes.key_store import FakeKeyStore
from tests.fakes.memory import unit_from
from tests.fakes.translator import completed
from tests.support.waiting import settle, until
from tests.ui.glossary.fake_screen import FakeFiles
from tests.ui.memory.room import NOW, Room, name
from tests.ui.popup.stage import Stage
from tests.ui.settings.library.shelves import Shelves
from tests.ui.settings.room import OLLAMA, OPENAI, FakeUsage, make_figures
from tests.ui.settings.shortcuts.room import ShortcutsRoom
from translator import assets
from translator.engines.network.address import check_address
from translator.language.tag import LanguagePair, LanguageTag
from translator.parts import make_catalogue
from translator.settings import Settings
from translator.storage.settings.exchange import read_settings, write_settings
from translator.text.difference import TextEdit
from translator.translation.checks.finding import Severity
from translator.translation.glossary.term import Term
from translator.translation.words.alternatives import Alternative
from translator.ui.capture.overlay import RegionOverlay
from translator.ui.crash.report_dialog import ReportDialog
from translator.ui.findings.screen import FindingRow, FindingsShown
from translator.ui.glossary.opener import GlossaryOpener
from translator.ui.guide.opener import GuideOpener
from translator.ui.history.opener import HistoryOpener
from translator.ui.languages.picker import LanguagePicker
from translator.ui.look.theme import Theme
from translator.ui.matches.differences import Piece
from translator.ui.matches.screen import MatchRow
from translator.ui.memory.opener import MemoryOpener
from translator.ui.memory.table import UnitTable
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import DesktopAtHand, SettingsFiles
from translator.ui.settings.opener import SettingsOpener
from translator.ui.settings.window import SettingsWindow
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.masked_list import MaskedList
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.tray.stay_question import StayDialog
from translator.ui.vocabulary import Action
from translator.ui.welcome.panel import WelcomePanel
from translator.ui.welcome.screen import Offer
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.window.main_window import MainWindow
from translator.ui.words.alternatives_panel import AlternativesPanel

CATALOGUE = make_catalogue("en")
SOURCE = "It costs 5 euros, and there is no way around that.\n\nBring a cup."
TARGET = "Es kostet 6 Euro, und daran führt kein Weg vorbei.\n\nBringen Sie eine Tasse mit."
OPEN_SETTINGS = Action("Open settings", "openSettingsButton", lambda: None)
PAGES = (
    "translation", "services", "memory", "usage", "shortcuts", "desktop", "appearance", "transfer", "privacy", "about",
)  # fmt: skip
RETRY = Action("Retry", "retryButton", lambda: None)

Open = Callable[[Theme], AbstractAsyncContextManager[QWidget]]
"""Opens a window, and closes it when its block is left."""


def _end(*widgets: QWidget) -> None:
    for widget in widgets:
        widget.hide()
        widget.deleteLater()
        QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def _main_window(theme: Theme) -> tuple[MainWindow, WindowScreen]:
    window = MainWindow(theme)
    screen = WindowScreen(window.view, CATALOGUE)
    languages = LanguageChoice(LanguageTag.parse("de"))
    languages.use_detector(FakeDetector())
    languages.choose_source(LanguageTag.parse("pt-BR"))
    languages.choose_target(LanguageTag.parse("zh-Hant"))
    screen.show_languages(languages)
    window.view.status.show_service("A service with a long name · its-model-with-a-long-name-4.1-instruct")
    window.show()
    return window, screen


@asynccontextmanager
async def empty_window(theme: Theme) -> AsyncIterator[QWidget]:
    """The window before anything is typed."""
    window, _ = _main_window(theme)
    try:
        yield window
    finally:
        _end(window)


@asynccontextmanager
async def first_run(theme: Theme) -> AsyncIterator[QWidget]:
    """The window with the three ways to translate."""
    window, _ = _main_window(theme)
    panel = WelcomePanel(theme)
    panel.show_local_servers("Ollama runs on this computer.", [Offer("ollama", "Use gemma3", True)])
    panel.show_key_problem("The key was not stored: the keyring is locked.", "session")
    panel.offer_environment_key()
    window.view.show_welcome(panel)
    try:
        yield window
    finally:
        _end(window)


@asynccontextmanager
async def working_window(theme: Theme) -> AsyncIterator[QWidget]:
    """The window with a translation, and all that there may be to say about it."""
    window, screen = _main_window(theme)
    view = window.view
    screen.replace_source(SOURCE)
    screen.show_counts(62, 17, "about 0.01 cent", "An estimate.")
    screen.await_target()
    screen.edit_target([TextEdit(0, 0, TARGET)])
    screen.end_target(broken_off=False)
    screen.show_outcome("Ready", "ready")
    screen.show_meta("its-model-4.1 · 1.2 s · 123 tokens", "1.2 s")
    screen.show_from_memory(1, 2)
    screen.show_masked(["someone@example.org"])
    screen.show_undo(offered=True)
    view.status.show_watching(watching=True)
    rows = [FindingRow(Severity.ERROR, f"{number}. The number 5 is missing.") for number in (1, 2)]
    screen.show_findings(FindingsShown("2 findings", Severity.ERROR, rows, 0, can_fix=True, can_fix_all=True))
    view.target.findings.toggle.setChecked(True)
    for pane, which in ((view.source, "speakSourceButton"), (view.target, "speakTargetButton")):
        assert pane.speak_tool.objectName() == which
    try:
        yield window
    finally:
        _end(window)


@asynccontextmanager
async def failed_window(theme: Theme) -> AsyncIterator[QWidget]:
    """The window with a search in both texts, matches, and notices over both."""
    window, screen = _main_window(theme)
    screen.replace_source(SOURCE)
    view = window.view
    for pane in (view.source, view.target):
        pane.find_bar.open()
    screen.show_matches([MatchRow(87, [Piece("It costs 4 euros.")], "Es kostet 4 Euro.", "87 % · yesterday")])
    view.show_matches(shown=True)
    screen.show_status("Not translated", "error")
    screen.show_source_notice("Settings and draft cannot be kept: the disk is full.", "warning", [RETRY])
    screen.show_notice("The service refused the key.", "error", [OPEN_SETTINGS, RETRY])
    screen.show_running(running=True)
    try:
        yield window
    finally:
        _end(window)


@asynccontextmanager
async def picking_language(theme: Theme) -> AsyncIterator[QWidget]:
    """The window with the picker of a language."""
    window, _ = _main_window(theme)
    german = LanguageTag.parse("de")
    picker = LanguagePicker(theme, window.view, CATALOGUE, recent=(german,), current=german, with_detect=True)
    picker.open_below(window.view.bar.source)
    try:
        yield window
    finally:
        _end(window)


@asynccontextmanager
async def other_ways(theme: Theme) -> AsyncIterator[QWidget]:
    """The window with other ways to say a part of a translation."""
    window, _ = _main_window(theme)
    panel = AlternativesPanel(theme, window.view, rtl=False)
    panel.open_by(window.view.bar.source)
    panel.offer([Alternative("liebe", "stronger", "…"), Alternative("schätze", "more formal", "…")])
    try:
        yield window
    finally:
        _end(window)


@asynccontextmanager
async def kept_back(theme: Theme) -> AsyncIterator[QWidget]:
    """The window with what was kept on this computer."""
    window, _ = _main_window(theme)
    MaskedList(theme, window.view, ["someone@example.org", "+49 30 1234567"]).open_over(window.view.status.service)
    try:
        yield window
    finally:
        _end(window)


@asynccontextmanager
async def settings(theme: Theme) -> AsyncIterator[QWidget]:
    """The settings, with all that they open. ``views`` turns their pages."""
    main = QWidget()
    preferences = Preferences(Settings("openai", (OPENAI, OLLAMA)), lambda _: None)
    shelves, shortcuts = Shelves(), ShortcutsRoom(preferences)
    opener = SettingsOpener(
        theme, main, CATALOGUE, preferences, FakeKeyStore({"openai": "sk-old"}), FakeEngines(),
        ("settings", "draft", "database"), check_address, make_figures(FakeUsage()), shelves.library, shortcuts.at_hand,
        SettingsFiles(read_settings, write_settings), DesktopAtHand(FakeAutostart(), lambda: True, True),
    )  # fmt: skip
    opener.open("services")
    await settle()
    window = main.findChild(SettingsWindow)
    assert isinstance(window, SettingsWindow)
    for heading in window.findChildren(QPushButton, "serviceAdvancedButton"):
        heading.setChecked(True)
    QApplication.sendPostedEvents()
    await settle()
    try:
        yield window
    finally:
        window.close()
        await opener.close()
        await shortcuts.presenter.close()
        await shelves.database.close()
        _end(main)


@asynccontextmanager
async def guide(theme: Theme) -> AsyncIterator[QWidget]:
    """The guide, at a page with everything that a page may have."""
    main = QWidget()
    GuideOpener(theme, main, assets.guide()).open("shortcuts")
    await settle()
    try:
        yield _window_of(main, "guideWindow")
    finally:
        _end(main)


@asynccontextmanager
async def history(theme: Theme) -> AsyncIterator[QWidget]:
    """The history, with two translations."""
    main = QWidget()
    store = ListedHistory([entry_of("Guten Tag."), entry_of(minutes=-90, is_starred=True)])

    async def export(_path: Path, _query: str, _starred: bool) -> int:
        return 0

    opener = HistoryOpener(theme, main, store, CATALOGUE.name, lambda: NOON, lambda _: None, export, lambda: True)
    opener.open()
    await settle()
    try:
        yield _window_of(main, "historyWindow")
    finally:
        await opener.close()
        _end(main)


@asynccontextmanager
async def glossaries(theme: Theme) -> AsyncIterator[QWidget]:
    """The glossaries, with a term."""
    async with _glossaries(theme) as (main, opener):
        opener.open()
        await settle()
        yield _window_of(main, "glossaryWindow")


@asynccontextmanager
async def term_form(theme: Theme) -> AsyncIterator[QWidget]:
    """The form for a term."""
    async with _glossaries(theme) as (main, opener):
        opener.add_term("Anlage", "", LanguagePair(LanguageTag.parse("de"), LanguageTag.parse("en")))
        await settle()
        yield _window_of(main, "termForm")


@asynccontextmanager
async def _glossaries(theme: Theme) -> AsyncIterator[tuple[QWidget, GlossaryOpener]]:
    main = QWidget()
    store = ListedGlossaries()
    works = await store.save_glossary(glossary_of("Works"))
    await store.save_terms(works.id, [Term("Anlage", "plant", "a note", "noun"), Term("Rad", "wheel")])
    opener = GlossaryOpener(theme, main, store, CATALOGUE, FakeFiles().port, lambda: None)
    try:
        yield main, opener
    finally:
        await opener.close()
        _end(main)


@asynccontextmanager
async def memory(theme: Theme) -> AsyncIterator[QWidget]:
    """The memory, with two units."""
    main = QWidget()
    room = Room()
    await room.memory.keep([unit_from("Close the door.", "Schließen Sie die Tür."), unit_from("Two.", "Zwei.")])
    opener = MemoryOpener(theme, main, room.store, room.files, name, lambda: NOW)
    opener.open()
    window = _window_of(main, "memoryWindow")
    table, count = window.findChild(UnitTable), window.findChild(ElidedLabel, "memoryCountLabel")
    assert isinstance(table, UnitTable)
    assert isinstance(count, ElidedLabel)
    await until(lambda: table.units.rowCount() == 2 and bool(count.text()))  # asked for one after the other
    try:
        yield window
    finally:
        await opener.close()
        await room.close()
        _end(main)


@asynccontextmanager
async def popup(theme: Theme) -> AsyncIterator[QWidget]:
    """The popup, with a translation and its source unfolded."""
    stage = Stage(theme, completed("Hallo, und auf Wiedersehen"))
    await stage.work_elsewhere()
    stage.desk.show_text("hello", takes_focus=True)
    await settle()
    window = stage.popup.window
    await until(window.isActiveWindow)
    window.source.fold(folded=False)
    try:
        yield window
    finally:
        await stage.close()


@asynccontextmanager
async def crash_report(theme: Theme) -> AsyncIterator[QWidget]:
    """The report of a crash."""
    main = QWidget()
    ReportDialog(theme, main).open(FakeCrashReport("Fatal error\nAborted"), _NoCommands())
    try:
        yield _window_of(main, "crashReportDialog")
    finally:
        _end(main)


class _NoCommands:
    def copy(self, text: str) -> None:
        """Do nothing."""

    def save(self, text: str, path: Path) -> None:
        """Do nothing."""


@asynccontextmanager
async def stay_question(theme: Theme) -> AsyncIterator[QWidget]:
    """The question whether to stay in the tray."""
    main = QWidget()
    StayDialog(theme, main).ask(lambda _: None)
    try:
        yield _window_of(main, "stayDialog")
    finally:
        _end(main)


@asynccontextmanager
async def capture(theme: Theme) -> AsyncIterator[QWidget]:
    """The overlay on which a part of the screen is drawn."""
    screen = QApplication.primaryScreen()
    picture = QImage(screen.geometry().size(), QImage.Format.Format_RGB32)
    picture.fill(QColorConstants.White)
    overlay = RegionOverlay(theme, screen, picture)
    overlay.showFullScreen()
    try:
        yield overlay
    finally:
        _end(overlay)


def _window_of(main: QWidget, object_name: str) -> QWidget:
    window = main.findChild(QWidget, object_name)
    assert isinstance(window, QWidget), object_name
    return window


EVERY: dict[str, Open] = {
    opened.__name__: opened
    for opened in (
        empty_window, first_run, working_window, failed_window, picking_language, other_ways, kept_back, settings,
        history, guide, glossaries, term_form, memory, popup, crash_report, stay_question, capture,
    )
}  # fmt: skip


async def views(window: QWidget) -> AsyncIterator[str]:
    """Yield the name of each page of the settings, as it is turned to; of any other window an empty one, once."""
    for page in PAGES if isinstance(window, SettingsWindow) else ("",):
        if isinstance(window, SettingsWindow):
            window.open_page(page)
            assert window.page == page
            QApplication.sendPostedEvents()
            await settle()
        yield page

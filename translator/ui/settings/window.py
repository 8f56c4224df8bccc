"""The settings window: a list of pages with a search over it, and the page that is chosen."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QStackedWidget, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.settings import Appearance
from translator.ui.announcing.announcer import Announcer
from translator.ui.languages.picker import LanguagePicker
from translator.ui.look.theme import Theme
from translator.ui.settings.appearance_page import AppearancePage
from translator.ui.settings.desktop.page import DesktopPage
from translator.ui.settings.library.history_section import HistorySection
from translator.ui.settings.library.page import MemoryPage
from translator.ui.settings.page import Page
from translator.ui.settings.reading_pages import AboutPage, PrivacyPage
from translator.ui.settings.screen import GeneralCommands
from translator.ui.settings.services.page import ServicesPage
from translator.ui.settings.shortcuts.page import ShortcutsPage
from translator.ui.settings.synonyms import add_synonyms
from translator.ui.settings.transfer.page import TransferPage
from translator.ui.settings.translation.page import TranslationPage
from translator.ui.settings.translation.style_section import StyleSection
from translator.ui.settings.usage.page import UsagePage
from translator.ui.vocabulary import Line
from translator.ui.widgets.buttons.buttons import QWIDGETSIZE_MAX
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.labels.spoken_label import SpokenLabel
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.sheets.sheet import Sheet
from translator.ui.widgets.windows.page_menu import PageMenu

_SIZE = QSize(840, 600)
_SMALLEST = QSize(360, 420)
_SIDEBAR = 216
_STACK_BELOW = 440
"""Narrower windows have the search and a menu of the pages above the page."""
_MARGIN = 12


class SettingsWindow(QDialog):
    """Stands beside the main window and applies everything at once. Escape closes it; it remembers nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("settingsWindow")
        self.setWindowTitle(tr("Settings"))
        self.setModal(False)
        self.setMinimumSize(_SMALLEST)
        self.resize(_SIZE)
        self._commands: GeneralCommands | None = None
        self.translation = TranslationPage(theme)
        self.services = ServicesPage(theme)
        self.library = MemoryPage(theme)
        self.usage = UsagePage(theme)
        self.shortcuts = ShortcutsPage(theme)
        self.desktop = DesktopPage(theme)
        self.appearance = AppearancePage(theme)
        self.transfer = TransferPage(theme)
        self.privacy = PrivacyPage(theme)
        about = AboutPage(theme)
        self._pages: list[Page] = [
            self.translation, self.services, self.library, self.usage, self.shortcuts, self.desktop, self.appearance,
            self.transfer, self.privacy, about,
        ]  # fmt: skip
        self._make_sidebar()
        self._lay_out()
        add_synonyms(self)
        self._find("")

    def _make_sidebar(self) -> None:
        self._search = SearchField(self._theme, "settingsSearchField", tr("Search settings"))
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._go_to_found)
        self._search.installEventFilter(self)
        QShortcut(QKeySequence("Ctrl+F"), self, self._go_to_search)
        self._list = LineList(self._theme, "settingsPageList", tr("Pages"))
        self._list.chosen.connect(self._turn_to)
        self._nothing = SpokenLabel("hint")
        self._announcer = Announcer(self._list)
        self._menu = PageMenu(self._theme, "settings")
        self._menu.chosen.connect(self._turn_to)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        sheet = Sheet(self._theme)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self._stack)
        self._sidebar = QWidget()
        self._column = column = QVBoxLayout(self._sidebar)
        column.setSpacing(_MARGIN)
        for part in (self._search, self._menu, self._nothing, self._list):
            column.addWidget(part)
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arms.setSpacing(0)
        self._arms.addWidget(self._sidebar)
        self._arms.addWidget(sheet, 1)
        self._arrange()

    # Turning the pages

    def open_page(self, key: str) -> None:
        """Show the window with the page of this ``key``."""
        self._search.clear()
        self._turn_to(key)
        self.show()
        self.raise_()
        self.activateWindow()

    def open_key_field(self) -> None:
        """Show where the key of the service in use is entered."""
        self.open_page("services")
        self.services.focus("key")

    def open_model_field(self) -> None:
        """Show where the model of the service in use is chosen."""
        self.open_page("services")
        self.services.focus("model")

    def open_picture_model_field(self) -> None:
        """Show where the model for pictures of the service in use is chosen."""
        self.open_page("services")
        self.services.focus("picture_model")

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return next(page.key for page in self._pages if page is self._stack.currentWidget())

    def _turn_to(self, key: str) -> None:
        page = next(page for page in self._pages if page.key == key)
        self._stack.setCurrentWidget(page)
        with QSignalBlocker(self._list):
            self._list.choose(key)
        self._menu.show_page(page.title)

    def _find(self, text: str) -> None:
        """Keep the pages and rows that answer a search, and turn to the first of them."""
        found = [page for page in self._pages if page.filter(text)]
        shown = self._stack.currentWidget()
        chosen = next((page for page in found if page is shown), found[0] if found else None)
        lines = [Line(page.key, page.title, page.icon) for page in found]
        self._list.show_lines(lines, chosen.key if chosen else "")
        self._menu.show_pages(lines, chosen.title if chosen else tr("Nothing matches."))
        self._nothing.say("" if found else tr("Nothing matches."))
        self._stack.setVisible(bool(found))
        if chosen is not None:
            self._stack.setCurrentWidget(chosen)

    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _go_to_found(self) -> None:
        """Go to the first row that a search found, among the others of its page again."""
        page = self._pages[self._stack.currentIndex()]
        row = page.found if self._search.text().strip() and self._stack.isVisibleTo(self) else None
        if row is not None:
            self._search.clear()
            page.go_to_row(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the search move in the list of pages, and Escape empty the search first."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._list.event(event)
                self._announcer.say_row(self._list)
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sidebar from taking the room of the page."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < max(_STACK_BELOW, self._theme.px(_STACK_BELOW))
        directions = QBoxLayout.Direction
        self._arms.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        margin = _MARGIN // 2 if stacked else _MARGIN
        self._arms.setContentsMargins(margin, margin, margin, margin)
        self._arms.setSpacing(0 if stacked else margin)
        self._column.setContentsMargins(*(4, 0, 4, margin) if stacked else (0, 4, 0, 0))
        self._list.setVisible(not stacked)
        self._menu.setVisible(stacked)
        if stacked:
            self._sidebar.setMinimumWidth(0)
            self._sidebar.setMaximumWidth(QWIDGETSIZE_MAX)
        else:
            self._sidebar.setFixedWidth(min(self._theme.px(_SIDEBAR), self.width() * 3 // 10) - 2 * margin)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is typed as finished, and leave no key behind in its field."""
        if not event.spontaneous():
            self._finish_typing()
        super().hideEvent(event)

    def _finish_typing(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.services.forget_key()

    # What the presenters show

    @property
    def history(self) -> HistorySection:
        """The part about the history."""
        return self.library.history

    @property
    def style_part(self) -> StyleSection:
        """The part about style."""
        return self.translation.style_section

    def listen(self, commands: GeneralCommands) -> None:
        """Let the controls do this."""
        self._commands = commands
        self.translation.typing_toggled.connect(commands.set_while_typing)
        self.translation.memory_toggled.connect(commands.set_use_memory)
        self.translation.language_wanted.connect(commands.ask_second_language)
        self.translation.automatic_wanted.connect(lambda: commands.choose_second_language(None))
        self.appearance.language_chosen.connect(commands.choose_interface_language)
        self.appearance.appearance_chosen.connect(commands.choose_appearance)
        self.appearance.text_size_chosen.connect(commands.choose_text_size)

    def show_while_typing(self, *, wanted: bool) -> None:
        """Show whether texts are translated while one types."""
        self.translation.switch.setChecked(wanted)

    def show_use_memory(self, *, wanted: bool) -> None:
        """Show whether translations are remembered and used again."""
        self.translation.memory_switch.setChecked(wanted)

    def show_second_language(self, name: str, *, chosen: bool) -> None:
        """Show the second language, and whether the user chose it."""
        self.translation.show_second_language(name, chosen=chosen)

    def ask_language(self, catalogue: Catalogue, current: LanguageTag | None) -> None:
        """Let the user choose the second language."""
        picker = LanguagePicker(self._theme, self, catalogue, recent=(), current=current, with_detect=False)
        if self._commands is not None:
            picker.chosen.connect(self._commands.choose_second_language)
        anchor = self.translation.picker
        picker.closed.connect(lambda: anchor.setFocus(Qt.FocusReason.PopupFocusReason))
        picker.open_below(anchor)

    def show_interface_language(self, language: str) -> None:
        """Show the chosen language of the program."""
        self.appearance.show_interface_language(language)

    def show_appearance(self, appearance: Appearance) -> None:
        """Show the chosen appearance."""
        self.appearance.show_appearance(appearance)

    def show_text_size(self, percent: int) -> None:
        """Show the chosen text size."""
        self.appearance.show_text_size(percent)

    def show_places(self, settings_file: str, draft_file: str, database_file: str) -> None:
        """Say where the files are."""
        self.privacy.show_places(settings_file, draft_file, database_file)

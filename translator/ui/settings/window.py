"""The settings window: a list of pages with a search over it, and the page that is chosen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.settings import Appearance
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
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.windows.paged_window import PagedWindow, Shape

_SHAPE = Shape(QSize(840, 600), QSize(360, 420), sidebar=216, stack_below=440)


class SettingsWindow(PagedWindow):
    """Stands beside the main window and applies everything at once. Escape closes it; it remembers nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        search = SearchField(theme, "settingsSearchField", tr("Search settings"))
        pages = LineList(theme, "settingsPageList", tr("Pages"))
        super().__init__(theme, "settings", tr("Settings"), search, pages, _SHAPE, parent)
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
        for page in self._pages:
            self._stack.addWidget(page)
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._go_to_found)
        for choice in (self._list.chosen, self._menu.chosen):
            choice.connect(self._turn_to)
        self.services.key_insisted.connect(self.open_key_field)
        add_synonyms(self)
        self._find("")

    # Turning the pages

    def open_page(self, key: str) -> None:
        """Show the window with the page of this ``key``."""
        self._search.clear()
        self._turn_to(key)
        self.open_window()

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
        self._mark_page(key, page.title)

    def _find(self, text: str) -> None:
        """Keep the pages and rows that answer a search, and turn to the first of them."""
        found = [page for page in self._pages if page.filter(text)]
        shown = self._stack.currentWidget()
        chosen = next((page for page in found if page is shown), found[0] if found else None)
        lines = [Line(page.key, page.title, page.icon) for page in found]
        self._list_pages(lines, chosen.key if chosen else "", chosen.title if chosen else "")
        self._stack.setVisible(bool(found))
        if chosen is not None:
            self._stack.setCurrentWidget(chosen)

    def _go_to_found(self) -> None:
        """Go to the first row that a search found, among the others of its page again."""
        page = self._pages[self._stack.currentIndex()]
        row = page.found if self._search.text().strip() and self._stack.isVisibleTo(self) else None
        if row is not None:
            self._search.clear()
            page.go_to_row(row)

    @property
    def _is_searching(self) -> bool:
        return self._search.hasFocus()  # who is on a setting that was found has done with the search

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is typed as finished, and leave no key behind in its field but one on its way."""
        if not event.spontaneous():
            self._finish_typing()
        super().hideEvent(event)

    def _finish_typing(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.services.leave_key()

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

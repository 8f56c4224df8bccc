"""How the window translates, whatever the service."""

from PySide6.QtCore import Signal

from translator.i18n import ptr, tr
from translator.ui.look.theme import Theme
from translator.ui.settings.page import Page
from translator.ui.settings.translation.style_section import StyleSection
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.buttons.choice_button import ChoiceButton
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.groups.group import Group, Row, button_line


class TranslationPage(Page):
    """The switches for typing and for the memory, the second language, and the style."""

    typing_toggled = Signal(bool)
    memory_toggled = Signal(bool)
    language_wanted = Signal()
    automatic_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "translation",
            "globe",
            ptr("page of the settings", "Translation"),
            tr("When a text is translated, into what, and how."),
        )
        typing = tr("Translate while typing")
        self.switch = Switch(theme, typing)
        self.switch.setObjectName("typingSwitch")
        self.switch.toggled.connect(self.typing_toggled)
        second = tr("Second language")
        self.picker = ChoiceButton(theme, second, "secondLanguagePicker")
        self.picker.clicked.connect(self.language_wanted)
        self._automatic = Button(theme, tr("Use the automatic choice"), "automaticLanguageButton", "text")
        self._automatic.clicked.connect(self.automatic_wanted)
        group = self.add(Group())
        hint = tr("After a short rest, for texts under 2,000 characters. Ctrl+Enter always works.")
        group.add(Row(theme, typing, hint, self.switch))
        hint = tr(
            "The target for a text that is already in the target language. Automatic: English, or the system's "
            "language for an English text."
        )
        row = group.add(Row(theme, second, hint, self.picker))
        row.add_below(button_line(self._automatic))
        memory = tr("Use the translation memory")
        self.memory_switch = Switch(theme, memory)
        self.memory_switch.setObjectName("memorySwitch")
        self.memory_switch.toggled.connect(self.memory_toggled)
        hint = tr("What was translated before is not asked for again. Switched off, nothing is added to it either.")
        group.add(Row(theme, memory, hint, self.memory_switch))
        self.style_section = self.add(StyleSection(theme))

    def show_second_language(self, name: str, *, chosen: bool) -> None:
        """Show the second language, and a way back from a choice."""
        self.picker.show_choice(name)
        self._automatic.setVisible(chosen)

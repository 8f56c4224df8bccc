"""How the window looks, and which language it speaks."""

from PySide6.QtCore import Signal

from translator.i18n import tr
from translator.locales.offered import OFFERED
from translator.ui.look.theme import Theme
from translator.ui.settings.page import Page
from translator.ui.widgets.fields.combo import ComboBox
from translator.ui.widgets.groups.group import Group, Row
from translator.ui.window.text_sizing import SIZES


class AppearancePage(Page):
    """Language, light or dark, and how large.

    ``language_chosen`` carries a language of ``OFFERED``, or nothing for the system's; ``appearance_chosen`` a value of
    ``Appearance``.
    """

    language_chosen = Signal(str)
    appearance_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "appearance", "appearance", tr("Appearance"), tr("How the window looks."))
        self._languages = ComboBox(theme, "interfaceLanguagePicker")
        self._languages.set_choices([(tr("As the system"), ""), *((name, tag) for tag, name in OFFERED.items())])
        self._colours = ComboBox(theme, "appearancePicker")
        self._colours.set_choices([(tr("As the system"), "system"), (tr("Light"), "light"), (tr("Dark"), "dark")])
        self._sizes = ComboBox(theme, "textSizePicker")
        self._offer_sizes(SIZES)
        self._languages.activated.connect(lambda _: self.language_chosen.emit(self._languages.currentData()))
        self._colours.activated.connect(lambda _: self.appearance_chosen.emit(self._colours.currentData()))
        self._sizes.activated.connect(lambda _: self.text_size_chosen.emit(self._sizes.currentData()))
        group = self.add(Group())
        said = tr("Of the program itself; what is translated stays as it is.")
        group.add(Row(theme, tr("Language"), said, self._languages))
        group.add(Row(theme, tr("Colours"), tr("Where the system tells, its own change is followed."), self._colours))
        group.add(Row(theme, tr("Text size"), tr("Everything in the window grows with it."), self._sizes))

    def _offer_sizes(self, sizes: tuple[int, ...]) -> None:
        self._sizes.set_choices([(tr("{n} %").format(n=size), size) for size in sizes])

    def show_interface_language(self, language: str) -> None:
        """Show the chosen language; one that is not offered stands for the system's."""
        self._languages.choose(language if language in OFFERED else "")

    def show_appearance(self, appearance: str) -> None:
        """Show the chosen colours."""
        self._colours.choose(appearance)

    def show_text_size(self, percent: int) -> None:
        """Show the chosen size, also one that is not among those offered."""
        if self._sizes.findData(percent) < 0:
            self._offer_sizes(tuple(sorted({*SIZES, percent})))
        self._sizes.choose(percent)

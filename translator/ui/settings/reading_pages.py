"""The pages that mostly say something: about privacy, and about the program."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

import translator
from translator.i18n import ptr, tr
from translator.joining import from_left
from translator.translation.spending.usage import KEPT_DAYS
from translator.ui.about.licences_dialog import LicencesRow
from translator.ui.look.theme import Theme
from translator.ui.settings.page import Page
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.group import Group, Row, button_line


class TextRow(Row):
    """A row of words that can be selected."""

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__(theme, title, text)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class LinkRow(TextRow):
    """Words with an address, which a button opens in the browser."""

    def __init__(self, theme: Theme, title: str, text: str, address: str) -> None:
        super().__init__(theme, title, f"{text}\n{address}")
        button = Button(theme, tr("Open"), "openLicenceButton", "text")
        button.setAccessibleName(tr("Open {address}").format(address=address))
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        self.side.insertLayout(0, button_line(button))
        self._turns = True


class PrivacyPage(Page):
    """What leaves this computer, and what is kept on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, "privacy", "eye_off", tr("Privacy"), tr("What leaves this computer, and what stays on it.")
        )
        leaves = self.add(Group(tr("What leaves this computer")))
        leaves.add(TextRow(theme, tr("Text you translate"), tr(
            "It goes to the service in use, and nowhere else. With a server on this computer or the demo it does not "
            "leave at all."
        )))  # fmt: skip
        leaves.add(TextRow(theme, tr("Nothing else"), tr(
            "No usage statistics, no search for updates. The language of a text is detected here."
        )))  # fmt: skip
        stays = self.add(Group(tr("What is kept on it")))
        self._draft = stays.add(TextRow(theme, tr("Draft"), ""))
        self._settings = stays.add(TextRow(theme, tr("Settings"), ""))
        stays.add(TextRow(theme, ptr("keys of services", "Keys"), tr(
            "In the system's keyring, never in a file. A key used for one session is forgotten with the window."
        )))  # fmt: skip
        self._translations = stays.add(TextRow(theme, tr("Translations"), ""))
        self._glossaries = stays.add(TextRow(theme, tr("Glossaries"), ""))
        usage = tr(
            "When a request was made, to which service and model, its tokens and its cost, for {days} days. Never the "
            "text."
        )
        stays.add(TextRow(theme, tr("Usage"), usage.format(days=KEPT_DAYS)))
        stays.add(TextRow(theme, tr("Crash reports"), tr(
            "When something goes wrong inside, where it was in the program is written down, with neither text nor key. "
            "The next start offers to show it; nothing is sent."
        )))  # fmt: skip
        private = self.add(Group(tr("Private mode")))
        private.add(TextRow(theme, tr("Keep nothing"), tr(
            "Private mode, in the menu of the window, keeps neither text nor languages nor translations: no draft, no "
            "history, nothing new in the memory, no usage. It does not change what a service does with the text it "
            "receives."
        )))  # fmt: skip

    def show_places(self, settings_file: str, draft_file: str, database_file: str) -> None:
        """Say where the files are."""
        translations = tr(
            "With their texts: in the history, to be found again, and in the translation memory, to be used again. "
            "None in private mode: {path}"
        )
        self._translations.set_hint(translations.format(path=from_left(database_file)))
        glossaries = tr("Your own terms and their translations, in private mode as well: {path}")
        self._glossaries.set_hint(glossaries.format(path=from_left(database_file)))
        draft = tr("The text in the window and its languages, to be there at the next start: {path}")
        self._draft.set_hint(draft.format(path=from_left(draft_file)))
        self._settings.set_hint(tr("Services and choices, without keys: {path}").format(path=from_left(settings_file)))


class AboutPage(Page):
    """The version, the licence, and whose work the program stands on."""

    def __init__(self, theme: Theme) -> None:
        version = tr("Translator {version}").format(version=translator.__version__)
        super().__init__(theme, "about", "info", tr("About"), version)
        group = self.add(Group())
        licence = tr("Free software under the MIT licence.")
        group.add(TextRow(theme, tr("Licence"), licence))
        group.add(LicencesRow(theme))
        thanks = self.add(Group(tr("Work of others")))
        thanks.add(LinkRow(theme, tr("Language detection"), tr(
            "The fastText language identification model lid.176 by Meta, under CC BY-SA 3.0."
        ), "https://fasttext.cc/docs/en/language-identification.html"))  # fmt: skip
        thanks.add(LinkRow(theme, tr("Names of languages"), tr(
            "From the Unicode CLDR, under the Unicode License V3."
        ), "https://www.unicode.org/license.txt"))  # fmt: skip
        thanks.add(LinkRow(theme, tr("Window"), tr(
            "Qt and PySide6, under the GNU LGPL, version 3."
        ), "https://www.gnu.org/licenses/lgpl-3.0.html"))  # fmt: skip

"""The card that takes a key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.welcome.cards import TEXT_BUTTON_INSET, Card
from translator.ui.widgets.buttons import Button
from translator.ui.widgets.key_field import KeyField
from translator.ui.widgets.spoken_label import SpokenLabel

_RISE = 6


class KeyCard(Card):
    """A field, Save, a way to the page where keys are made; below them what went wrong and a way round it."""

    entered = Signal(str)

    def __init__(self, theme: Theme, key_page: str) -> None:
        words = tr("Make one at {address}. It is kept in the system keyring, never in a file.")
        super().__init__(theme, "key", tr("Use an OpenAI key"), words.format(address=key_page.removeprefix("https://")))
        self.page_button = Button(theme, tr("Get a key"), "welcomeKeyPageButton", "text")
        self.page_button.setToolTip(tr("Open {address} in the browser").format(address=key_page))
        self.head.addWidget(self.page_button)
        self.head.addSpacing(-TEXT_BUTTON_INSET)
        # The button is higher than its word: let it stand out above and below, so that the words stay together.
        self.body.insertSpacing(0, -_RISE)
        self.body.insertSpacing(2, -_RISE)
        self.field = KeyField(theme, "welcomeKeyField", tr("OpenAI key"))
        self.save_button = Button(theme, tr("Save"), "welcomeKeySaveButton")
        self._problem = SpokenLabel("error")
        self._problem.setObjectName("welcomeKeyProblem")
        self.session_button = Button(theme, tr("Use for this session"), "welcomeKeySessionButton", "text")
        self.environment_button = Button(
            theme, tr("Use the key in OPENAI_API_KEY"), "welcomeEnvironmentKeyButton", "text"
        )
        self._lay_out()
        self.save_button.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.save_button)
        self.body.addLayout(line)
        self.body.addWidget(self._problem)
        for button in (self.session_button, self.environment_button):
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addSpacing(-TEXT_BUTTON_INSET)
            row.addWidget(button)
            row.addStretch(1)
            self.body.addLayout(row)
            button.hide()

    def _enter(self) -> None:
        if self.field.text().strip():
            self.entered.emit(self.field.text())
        else:
            self.field.setFocus()

    def show_storing(self, *, storing: bool) -> None:
        """Show that the key is being stored, or no longer."""
        self.field.setReadOnly(storing)
        self.save_button.setEnabled(not storing)
        self.save_button.setText(tr("Saving…") if storing else tr("Save"))

    def show_problem(self, sentence: str, *, offer_session: bool) -> None:
        """Say what is wrong; nothing if empty."""
        self._problem.say(sentence)
        self.session_button.setVisible(offer_session)

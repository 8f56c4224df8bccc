"""The card that takes a key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from translator.i18n import tr
from translator.joining import sentences
from translator.ui.look.theme import Theme
from translator.ui.welcome.cards import TEXT_BUTTON_INSET, Card
from translator.ui.welcome.screen import KeyState, WayOn
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.fields.key_field import KeyField
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.spoken_label import SpokenLabel

_RISE = 6
_AROUND = 40
"""What stands beside the words of a narrow card: its own margins, and a scrollbar."""


class KeyCard(Card):
    """A field, Save, a way to the page where keys are made; below them what went wrong and a way round it."""

    entered = Signal(str)
    help_wanted = Signal(str)
    """Carries the topic of the guide that says more of what is wrong."""

    def __init__(self, theme: Theme, key_page: str) -> None:
        words = tr("Make one at {address}. It is kept in the system keyring, never in a file.")
        self._words = words.format(address=key_page.removeprefix("https://"))
        super().__init__(theme, "key", tr("Use an OpenAI key"), self._words)
        self._topic = ""
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
        self.unchecked_button = Button(theme, tr("Use it without the check"), "welcomeKeyUncheckedButton", "text")
        self._help = Button(theme, tr("What can I do?"), "welcomeKeyHelpButton", "text")
        self.environment_button = Button(
            theme, tr("Use the key in OPENAI_API_KEY"), "welcomeEnvironmentKeyButton", "text"
        )
        self._lay_out()
        self._help.clicked.connect(lambda: self.help_wanted.emit(self._topic))
        self.save_button.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._forget_problem)

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 8, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self.field, 1)
        self._line.addWidget(self.save_button)
        self.body.addLayout(self._line)
        self.body.addWidget(self._problem)
        for button in (self.session_button, self.unchecked_button, self._help, self.environment_button):
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addSpacing(-TEXT_BUTTON_INSET)
            button.give_way()
            row.addWidget(button)
            row.addStretch(1)
            self.body.addLayout(row)
            button.hide()

    def fit_into(self, width: int) -> None:
        """Put what goes with the title and the field beside them, or below them where so many pixels are too few."""
        room = width - _AROUND
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        field = self.field.minimumSizeHint().width()
        for layout, before, button in (
            (self.head, title, self.page_button),
            (self._line, field, self.save_button),
        ):
            stacked = self.is_narrow and before + layout.spacing() + button.sizeHint().width() > room
            stack(layout, stacked=stacked)
            layout.setAlignment(button, Qt.AlignmentFlag.AlignLeading if stacked else Qt.AlignmentFlag(0))

    def _enter(self) -> None:
        if self.field.text().strip():
            self.entered.emit(self.field.text())
        else:
            self.field.setFocus()

    def _forget_problem(self) -> None:
        """Another key is being typed: what was said of the last one holds no more, unless it is about the keyring."""
        if self.session_button.isHidden():
            self.show_problem("", "", "")

    def show_cost(self, sentence: str) -> None:
        """Say what checking a key takes."""
        self.hint.setText(sentences(self._words, sentence))

    def show_state(self, state: KeyState) -> None:
        """Show what is being done with the key; a check need not be waited for."""
        words = {"resting": tr("Save"), "storing": tr("Saving…"), "checking": tr("Checking…")}
        if state != "resting":
            self._hold_focus(self.save_button, self.environment_button)
        if state != "checking":
            self._hold_focus(self.unchecked_button)
        self.field.setReadOnly(state != "resting")
        self.save_button.setEnabled(state == "resting")
        self.environment_button.setEnabled(state == "resting")
        self.save_button.setText(words[state])
        self.unchecked_button.setVisible(state == "checking")

    def show_problem(self, sentence: str, way_on: WayOn, topic: str) -> None:
        """Say what is wrong, and offer a way on; nothing if empty."""
        self._topic = topic
        ways = {"session": self.session_button, "unchecked": self.unchecked_button}
        self._hold_focus(self._help, *(button for way, button in ways.items() if way != way_on))
        self._problem.say(sentence)
        self._help.setVisible(bool(sentence and topic))
        for way, button in ways.items():
            button.setVisible(way == way_on)

    def _hold_focus(self, *going: Button) -> None:
        """Give the keyboard to the field before one of these goes: Qt would give it to the next, which is the demo."""
        if self.window().focusWidget() in going:
            self.field.setFocus()

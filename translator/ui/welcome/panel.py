"""The panel of the first run: three ways to translate, and nothing that keeps one from typing meanwhile."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.presets import find_preset
from translator.ui.guide.topics import FIRST_RUN
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import NARROW_PANE
from translator.ui.welcome.cards import Card
from translator.ui.welcome.key_card import KeyCard
from translator.ui.welcome.screen import KeyState, Offer, WayOn, WelcomeCommands
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import label

_WIDEST = 448
_LOW = 600
"""Panels lower than this draw their cards in."""

_KEY_PAGE = find_preset("openai").key_page


class WelcomePanel(QWidget):
    """Lies in the target sheet, centred; scrolls where the sheet is too low for it."""

    key_entered = Signal(str)
    keep_for_session_chosen = Signal()
    environment_key_chosen = Signal()
    local_server_chosen = Signal(str)
    demo_chosen = Signal()
    typing_toggled = Signal(bool)
    settings_clicked = Signal()
    unchecked_chosen = Signal()
    guide_wanted = Signal(str)
    """Carries the topic."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("welcomePanel")
        self.setAccessibleName(tr("Choose how to translate"))
        self._theme = theme
        self._offers: list[Offer] = []
        self._subtitle = label(tr("One of these is enough. You can change it later in Settings."), "hint", wrap=True)
        self._key_card = KeyCard(theme, _KEY_PAGE)
        self._server_card = Card(theme, "server", tr("Use the local server"), "")
        self._server_buttons: list[Button] = []
        demo_words = tr("Accented pseudo-translation, offline, no account.")
        self._demo_card = Card(theme, "demo", tr("Try the demo"), demo_words)
        self._demo_button = Button(theme, tr("Start demo"), "welcomeDemoButton")
        self._demo_card.add_button(self._demo_button)
        self._switch = Switch(theme, tr("Translate while typing"))
        self._switch.setObjectName("welcomeTypingSwitch")
        self._settings_button = Button(theme, tr("Add it in Settings"), "welcomeSettingsButton", "text")
        self._guide_button = Button(theme, tr("User guide"), "welcomeGuideButton", "text")
        self._lay_out()
        self._forward()

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._column.addWidget(label(tr("Choose how to translate"), "title", wrap=True))
        self._column.addWidget(self._subtitle)
        self._column.addSpacing(8)
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addLayout(self._typing_row())
        self._column.addLayout(self._settings_row())
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard to whatever is in it
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    @property
    def _cards(self) -> tuple[Card, ...]:
        return self._key_card, self._server_card, self._demo_card

    def _typing_row(self) -> QHBoxLayout:
        hint = tr("After a short rest, for texts under 2,000 characters. Off: Ctrl+Enter translates.")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(tr("Translate while typing"), "strong", wrap=True))
        words.addWidget(label(hint, "hint", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 10, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._switch)
        return row

    def _settings_row(self) -> FlowLayout:
        for button in (self._settings_button, self._guide_button):
            button.give_way()
        return FlowLayout(label(tr("Another service?"), "hint"), self._settings_button, self._guide_button, gap=4)

    def _forward(self) -> None:
        self._key_card.entered.connect(self.key_entered)
        self._key_card.session_button.clicked.connect(self.keep_for_session_chosen)
        self._key_card.environment_button.clicked.connect(self.environment_key_chosen)
        self._key_card.unchecked_button.clicked.connect(self.unchecked_chosen)
        self._key_card.help_wanted.connect(self.guide_wanted)
        self._guide_button.clicked.connect(lambda: self.guide_wanted.emit(FIRST_RUN))
        self._key_card.page_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(_KEY_PAGE)))
        self._demo_button.clicked.connect(self.demo_chosen)
        self._switch.toggled.connect(self.typing_toggled)
        self._settings_button.clicked.connect(self.settings_clicked)

    def listen(self, commands: WelcomeCommands) -> None:
        """Let the controls do this."""
        self.key_entered.connect(commands.store_key)
        self.keep_for_session_chosen.connect(commands.keep_key_for_session)
        self.environment_key_chosen.connect(commands.use_environment_key)
        self.unchecked_chosen.connect(commands.use_unchecked)
        self.local_server_chosen.connect(commands.choose_local_server)
        self.demo_chosen.connect(commands.choose_demo)
        self.typing_toggled.connect(commands.set_while_typing)

    # What the presenter shows

    def key(self) -> str:
        """Return what is in the key field."""
        return self._key_card.field.text()

    def forget_key(self) -> None:
        """Empty the key field."""
        self._key_card.field.forget()

    def show_cost(self, sentence: str) -> None:
        """Say what checking a key takes."""
        self._key_card.show_cost(sentence)

    def show_state(self, state: KeyState) -> None:
        """Show what is being done with the key."""
        self._key_card.show_state(state)

    def show_key_problem(self, sentence: str, way_on: WayOn = "", topic: str = "") -> None:
        """Say what is wrong with the key, the keyring or the service; nothing if empty."""
        self._key_card.show_problem(sentence, way_on, topic)

    def offer_environment_key(self) -> None:
        """Say that the environment holds a key, and offer it."""
        self._key_card.environment_button.show()

    def show_local_servers(self, sentence: str, offers: Sequence[Offer]) -> None:
        """Say which servers run here, and offer them. Nothing moves where nothing has changed."""
        self._server_card.hint.setText(sentence)
        if list(offers) != self._offers:
            self._offers = list(offers)
            self._replace_server_buttons()
            self._arrange()

    def _replace_server_buttons(self) -> None:
        for button in self._server_buttons:
            self._server_card.buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._server_buttons = [self._server_button(place, offer) for place, offer in enumerate(self._offers)]
        chain = [self._key_card.save_button, *self._server_buttons]
        for before, button in pairwise(chain):
            QWidget.setTabOrder(before, button)

    def _server_button(self, place: int, offer: Offer) -> Button:
        name = "welcomeLocalServerButton" + (f"_{offer.preset_id}" if place else "")
        button = Button(self._theme, offer.words, name)
        button.setEnabled(offer.usable)
        button.clicked.connect(lambda: self.local_server_chosen.emit(offer.preset_id))
        self._server_card.add_button(button)
        return button

    def show_while_typing(self, *, wanted: bool) -> None:
        """Show whether texts are translated while one types."""
        self._switch.setChecked(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and draw it in where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.px(NARROW_PANE)
        compact = narrow or self.height() < self._theme.px(_LOW)
        side = max(16, (self.width() - self._theme.px(_WIDEST)) // 2)
        self._column.setContentsMargins(side, 12, side, 12)
        self._subtitle.setVisible(not compact)
        for card in self._cards:
            card.set_compact(compact=compact, narrow=narrow)
        self._key_card.fit_into(self.width() - 2 * side)

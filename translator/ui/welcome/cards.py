"""The cards of the first run: an icon, what it is, a line about it, and a control."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.labels.labels import label

TEXT_BUTTON_INSET = 8
"""How far the word of a text button is from its edge, in pixels."""


class Card(QFrame):
    """One way to translate. ``body`` takes what stands below the words, ``buttons`` those at the end."""

    def __init__(self, theme: Theme, icon: str, title: str, hint: str) -> None:
        super().__init__()
        self.setProperty("role", "group")
        self.is_narrow = False
        self.title = label(title, "strong", wrap=True)
        self.hint = label(hint, "hint", wrap=True)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(2)
        self.body.addLayout(self.head)
        self.body.addWidget(self.hint)
        self.buttons = QVBoxLayout()
        self.buttons.setSpacing(8)
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arms.setSpacing(12)
        words = QVBoxLayout()
        words.addLayout(self.body)
        words.addStretch(1)
        self._arms.addLayout(words, 1)
        self._arms.addLayout(self.buttons)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(14)
        self._icon = IconLabel(theme, icon, "accent_text")
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._arms, 1)

    def add_button(self, button: Button) -> None:
        """Put a button at the card's end, in the middle of its height."""
        button.give_way()
        self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_compact(self, *, compact: bool, narrow: bool) -> None:
        """Draw the card in, and put its buttons under its words where there is little width."""
        upright = 10 if compact else 14
        self._row.setContentsMargins(16, upright, 14, upright)
        self._icon.setVisible(not narrow)  # an address needs the room
        stack(self._arms, stacked=narrow)
        for place in range(self.buttons.count()):
            side = Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag.AlignVCenter
            if item := self.buttons.itemAt(place):
                item.setAlignment(side)
        self._arms.setSpacing(8 if narrow else 12)
        self.is_narrow = narrow

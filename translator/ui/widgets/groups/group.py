"""Grouped rows: a label with a hint below it, its control on the right, hairlines between."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from translator.text.folding import holds_all, search_words
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import UNLIMITED
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.groups.hairline import draw_hairline
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.labels.spoken_label import SpokenLabel

CONTROL_WIDTH = 240
_NARROW = 420
_EDGE = 16
_TIGHT, _EDGE_TIGHT = 200, 12
"""Rows narrower than that leave their words more room."""
_LEAST_CONTROL = 40
_TEXT_BUTTON_INSET = 8


class Row(QWidget):
    """One setting. ``hint`` may change; ``show_problem`` says below the control what is wrong with it.

    A control is CONTROL_WIDTH wide, a switch as wide as it is. Narrow rows have their control below the words.
    """

    def __init__(self, theme: Theme, title: str, hint: str = "", control: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._control = control
        self._turns = not isinstance(control, Switch | None)
        """Whether what is beside the words goes below them where there is little room."""
        self._is_filled = False
        self._ruled = False
        self._wanted = True
        self._matches = True
        self.synonyms = ""
        """Other words that a search finds the row by."""
        self.title = label(title, "strong", wrap=True)
        self.hint = label(hint, "hint", wrap=True)
        if not hint:
            self.hint.hide()  # shown before it has a parent, it would be a window for a moment
        self.problem = SpokenLabel("error")
        self.side = QVBoxLayout()
        self.side.setSpacing(6)
        self._lay_out()
        theme.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        words.addStretch(1)
        if self._control is not None:
            self.title.setBuddy(self._control)
            self.side.addWidget(self._control)
        self.side.addWidget(self.problem)
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arms.setContentsMargins(_EDGE, 12, _EDGE, 12)
        self._arms.addLayout(words, 1)
        self._arms.addLayout(self.side)

    def fill(self, contents: QLayout) -> None:
        """Fill the row with this, instead of words and a control."""
        self._is_filled = True
        self._arms.setContentsMargins(8, 8, 8, 8)
        self._arms.setSpacing(0)
        self._arms.addLayout(contents, 1_000)

    def add_below(self, part: QWidget | QLayout) -> None:
        """Put something below the control, above what is wrong with it."""
        place = self.side.count() - 1
        if isinstance(part, QWidget):
            self.side.insertWidget(place, part)
        else:
            self.side.insertLayout(place, part)

    def set_hint(self, hint: str) -> None:
        """Say this below the label; nothing if empty."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; nothing if empty."""
        self.problem.say(sentence)

    # Which rows are seen

    @property
    def words(self) -> str:
        """What a search looks at."""
        return f"{self.title.text()} {self.hint.text()} {self.synonyms}"

    @property
    def is_shown(self) -> bool:
        """Whether the row is seen on its page."""
        return self._wanted and self._matches

    def set_wanted(self, *, wanted: bool) -> None:
        """Show the row only where it has something to say."""
        self._wanted = wanted
        self.setVisible(self.is_shown)

    def set_matching(self, *, matches: bool) -> None:
        """Show the row only where it answers a search."""
        self._matches = matches
        self.setVisible(self.is_shown)

    # How it is drawn

    def set_ruled(self, *, ruled: bool) -> None:
        """Draw a hairline above the row, or none."""
        self._ruled = ruled
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the words or below them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.px(_NARROW)
        stack(self._arms, stacked=narrow and self._turns)
        self._arms.setSpacing(8 if narrow else 16)
        if not self._is_filled:
            edge = _EDGE if self.width() >= self._theme.px(_TIGHT) else _EDGE_TIGHT
            self._arms.setContentsMargins(edge, 12, edge, 12)
        for place in range(self.side.count()):
            item = self.side.itemAt(place)
            if self._turns and item is not None and (widget := item.widget()):
                self._widen(widget, narrow=narrow)

    def _widen(self, widget: QWidget, *, narrow: bool) -> None:
        if narrow:
            widget.setMinimumWidth(_LEAST_CONTROL)  # what does not fit, it cuts itself; the page would scroll sideways
            widget.setMaximumWidth(UNLIMITED)
        else:
            widget.setFixedWidth(self._theme.px(CONTROL_WIDTH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline."""
        if self._ruled:
            draw_hairline(self, self._theme)


class Group(QWidget):
    """Rows that belong together, in a frame, maybe under a heading."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self.heading = label(heading, "strong", wrap=True)
        if not heading:
            self.heading.hide()
        self._frame = QFrame()
        self._frame.setProperty("role", "group")
        self._rows = QVBoxLayout(self._frame)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._frame)
        self.rows: list[Row] = []

    def add(self, row: Row) -> Row:
        """Add a row at the end."""
        self.rows.append(row)
        self._rows.addWidget(row)
        self.settle()
        return row

    def set_heading(self, heading: str) -> None:
        """Change the heading."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))

    def filter(self, search: str) -> bool:
        """Keep the rows in which all words of a search are found, or in the heading; return whether any is left."""
        for row in self.rows:
            row.set_matching(matches=answers(search, f"{self.heading.text()} {row.words}"))
        return self.settle()

    def settle(self) -> bool:
        """Draw hairlines between the rows that are seen; return whether any is."""
        shown = [row for row in self.rows if row.is_shown]
        for place, row in enumerate(shown):
            row.set_ruled(ruled=place > 0)
        if self.parent() is not None or not shown:  # or it would be a window for a moment
            self.setVisible(bool(shown))
        return bool(shown)


def answers(search: str, text: str) -> bool:
    """Return whether all words of a search are found in a text."""
    return holds_all(search_words(search), text)


def button_line(*buttons: QWidget) -> QHBoxLayout:
    """Return buttons side by side, from where reading begins."""
    line = QHBoxLayout()
    line.setSpacing(8)
    if buttons and buttons[0].property("kind") == "text":
        line.addSpacing(-_TEXT_BUTTON_INSET)
    for button in buttons:
        if isinstance(button, Button):
            button.give_way()
        line.addWidget(button)
    line.addStretch(1)
    line.setAlignment(Qt.AlignmentFlag.AlignLeading)
    return line

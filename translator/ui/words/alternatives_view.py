"""Where alternatives are asked for in the window: a button at what is selected, a key, the menu of the text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from translator.i18n import tr
from translator.translation.words.alternatives import LONGEST_PART, Alternative
from translator.ui.look.theme import Theme
from translator.ui.translate.view import TranslateView
from translator.ui.utf16 import from_utf16
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.words.alternatives_panel import AlternativesPanel

_REST_MS = 150
"""A selection that is still being made has no button yet."""

_EDGE = 6
_PARAGRAPH = "\u2029"


class AlternativesView(QObject):
    """Says which part of the translation is asked about; shows what there is to choose from beside it.

    ``can_ask`` tells whether it is of any use to offer it. Places are in code points.
    """

    asked = Signal(object)
    """The Span that is asked about."""
    chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, view: TranslateView, can_ask: Callable[[], bool]) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._pane = view.target
        self._text = view.target.target
        self._can_ask = can_ask
        self._button: Button | None = None
        self._panel: AlternativesPanel | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._offer)
        self._text.selectionChanged.connect(self._follow_selection)
        self._text.verticalScrollBar().valueChanged.connect(self._hide_button)
        self._text.text_edited.connect(self._hide_button)
        self._text.menu_opening.connect(self._fill_menu)

    # What is asked

    def ask(self) -> None:
        """Ask about what is selected, or else about the word at the caret."""
        cursor = self._text.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            if not cursor.hasSelection():
                return
            self._text.setTextCursor(cursor)
        own = self._pane.writer.own_text()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self.asked.emit((from_utf16(own, start), from_utf16(own, end)))

    def _follow_selection(self) -> None:
        self._hide_button()
        self._rest.start()

    def _offer(self) -> None:
        words = self._text.textCursor().selectedText()
        is_phrase = any(map(str.isalpha, words)) and _PARAGRAPH not in words and len(words) <= LONGEST_PART
        if is_phrase and self._pane.writer.is_drained and self._can_ask():
            self._place_button()

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        action = menu.addAction(tr("Say it in another way…"))
        action.setObjectName("alternativesMenuAction")
        action.setEnabled(not self._text.document().isEmpty() and self._can_ask())
        action.triggered.connect(lambda _checked=False: self.ask())

    # The button

    def _place_button(self) -> None:
        """Show the button below the end of the selection, or above it where the text ends."""
        button = self._button = self._button or self._make_button()
        cursor = self._text.textCursor()
        lines = self._text.rects(cursor.selectionStart(), cursor.selectionEnd())
        if not lines:  # out of sight
            button.move(_EDGE, _EDGE)
            return
        button.adjustSize()
        origin = self._text.viewport().mapTo(self._pane, QPoint(0, 0))
        line = lines[-1].toRect().translated(origin)
        left = line.left() if self._text.is_rtl_at(cursor.selectionEnd()) else line.right() - button.width()
        left = max(_EDGE, min(left, self._pane.width() - button.width() - _EDGE))
        top = line.bottom() + 2
        if top + button.height() > self._text.geometry().bottom():
            top = lines[0].toRect().translated(origin).top() - button.height() - 2
        button.move(left, max(_EDGE, top))
        button.show()
        button.raise_()

    def _make_button(self) -> Button:
        button = Button(self._theme, tr("Alternatives"), "alternativesButton", icon="replace")
        button.setParent(self._pane)
        button.setToolTip(tr("Say it in another way (Ctrl+.)"))
        button.clicked.connect(lambda _checked=False: self.ask())
        return button

    def _hide_button(self) -> None:
        self._rest.stop()
        if self._button is not None and self._panel is None:
            self._button.hide()

    # The panel

    def show_waiting(self, part: str) -> None:
        """Open, and say that alternatives to this part are on their way."""
        if self._panel is None:
            self._place_button()
            anchor = self._button or self._text
            anchor.setVisible(anchor is self._text)  # the panel takes its place
            panel = self._panel = AlternativesPanel(self._theme, self._view, rtl=self._text.is_rtl)
            panel.chosen.connect(self.chosen)
            panel.closed.connect(self._follow_close)
            panel.open_by(anchor)
        self._panel.say(tr("Looking for other ways to say “{words}”…").format(words=part))

    def show_choices(self, choices: Sequence[Alternative]) -> None:
        """Let one of these be chosen."""
        if self._panel is not None:
            self._panel.offer(choices)

    def show_sentence(self, sentence: str) -> None:
        """Say this, instead of anything to choose from."""
        if self._panel is not None:
            self._panel.say(sentence)

    def close(self) -> None:
        """Close the panel."""
        if self._panel is not None:
            self._panel.close_overlay()

    def _follow_close(self) -> None:
        self._panel = None
        self._hide_button()
        self.closed.emit()

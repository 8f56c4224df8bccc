"""A notice: what happened in one sentence, and what can be done about it as buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from translator.i18n import ptr
from translator.ui.announcing.announcer import Announcer
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import NARROW_PANE, RADIUS_CONTROL
from translator.ui.vocabulary import Action, Severity
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import label

_ACTION_PADDING = 8
"""Around an action's word: the words stand in line with the sentence."""

_FILL = {"error": "error_soft", "warning": "warning_soft", "info": "raised"}
_TINT = {"error": "error", "warning": "warning", "info": "accent_text"}


class Notice(QWidget):
    """Stands above a pane's footer, over the text's bottom margin, so that no text moves because of it."""

    closed = Signal()
    """The reader has dismissed it."""

    def __init__(self, theme: Theme, object_name: str) -> None:
        super().__init__()
        self._theme = theme
        self._severity: Severity = "info"
        self._announcer = Announcer(self)
        self.setObjectName(object_name)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sentence = label("", "strong", wrap=True)
        self._sentence.setObjectName("bannerSentence")
        self._sentence.setContentsMargins(_ACTION_PADDING, 2, 0, 0)
        self._close = ToolButton(theme, "close", ptr("to let a notice go", "Dismiss"), "bannerCloseButton")
        self._close.clicked.connect(self._close_it)
        self.stops: list[QWidget] = [self._close]
        """What Tab goes through; the actions come before the last of them."""
        self._actions = FlowLayout()
        self._steps = QWidget()
        self._steps.setLayout(self._actions)
        self._is_beside = False
        self._lay_out()
        theme.changed.connect(self._tint)
        self.hide()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 6, 8)
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._sentence, 0, 1)
        self._grid.addWidget(self._close, 0, 3, Qt.AlignmentFlag.AlignTop)
        self._put_actions()

    def _put_actions(self) -> None:
        """Put the actions beside the sentence, or below it, where they have the width up to the edge."""
        self._grid.removeWidget(self._steps)
        if self._is_beside:
            self._grid.addWidget(self._steps, 0, 2)
        else:
            self._grid.addWidget(self._steps, 1, 1, 1, 3)

    def show_sentence(self, sentence: str, severity: Severity, actions: Sequence[Action] = (), name: str = "") -> None:
        """Say it, with these next steps. What was said before is gone.

        ``name`` is what a screen reader says instead: a sentence that changes every second would be read for ever.
        """
        self._severity = severity
        self._say(sentence, name)
        steps = ", ".join(action.text for action in actions)
        self._announcer.say(f"{name or sentence} {steps}".strip())
        self._replace_actions(actions)
        self._tint()
        self.show()
        self._arrange()

    def change_sentence(self, sentence: str, name: str = "") -> bool:
        """Say this instead, with the same next steps; ``name`` stays where none is given.

        Return whether anything is said: what was dismissed does not come back.
        """
        if self.sentence:
            self._say(sentence, name or self.accessibleName())
        return bool(self.sentence)

    def _say(self, sentence: str, name: str) -> None:
        # The name first: a label that has one of its own tells nobody that its text is another.
        self._sentence.setAccessibleName(name)
        self._sentence.setAccessibleDescription(sentence if name else "")  # for whoever asks how long it still is
        self._sentence.setText(sentence)
        self.setAccessibleName(name or sentence)

    def _replace_actions(self, actions: Sequence[Action]) -> None:
        for widget in self._actions.take_widgets():
            widget.hide()
            widget.deleteLater()
        self._steps.setVisible(bool(actions))
        last: QWidget = self._close
        for action in actions:
            button = Button(self._theme, action.text, action.name, "text")
            button.clicked.connect(action.run)
            self._actions.addWidget(button)
            QWidget.setTabOrder(last, button)
            last = button
            button.show()  # Qt would wait for the next event, and until then leave no room for it
        if actions:
            QWidget.setTabOrder(last, self._close)

    def dismiss(self) -> None:
        """Take the notice away."""
        self.hide()

    def _close_it(self) -> None:
        self.dismiss()
        self.closed.emit()

    @property
    def sentence(self) -> str:
        """What is being said; empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def _tint(self) -> None:
        name = "info" if self._severity == "info" else self._severity
        self._icon.setPixmap(self._theme.pixmap(name, self, _TINT[self._severity]))
        self._icon.setContentsMargins(0, 6, 0, 0)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that the sentence needs at the width there is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow notice is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions beside the sentence where there is room, below it where there is not."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Let the pane place the notice anew when its contents want another size."""
        if event.type() is QEvent.Type.LayoutRequest and (parent := self.parentWidget()):
            parent.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        actions = self._actions.sizeHint().width()
        sentence = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text())
        room = self.width() - 100
        beside = self.width() >= NARROW_PANE and actions + sentence < room
        if beside != self._is_beside:
            self._is_beside = beside
            self._put_actions()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(_FILL[self._severity]))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)

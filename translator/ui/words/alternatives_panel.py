"""The panel of alternatives: a line while they are on their way, then up to three to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from translator.i18n import ntr, tr
from translator.joining import listed
from translator.text.display import neutralise
from translator.translation.words.alternatives import Alternative
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_CONTROL
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.sheets.overlay import SHADOW, Overlay

_WIDTH = 320
_EDGE = 8
_GAP = 4
_INSET = 10
_FIGURE = 26


class AlternativesPanel(Overlay):
    """1, 2 and 3 choose, as clicks do; the arrows move; Escape closes."""

    chosen = Signal(int)
    """The place of what was chosen, 0 first."""

    def __init__(self, theme: Theme, window: QWidget, *, rtl: bool) -> None:
        super().__init__(theme, window)
        self.setObjectName("alternativesPanel")
        self.setAccessibleName(tr("Other ways to say it"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rtl = rtl
        self._rows: list[_Row] = []
        self.body.setContentsMargins(SHADOW + 6, SHADOW + 8, SHADOW + 6, SHADOW + 8)
        self.body.setSpacing(2)
        self._line = label("", "hint", wrap=True)
        self._line.setObjectName("alternativesLine")
        self._line.setContentsMargins(_INSET, 4, _INSET, 4)
        self.body.addWidget(self._line)

    def open_by(self, anchor: QWidget) -> None:
        """Open below this control, or above it where there is no room, with the keyboard in it.

        It takes the place of one that is hidden.
        """
        width = min(self._theme.px(_WIDTH), self._window.width() - 2 * _EDGE)
        self.open_at(anchor, width, 1)
        self._fit()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def say(self, sentence: str) -> None:
        """Say this, in place of anything to choose from."""
        self._clear()
        self._line.setText(sentence)
        self._line.show()
        self.setAccessibleDescription(sentence)
        self._fit()

    def offer(self, choices: Sequence[Alternative]) -> None:
        """Let one of these be chosen."""
        self._clear()
        self._line.hide()
        for place, choice in enumerate(choices):
            row = _Row(self._theme, place, choice, rtl=self._rtl)
            row.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            self.body.addWidget(row)
            row.show()
            self._rows.append(row)
        said = ntr("{n} other way to say it", "{n} other ways to say it", len(choices))
        self.setAccessibleDescription(said.format(n=len(choices)))
        self._fit()
        if self._holds(self._window.focusWidget()):
            self._rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _clear(self) -> None:
        had_focus = any(row.hasFocus() for row in self._rows)
        if had_focus:
            self.setFocus(Qt.FocusReason.PopupFocusReason)
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def _fit(self) -> None:
        """Be as high as what is said, and stay inside the window."""
        if self._anchor is None:
            return
        inside = self.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        self.body.activate()
        height = self.body.heightForWidth(self.width()) if self.body.hasHeightForWidth() else self.sizeHint().height()
        height -= 2 * SHADOW
        top = self._anchor.mapTo(self._window, QPoint(0, 0)).y()
        below = top + self._anchor.height() + _GAP if self._anchor.isVisible() else top
        room = self._window.height() - _EDGE
        y = below if below + height <= room else max(_EDGE, top - _GAP - height)
        place = QRect(inside.x(), y, inside.width(), min(height, room - _EDGE))
        self.setGeometry(place.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by figure, and move by arrow."""
        key = event.key()
        place = key - Qt.Key.Key_1
        if 0 <= place < len(self._rows):
            self.chosen.emit(place)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._rows:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        focused = next((at for at, row in enumerate(self._rows) if row.hasFocus()), -1 if step > 0 else 0)
        self._rows[(focused + step) % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)


class _Row(QPushButton):
    """A wording, what it means, and the figure that chooses it."""

    def __init__(self, theme: Theme, place: int, choice: Alternative, *, rtl: bool) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(f"alternative{place + 1}Button")
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setAccessibleName(listed([choice.wording, choice.gloss]))
        self.setAccessibleDescription(tr("Press {n} to choose it").format(n=place + 1))
        wording = _inner(neutralise(choice.wording), "strong")
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        wording.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        wording.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(wording)
        if choice.gloss:
            words.addWidget(_inner(neutralise(choice.gloss), "hint"))
        figure = _inner(str(place + 1), "key")
        figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        figure.setFixedWidth(theme.px(_FIGURE))
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, 6, _INSET, 6)
        row.setSpacing(10)
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        """Return the size of the words; a button's own is that of its text, and it has none."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter as well, and leave the arrows to the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground where the pointer or the keyboard is; the words are labels."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.underMouse() or self.hasFocus():
                painter.setBrush(self._theme.colour("hover"))
                painter.drawRoundedRect(self.rect(), RADIUS_CONTROL, RADIUS_CONTROL)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("focus"), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


def _inner(text: str, role: str) -> QLabel:
    """Return words that leave clicks to the button they are on."""
    made = label(text, "strong" if role == "strong" else "hint", wrap=role != "key")
    made.setProperty("role", role)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made

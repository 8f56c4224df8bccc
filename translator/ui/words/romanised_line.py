"""The translation in Latin letters, in a quiet line below it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.text.display import neutralise
from translator.ui.look.theme import Theme
from translator.ui.translate.pane import BelowText
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.labels.labels import label

_MOST_LINES = 4
_BELOW = 6


class RomanisedLine(BelowText):
    """Can be selected and copied. It is as high as its text, up to four lines, and scrolls beyond.

    Where the letters have to be asked for it has a button instead; then kana stand above them.
    """

    reading_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("romanisedPart")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kana = _selectable("readingKanaLabel")
        self.label = _selectable("romanisedLabel")
        self.button = Button(theme, tr("Show reading"), "showReadingButton", "text")
        self.button.setAccessibleName(tr("Show reading"))
        self.button.setToolTip(tr("Ask the service how the translation is read"))
        self.button.clicked.connect(lambda _checked=False: self.reading_asked.emit())
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.kana)
        lines.addWidget(self.label)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(page)
        self._area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _BELOW)
        column.addWidget(self._area)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        theme.changed.connect(self._measure)
        self.hide()

    def set_margin(self, text: int) -> None:
        """Align with text that stands this far from the sheet's sides."""
        column = self.layout()
        if column is not None:
            column.setContentsMargins(text, 0, text, _BELOW)

    def show_text(self, text: str) -> None:
        """Show this, or nothing."""
        self._show("", text, tr("In Latin letters: {text}").format(text=text))

    def offer_reading(self, sentence: str) -> None:
        """Show the button, and above it a sentence, if there is one."""
        self._show("", sentence, sentence, with_button=True)

    def show_waiting(self) -> None:
        """Say that the reading is on its way."""
        sentence = tr("Asking how it is read…")
        had_focus = self.button.hasFocus()
        self._show("", sentence, sentence)
        if had_focus:  # hidden, it would hand the focus to anything
            self.label.setFocus()

    def show_reading(self, kana: str, latin: str) -> None:
        """Show kana, if there are any, and below them Latin letters."""
        self._show(kana, latin, tr("In Latin letters: {text}").format(text=latin))

    def _show(self, kana: str, text: str, name: str, *, with_button: bool = False) -> None:
        self.kana.setText(neutralise(kana))
        self.kana.setAccessibleName(tr("In kana: {text}").format(text=kana))
        self.kana.setVisible(bool(kana))
        self.label.setText(neutralise(text))
        self.label.setAccessibleName(name)
        self._area.setVisible(bool(text))
        self.button.setVisible(with_button)
        self.setVisible(bool(text) or with_button)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width."""
        if event.type() is QEvent.Type.Resize:
            self._measure()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Return a size that makes no window larger than one line."""
        return QSize(0, self.label.fontMetrics().lineSpacing() + _BELOW)

    def _measure(self) -> None:
        width = max(1, self._area.viewport().width())
        wanted = sum(each.heightForWidth(width) for each in (self.kana, self.label) if each.text())
        most = _MOST_LINES * self.label.fontMetrics().lineSpacing()
        height = min(max(wanted, self.label.fontMetrics().lineSpacing()), most)
        if self._area.maximumHeight() != height:
            self._area.setFixedHeight(height)


def _selectable(object_name: str) -> QLabel:
    made = label("", "hint", wrap=True)
    made.setObjectName(object_name)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made

"""The translation in Latin letters, in a quiet line below it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout

from translator.i18n import tr
from translator.text.display import neutralise
from translator.ui.look.theme import Theme
from translator.ui.translate.pane import BelowText
from translator.ui.widgets.labels import label

_MOST_LINES = 4
_BELOW = 6


class RomanisedLine(BelowText):
    """Can be selected and copied. It is as high as its text, up to four lines, and scrolls beyond."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("romanisedPart")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.label: QLabel = label("", "hint", wrap=True)
        self.label.setObjectName("romanisedLabel")
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.label.setTextInteractionFlags(flags)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.label)
        self._area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _BELOW)
        column.addWidget(self._area)
        theme.changed.connect(self._measure)
        self.hide()

    def set_margin(self, text: int) -> None:
        """Align with text that stands this far from the sheet's sides."""
        column = self.layout()
        if column is not None:
            column.setContentsMargins(text, 0, text, _BELOW)

    def show_text(self, text: str) -> None:
        """Show this, or nothing."""
        self.label.setText(neutralise(text))
        self.label.setAccessibleName(tr("In Latin letters: {text}").format(text=text))
        self.setVisible(bool(text))
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
        wanted = self.label.heightForWidth(max(1, self._area.viewport().width()))
        most = _MOST_LINES * self.label.fontMetrics().lineSpacing()
        height = min(max(wanted, self.label.fontMetrics().lineSpacing()), most)
        if self._area.maximumHeight() != height:
            self._area.setFixedHeight(height)

"""How far a file is read or written, with a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.widgets.labels.meter import Meter


class TransferBar(QWidget):
    """Is there while there is something to say."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sentence = ElidedLabel()
        self._sentence.setObjectName("memoryTransferLabel")
        self._meter = Meter(theme, tr("Progress"), "memoryTransferMeter")
        self._cancel = Button(theme, tr("Cancel"), "cancelTransferButton")
        self._cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self._sentence)
        words.addWidget(self._meter)
        words.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(self._cancel)
        self.hide()

    def show_progress(self, sentence: str, percent: int | None) -> None:
        """Say how far it is; nothing where there is no sentence."""
        self.setVisible(bool(sentence))
        self._sentence.setText(sentence)
        self._meter.setVisible(percent is not None)
        self._meter.show_part(percent or 0, "fine")

"""The question that is asked once, when the window is closed for the first time where there is a tray."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.windows.scrolling_dialog import ScrollingDialog

_WIDTH = 420
_SMALLEST = 320


class StayDialog:
    """Implements ``screen.StayQuestion``. Escape leaves the window open and the question unanswered."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._theme = theme
        self._window = window
        self._dialog: QDialog | None = None

    def ask(self, answer: Callable[[bool], None]) -> None:
        """Ask over the window, or bring the question that stands to the front."""
        if self._dialog is None:
            self._dialog = _Dialog(self._theme, self._window, answer)
            self._dialog.finished.connect(self.withdraw)
            self._dialog.open()
        else:
            self._dialog.raise_()
            self._dialog.activateWindow()

    def withdraw(self) -> None:
        """Take the question back."""
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.close()
            dialog.deleteLater()


class _Dialog(ScrollingDialog):
    def __init__(self, theme: Theme, window: QWidget, answer: Callable[[bool], None]) -> None:
        super().__init__(window, sides=24, ends=20)
        self.setObjectName("stayDialog")
        self.setWindowTitle(tr("Keep Translator ready?"))
        self._answer = answer
        self.body.setSpacing(8)
        self.body.addWidget(label(tr("Keep Translator ready in the tray?"), "title", wrap=True))
        words = tr(
            "Without a window its shortcuts go on working in every program, and its icon brings the window back. You "
            "will not be asked again; the choice is in the settings, under Desktop."
        )
        self.body.addWidget(label(words, "hint", wrap=True))
        self.body.addSpacing(8)
        stay = Button(theme, tr("Stay in the tray"), "stayInTrayButton", "primary")
        leave = Button(theme, tr("Quit"), "quitInsteadButton")
        stay.setDefault(True)
        stay.clicked.connect(lambda: self._give(stays=True))
        leave.clicked.connect(lambda: self._give(stays=False))
        self.foot.addLayout(FlowLayout(stay, leave))
        self.fit(QSize(theme.px(_WIDTH), 0), _SMALLEST)

    def _give(self, *, stays: bool) -> None:
        self.accept()
        self._answer(stays)

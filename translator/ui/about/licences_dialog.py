"""The window in which the licences of all that comes with the program are read."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.licences import licences_text
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.groups.group import Row, button_line
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.windows.on_screen import fit_into_screen

_SIZE = QSize(640, 560)
_SMALLEST = QSize(340, 360)


class LicencesRow(Row):
    """Says that there are licences to be read, and opens them."""

    def __init__(self, theme: Theme, read: Callable[[], str] = licences_text) -> None:
        super().__init__(
            theme, tr("Licences of everything that comes along"),
            tr("The texts of the licences, with the name of each work, its version and where it is found."),
        )  # fmt: skip
        self._theme = theme
        self._read = read
        self._dialog: LicencesDialog | None = None
        button = Button(theme, tr("Show"), "showLicencesButton")
        button.setAccessibleName(tr("Show the licences"))
        button.clicked.connect(self._open)
        self.side.insertLayout(0, button_line(button))
        self._turns = True

    def _open(self) -> None:
        if self._dialog is None:
            self._dialog = LicencesDialog(self._theme, self.window(), self._text())
            self._dialog.finished.connect(self._forget)
        self._dialog.show()
        self._dialog.activateWindow()

    def _text(self) -> str:
        try:
            return self._read()
        except OSError as fault:
            return tr("The licences cannot be read: {reason}.").format(reason=fault.strerror or fault)

    def _forget(self) -> None:
        self._dialog = None


class LicencesDialog(QDialog):
    """Shows a long text that can be selected and copied. Escape closes it, and it is gone."""

    def __init__(self, theme: Theme, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setObjectName("licencesDialog")
        self.setWindowTitle(tr("Licences"))
        self.setModal(False)
        self.setMinimumSize(_SMALLEST)
        self.resize(_SIZE)
        fit_into_screen(self)
        field = QPlainTextEdit(text)
        field.setObjectName("licencesField")
        field.setAccessibleName(tr("Licences"))
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        close = Button(theme, tr("Close"), "closeLicencesButton", "primary")
        close.clicked.connect(self.close)
        self.finished.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(tr("Licences"), "title"))
        column.addWidget(field, 1)
        column.addLayout(FlowLayout(close))
        field.setFocus()

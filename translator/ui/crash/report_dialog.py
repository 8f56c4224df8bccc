"""The window in which the report of a crash is read, added to, copied and saved."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.text.display import neutralise
from translator.ui.crash.presenter import Report, ReportCommands
from translator.ui.file_dialogs import ask_file_to_save
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.windows.on_screen import fit_into_screen, room_for

_SIZE = QSize(640, 520)
_SMALLEST = QSize(340, 360)
_FILE_NAME = "translator-report.txt"


class ReportDialog:
    """Implements ``presenter.ReportScreen``; the dialog is made when it is wanted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._theme = theme
        self._parent = parent
        self._dialog: _Dialog | None = None

    def open(self, report: Report, commands: ReportCommands) -> None:
        """Show the report beside the window."""
        self._dialog = _Dialog(self._theme, self._parent, report, commands)
        self._dialog.show()

    def say(self, sentence: str) -> None:
        """Say what became of it."""
        if self._dialog is not None:
            self._dialog.say(sentence)


class _Dialog(QDialog):
    """Escape closes it; what was typed into it is kept nowhere."""

    def __init__(self, theme: Theme, parent: QWidget, report: Report, commands: ReportCommands) -> None:
        super().__init__(parent)
        self._theme = theme
        self._commands = commands
        self.setObjectName("crashReportDialog")
        self.setWindowTitle(tr("Report"))
        self.setModal(False)
        self.setMinimumSize(theme.least(_SMALLEST).boundedTo(room_for(self)))
        self.resize(_SIZE)
        fit_into_screen(self)
        self._field = QPlainTextEdit(neutralise(report.text))
        self._field.setObjectName("crashReportField")
        self._field.setAccessibleName(tr("Report"))
        self._field.setTabChangesFocus(True)
        self._said = label("", "hint", wrap=True)
        self._said.setObjectName("crashReportStatusLabel")
        self._lay_out(report)
        self._field.setFocus()

    def _lay_out(self, report: Report) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(report.summary, "title", wrap=True))
        promise = tr(
            "This report holds none of your texts and no key, and is sent nowhere. You may add what you were doing, "
            "and change or remove anything, before you copy or save it. As it was written it is kept in {path}."
        )
        column.addWidget(label(promise.format(path=neutralise(str(report.path))), "hint", wrap=True))
        column.addWidget(self._field, 1)
        column.addWidget(self._said)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        copy = Button(self._theme, tr("Copy"), "copyCrashReportButton", "primary")
        save = Button(self._theme, tr("Save…"), "saveCrashReportButton")
        close = Button(self._theme, tr("Close"), "closeCrashReportButton")
        copy.clicked.connect(lambda: self._commands.copy(self._field.toPlainText()))
        save.clicked.connect(self._ask_file)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addLayout(FlowLayout(copy, save, close), 1)
        return row

    def say(self, sentence: str) -> None:
        """Say what became of the report."""
        self._said.setText(sentence)

    def _ask_file(self) -> None:
        save = self._commands.save
        ask_file_to_save(self, _FILE_NAME, lambda path: save(self._field.toPlainText(), path), tr("Save the report"))

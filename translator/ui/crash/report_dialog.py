"""The window in which the report of a crash is read, added to, copied and saved."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from translator.i18n import tr
from translator.text.display import neutralise
from translator.ui.crash.presenter import Report, ReportCommands
from translator.ui.file_dialogs import ask_file_to_save
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.windows.scrolling_dialog import ScrollingDialog

_SIZE = QSize(640, 520)
_SMALLEST = QSize(340, 360)
_LEAST_FIELD = 96
"""The height of a few lines of the report, with their margins; where that is too much, one scrolls to them."""
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


class _Dialog(ScrollingDialog):
    """Escape closes it; what was typed into it is kept nowhere."""

    def __init__(self, theme: Theme, parent: QWidget, report: Report, commands: ReportCommands) -> None:
        super().__init__(parent, sides=24, ends=20)
        self._theme = theme
        self._commands = commands
        self.setObjectName("crashReportDialog")
        self.setWindowTitle(tr("Report"))
        self.setModal(False)
        self._field = QPlainTextEdit(neutralise(report.text))
        self._field.setObjectName("crashReportField")
        self._field.setAccessibleName(tr("Report"))
        self._field.setTabChangesFocus(True)
        self._said = label("", "hint", wrap=True)
        self._said.setObjectName("crashReportStatusLabel")
        self._lay_out(report)
        self.fit(_SIZE, theme.least(_SMALLEST).width())
        self._field.setFocus()

    def _lay_out(self, report: Report) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(label(report.summary, "title", wrap=True))
        promise = tr(
            "This report holds none of your texts and no key, and is sent nowhere. You may add what you were doing, "
            "and change or remove anything, before you copy or save it. As it was written it is kept in {path}."
        )
        self.body.addWidget(label(promise.format(path=neutralise(str(report.path))), "hint", wrap=True))
        self._field.setMinimumHeight(self._theme.px(_LEAST_FIELD))
        self.body.addWidget(self._field, 1)
        self.foot.setSpacing(8)
        self.foot.addWidget(self._said)
        self._said.hide()  # what is empty would take a line from the words
        self.foot.addLayout(self._make_buttons())

    def _make_buttons(self) -> FlowLayout:
        copy = Button(self._theme, tr("Copy"), "copyCrashReportButton", "primary")
        save = Button(self._theme, tr("Save…"), "saveCrashReportButton")
        close = Button(self._theme, tr("Close"), "closeCrashReportButton")
        copy.clicked.connect(lambda: self._commands.copy(self._field.toPlainText()))
        save.clicked.connect(self._ask_file)
        close.clicked.connect(self.close)
        return FlowLayout(copy, save, close)

    def say(self, sentence: str) -> None:
        """Say what became of the report."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _ask_file(self) -> None:
        save = self._commands.save
        ask_file_to_save(self, _FILE_NAME, lambda path: save(self._field.toPlainText(), path), tr("Save the report"))

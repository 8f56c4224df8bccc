"""The rows of a service's form, and the fields in them."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.announcing.announcer import Announcer
from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.fields.combo import EditableComboBox
from translator.ui.widgets.fields.key_field import KeyField
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.groups.group import Row, button_line
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.labels.labels import label


class WarningRow(Row):
    """A sentence about a danger, with a sign that does not need its colour. It is there while it has one to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self._sentence = label("", "error", wrap=True)
        self._sentence.setObjectName("serviceExposureLabel")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel(theme, "warning", "error_line"))
        line.addWidget(self._sentence, 1)
        self.fill(line)
        self._arms.setContentsMargins(16, 12, 16, 12)
        self.title.hide()
        self._has_sentence = self._is_wanted = False
        self._tell()

    def show_sentence(self, sentence: str) -> None:
        """Say this; nothing if empty."""
        self._sentence.setText(sentence)
        self._has_sentence = bool(sentence)
        self._tell()

    def set_wanted(self, *, wanted: bool) -> None:
        """Show the row with its form, where it has a sentence."""
        self._is_wanted = wanted
        self._tell()

    @property
    def words(self) -> str:
        """What a search looks at."""
        return self._sentence.text()

    def _tell(self) -> None:
        super().set_wanted(wanted=self._has_sentence and self._is_wanted)


class ModelRow(Row):
    """A model, chosen or typed, and a button that asks the service for its models anew."""

    finished = Signal(str)
    models_wanted = Signal()

    def __init__(self, theme: Theme, title: str, hint: str, object_name: str, placeholder: str) -> None:
        """``object_name`` is that of the service's model, such as "serviceModel", and begins those of the controls."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.picker = _ModelPicker(theme, f"{object_name}Picker")
        self.refresh = ToolButton(theme, "refresh", tr("Fetch the models"), f"{object_name}RefreshButton")
        line.addWidget(self.picker, 1)
        line.addWidget(self.refresh)
        super().__init__(theme, title, hint, holder)
        self.title.setBuddy(self.picker)
        self.picker.opened.connect(self.models_wanted)
        self.refresh.clicked.connect(self.models_wanted)
        self.picker.activated.connect(lambda _: self.finished.emit(self.picker.currentText()))
        if edit := self.picker.lineEdit():
            edit.setAccessibleName(title)
            edit.setPlaceholderText(placeholder)
            edit.editingFinished.connect(lambda: self.finished.emit(self.picker.currentText()))


class _ModelPicker(EditableComboBox):
    """Says when it is opened with nothing in it: then the models have not been asked for yet."""

    opened = Signal()

    def __init__(self, theme: Theme, object_name: str) -> None:
        super().__init__(theme, object_name)
        self._is_awaited = False

    def showPopup(self) -> None:  # noqa: N802 - Qt's own name
        """Open the list, or have it filled first."""
        self._is_awaited = not self.count()
        if self._is_awaited:
            self.opened.emit()
        else:
            super().showPopup()

    def offer(self, names: Sequence[str]) -> None:
        """Offer these, and open the list if that is waited for; what is typed stays."""
        super().offer(names)
        if names and self._is_awaited:
            self._is_awaited = False
            if self.hasFocus():
                super().showPopup()


class KeyRow(Row):
    """Where the key comes from, a field for another, and what can be done with it."""

    entered = Signal(str)
    session_chosen = Signal(str)
    delete_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        self.field = KeyField(theme, "serviceKeyField", tr("Key"))
        super().__init__(theme, tr("Key"), "", self.field)
        self.save = Button(theme, tr("Save"), "serviceKeySaveButton")
        self.delete = Button(theme, tr("Delete"), "serviceKeyDeleteButton", "danger")
        self.session = Button(theme, tr("Use for this session"), "serviceKeySessionButton", "text")
        self.page = Button(theme, tr("Get a key"), "serviceKeyPageButton", "text")
        self._page_address = ""
        self._announcer = Announcer(self)
        self.add_below(FlowLayout(self.save, self.delete, self.page))
        self.side.addLayout(button_line(self.session))
        self.session.hide()
        self.save.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.delete.clicked.connect(self.delete_clicked)
        self.session.clicked.connect(lambda: self.session_chosen.emit(self.field.text()))
        self.page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page_address)))

    def _enter(self) -> None:
        self.entered.emit(self.field.text())

    def show_page(self, address: str) -> None:
        """Offer to open the page where keys are made, where one is known."""
        self._page_address = address
        self.page.setVisible(bool(address))
        self.page.setToolTip(tr("Open {address} in the browser").format(address=address))

    def show_state(self, status: str, *, stored: bool, storing: bool) -> None:
        """Say where the key comes from, and whether one is being stored."""
        self.set_hint(status)
        if self.field.isReadOnly() and not storing:  # what became of it
            self._announcer.say(status)
        self.field.setReadOnly(storing)
        self.save.setEnabled(not storing)
        self.save.setText(tr("Replace") if stored else tr("Save"))
        self.delete.setVisible(stored)


class TestRow(Row):
    """Asks the service something harmless, and says what came back."""

    __test__ = False  # not a test of ours, whatever its name
    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Test"), tr("Asks for the list of models; sends no text."))
        button = Button(theme, tr("Test"), "serviceTestButton")
        button.setAccessibleName(tr("Test the service"))
        button.clicked.connect(self.clicked)
        self.side.insertWidget(0, button)
        self._announcer = Announcer(self)

    def show_outcome(self, sentence: str, role: str) -> None:
        """Say what came back, in the colour of the outcome; nothing if empty."""
        self.set_hint(sentence or tr("Asks for the list of models; sends no text."))
        set_property(self.hint, "role", role if sentence else "hint")
        self._announcer.say(sentence)

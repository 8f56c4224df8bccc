"""The rows of a service's form that ask the service: for its models, and whether it answers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.announcing.announcer import Announcer
from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.fields.combo import EditableComboBox
from translator.ui.widgets.groups.group import Row, button_line


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


class TestRow(Row):
    """Asks the service something harmless, and says what came back."""

    __test__ = False  # not a test of ours, whatever its name
    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Test"), tr("Asks for the list of models; sends no text."))
        button = Button(theme, tr("Test"), "serviceTestButton")
        button.setAccessibleName(tr("Test the service"))
        button.clicked.connect(self.clicked)
        self.side.insertLayout(0, button_line(button))
        self._turns = True
        self._announcer = Announcer(self)

    def show_outcome(self, sentence: str, role: str) -> None:
        """Say what came back, in the colour of the outcome; nothing if empty."""
        self.set_hint(sentence or tr("Asks for the list of models; sends no text."))
        set_property(self.hint, "role", role if sentence else "hint")
        self._announcer.say(sentence)

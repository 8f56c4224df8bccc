"""The services page: a list, what can be done with it, and the form of the selected service."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.settings import Reasoning
from translator.ui.look.theme import Theme
from translator.ui.settings.line_row import LineRow
from translator.ui.settings.page import Page
from translator.ui.settings.services.address.exposure_row import ExposureRow
from translator.ui.settings.services.key.row import KeyRow
from translator.ui.settings.services.models.rows import ModelRow, TestRow
from translator.ui.settings.services.screen import Field, ServiceCommands
from translator.ui.settings.services.service_list import ServiceListRow
from translator.ui.settings.services.tuning.section import TuningSection
from translator.ui.vocabulary import Line
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.groups.group import Group, Row


class ServicesPage(Page):
    """Shows what the presenter tells it, and forwards what is done."""

    key_insisted = Signal()
    """Something has to be said of the key, wherever the user is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "services",
            "services",
            tr("Services"),
            tr("Where your text is sent. One service is in use at a time."),
        )
        self._list = ServiceListRow(theme)
        self.add(Group()).add(self._list)
        self._make_rows(theme)
        self._form = self.add(Group())
        for row in (
            self._name, self._address, self._http, self._exposure, self._model, self._picture_model, self.key_row,
            self._test,
        ):  # fmt: skip
            self._form.add(row)
        self._tuning = self.add(TuningSection(theme))
        demo = tr("An accented pseudo-translation, made on this computer. There is nothing to set.")
        self._demo = self._form.add(Row(theme, tr("Demo"), demo))

    def _make_rows(self, theme: Theme) -> None:
        self._name = LineRow(theme, tr("Name"), tr("What menus and messages call it."), "serviceNameField")
        address = tr("https, or http on this computer. It often ends in /v1.")
        self._address = LineRow(theme, tr("Address"), address, "serviceAddressField", "https://example.org/v1")
        allow = tr("Allow unencrypted http for this service")
        self._http_switch = Switch(theme, allow)
        self._http_switch.setObjectName("serviceAllowHttpSwitch")
        hint = tr("Others on the network could read your texts and the key.")
        self._http = Row(theme, allow, hint, self._http_switch)
        self._exposure = ExposureRow(theme)
        self._model = ModelRow(theme, tr("Model"), "", "serviceModel", tr("Choose or type one"))
        reads = tr("Reads the text in pictures. It has to see; the model above does it where this is empty.")
        title = tr("Model for pictures")
        self._picture_model = ModelRow(theme, title, reads, "servicePictureModel", tr("The same model"))
        self.key_row = KeyRow(theme)
        self._test = TestRow(theme)

    @property
    def _rows(self) -> dict[Field, Row]:
        return {
            "name": self._name, "address": self._address, "model": self._model,
            "picture_model": self._picture_model, "key": self.key_row,
            **self._tuning.rows,
        }  # fmt: skip

    @property
    def _fields(self) -> dict[Field, QWidget]:
        return {
            "name": self._name.field, "address": self._address.field, "model": self._model.picker,
            "picture_model": self._picture_model.picker, "key": self.key_row.field,
        }  # fmt: skip

    def listen(self, commands: ServiceCommands) -> None:
        """Let the controls do this."""
        self._list.listen(commands)
        lines: tuple[tuple[Field, LineRow | ModelRow], ...] = (
            ("name", self._name), ("address", self._address), ("model", self._model),
            ("picture_model", self._picture_model),
        )  # fmt: skip
        for field, row in lines:
            row.finished.connect(lambda text, field=field: commands.change(field, text))
        self._tuning.listen(commands)
        self._http_switch.toggled.connect(commands.address.allow_http)
        self._model.models_wanted.connect(commands.models.fetch)
        self._picture_model.models_wanted.connect(commands.models.fetch)
        self._test.clicked.connect(commands.models.test)
        self.key_row.entered.connect(commands.key.store)
        self.key_row.session_chosen.connect(commands.key.keep_for_session)
        self.key_row.delete_clicked.connect(commands.key.delete)

    # What the presenter shows

    def show_services(self, lines: Sequence[Line], selected: str) -> None:
        """Show the services, with this one selected."""
        self._list.list.show_lines(lines, selected)

    def show_actions(self, *, use: bool, remove: bool) -> None:
        """Offer to use or to remove the selected service, or not."""
        self._list.show_actions(use=use, remove=remove)

    def show_form(self, heading: str, *, editable: bool, key_page: str) -> None:
        """Show the fields of a service under its name, or that it has none."""
        self._form.set_heading(heading)
        for row in (*self._form.rows, *self._tuning.every):
            row.set_wanted(wanted=editable != (row is self._demo))
        self.key_row.show_page(key_page)
        self._form.settle()
        self._tuning.settle()

    def show_field(self, field: Field, text: str) -> None:
        """Show this in a field."""
        match self._rows[field]:
            case LineRow() as row:
                row.show_text(text)
            case ModelRow() as row:
                row.picker.setEditText(text)
            case _ if field == "headers":
                self._tuning.show_headers(text)

    def show_placeholder(self, field: Field, words: str) -> None:
        """Say in an empty field what holds then."""
        if isinstance(row := self._rows[field], LineRow):
            row.field.setPlaceholderText(words)

    def show_allow_http(self, *, allowed: bool) -> None:
        """Show whether unencrypted text is allowed; says nothing."""
        with QSignalBlocker(self._http_switch):
            self._http_switch.setChecked(allowed)
        self._http_switch.update()

    def show_exposure(self, sentence: str) -> None:
        """Warn of what travels unencrypted; nothing if empty."""
        self._exposure.show_sentence(sentence)
        self._form.settle()

    def show_reasoning(self, reasoning: Reasoning) -> None:
        """Show how much reasoning models are asked to think."""
        self._tuning.show_reasoning(reasoning)

    def show_masking(self, *, wanted: bool) -> None:
        """Show whether private pieces of a text are kept on this computer."""
        self._tuning.show_masking(wanted=wanted)

    def show_price_of(self, model: str, hint: str) -> None:
        """Say which model's price is in the fields; no price can be entered where it is empty."""
        self._tuning.show_price_of(model, hint)

    def show_problem(self, field: Field, sentence: str) -> None:
        """Say what is wrong with a field; nothing if empty."""
        self._rows[field].show_problem(sentence)

    def show_models(self, names: Sequence[str], said: str) -> None:
        """Offer these models, and say something about them."""
        self._model.picker.offer(names)
        self._picture_model.picker.offer(names)
        self._model.set_hint(said)

    def show_test(self, sentence: str, outcome: Literal["success", "error", "hint"]) -> None:
        """Say what came of the test; nothing if empty."""
        self._test.show_outcome(sentence, outcome)

    def show_key(self, status: str, *, stored: bool, storing: bool) -> None:
        """Say where the key comes from."""
        self.key_row.show_state(status, stored=stored, storing=storing)

    def offer_session(self, *, offered: bool) -> None:
        """Offer to use the key for this session, or not."""
        self.key_row.session.setVisible(offered)

    def forget_key(self) -> None:
        """Empty the key field."""
        self.key_row.field.forget()

    def insist_on_key(self) -> None:
        """Show the key field, also where the user has gone elsewhere, or closed the window."""
        if not self.key_row.isVisible():
            self.key_insisted.emit()

    def leave_key(self) -> None:
        """Empty the key field as the window closes, unless its key is still on its way: that may fail."""
        if not self.key_row.field.isReadOnly():
            self.forget_key()

    def show_removal(self, question: str, problem: str = "") -> None:
        """Ask whether to remove the service, and say what kept it from going."""
        self._list.show_removal(question, problem)

    def focus(self, field: Field) -> None:
        """Put the caret into a field, and scroll to it."""
        self.show_row(self._rows[field])
        self._fields[field].setFocus(Qt.FocusReason.ShortcutFocusReason)

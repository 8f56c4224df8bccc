"""The row of a service's form with its key."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from translator.i18n import tr
from translator.ui.announcing.announcer import Announcer
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.fields.key_field import KeyField
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.groups.group import Row, button_line


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

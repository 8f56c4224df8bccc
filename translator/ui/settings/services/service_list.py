"""The list of services, with what can be done with the selected one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from translator.i18n import ptr, tr
from translator.presets import CUSTOM, PRESETS
from translator.ui.look.theme import Theme
from translator.ui.settings.services.screen import ServiceCommands
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.buttons.menu_button import give_menu
from translator.ui.widgets.groups.group import Row
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.labels.spoken_label import SpokenLabel
from translator.ui.widgets.lists.line_list import LineList


class ServiceListRow(Row):
    """Removing asks first, in the place of the buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Services"), tr("Add, remove, use"))
        for words in (self.title, self.hint):
            words.hide()  # the page's title says it; a search finds them
        self.list = LineList(theme, "serviceList", tr("Services"), fits=True)
        self._add = Button(theme, tr("Add service"), "addServiceButton", icon="plus")
        self._use = Button(theme, tr("Use this"), "useServiceButton")
        self._remove = Button(theme, tr("Remove"), "removeServiceButton", "danger")
        self._question = label("", "strong", wrap=True)
        self._confirm = Button(theme, tr("Remove"), "confirmRemoveServiceButton", "danger")
        self._keep = Button(theme, ptr("not to remove it", "Keep"), "keepServiceButton", "text")
        self._problem = SpokenLabel("error")
        self._lay_out_list()
        self.show_removal("")

    def _lay_out_list(self) -> None:
        self._buttons = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._buttons)
        self._confirmation = QWidget()
        asking = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._confirmation)
        self._arms_of_buttons = line, asking
        for layout in self._arms_of_buttons:
            layout.setContentsMargins(4, 4, 4, 0)
            layout.setSpacing(8)
        line.addWidget(self._add)
        line.addWidget(self._use)
        line.addStretch(1)
        line.addWidget(self._remove)
        asking.addWidget(self._question, 1)
        asking.addWidget(self._confirm)
        asking.addWidget(self._keep)
        column = QVBoxLayout()
        column.setSpacing(4)
        for part in (self.list, self._buttons, self._confirmation, self._problem):
            column.addWidget(part)
        self.fill(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons one below the other where there is no room beside each other."""
        super().resizeEvent(event)
        wanted = sum(b.sizeHint().width() + 8 for b in (self._add, self._use, self._remove)) + 24
        for layout in self._arms_of_buttons:
            stack(layout, stacked=self.width() < wanted)

    def minimumSizeHint(self) -> QSize:
        """Return a size that no button forces wider: they go below each other, and cut their words."""
        return QSize(0, super().minimumSizeHint().height())

    def listen(self, commands: ServiceCommands) -> None:
        """Let the controls do this."""
        self.list.chosen.connect(commands.select)
        self._use.clicked.connect(commands.use)
        self._remove.clicked.connect(commands.ask_to_remove)
        self._confirm.clicked.connect(commands.remove)
        self._keep.clicked.connect(commands.keep)
        menu = QMenu(self)
        menu.setObjectName("addServiceMenu")
        for preset in PRESETS:
            menu.addAction(preset.name).triggered.connect(
                lambda _checked=False, preset_id=preset.id: commands.add(preset_id)
            )
        menu.addSeparator()
        menu.addAction(tr("Custom")).triggered.connect(lambda: commands.add(CUSTOM.id))
        give_menu(self._add, menu)

    def show_actions(self, *, use: bool, remove: bool) -> None:
        """Offer to use or to remove the selected service, or not."""
        if not use and self._use.hasFocus():  # or Qt would have the next key press remove the service
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._use.setEnabled(use)
        self._remove.setVisible(remove)

    def show_removal(self, question: str, problem: str = "") -> None:
        """Ask whether to remove the service, and say what kept it from going."""
        self._question.setText(question)
        self._confirmation.setVisible(bool(question))
        self._buttons.setVisible(not question)
        self._problem.say(problem)
        if question:
            self._keep.setFocus(Qt.FocusReason.ShortcutFocusReason)  # which shows where the keyboard is

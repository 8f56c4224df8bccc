"""The head of the popup: from which language into which, and what becomes of the popup."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.icon_label import IconLabel

HEIGHT = 48
_HEIGHT_OF_TWO = 88
_NAME = 13
_INSET = 8
"""From the sheet's side to the button's: its name then stands in line with the text."""


class PopupHeader(QWidget):
    """Dragged where it is empty, it takes the popup along."""

    dragged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("popupHeader")
        self.source = LanguageButton(theme, "popupSourcePicker", tr("Source language"), _NAME)
        self.target = LanguageButton(theme, "popupTargetPicker", tr("Target language (Tab: the next one)"), _NAME)
        self.private = IconLabel(theme, "eye_off")
        self.private.setObjectName("popupPrivateSign")
        self.private.setToolTip(tr("Private mode: nothing is kept"))
        self.private.setAccessibleName(self.private.toolTip())
        self.private.hide()
        self.pin = ToolButton(theme, "pin", tr("Keep open"), "popupPinButton")
        self.pin.setCheckable(True)
        self.pin.toggled.connect(lambda on: self.pin.show_icon("pin_on" if on else "pin"))
        self.open_window = ToolButton(theme, "open_window", tr("Open in the window"), "popupOpenWindowButton", "Ctrl+O")
        self.close_button = ToolButton(theme, "close", tr("Close"), "popupCloseButton", "Esc")
        self._lay_out()
        theme.changed.connect(self._arrange)
        self._arrange()

    def _lay_out(self) -> None:
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arms.setContentsMargins(_INSET, 1, _INSET, 0)
        self._arms.setSpacing(0)
        self._languages, self._tools = QHBoxLayout(), QHBoxLayout()
        for button in (self.source, self.target):
            button.set_wide(wide=False)
        for part in (self.source, IconLabel(self._theme, "arrow_right", size=16), self.target):
            self._languages.addWidget(part)
        self._languages.addStretch(1)
        self._tools.addStretch(1)
        for tool in (self.private, self.pin, self.open_window, self.close_button):
            self._tools.addWidget(tool)
        for row in (self._languages, self._tools):
            row.setSpacing(2)
            self._arms.addLayout(row)

    def height_for(self, width: int) -> int:
        """Return how high it is at this width: the tools have a line of their own where the names have no room."""
        return self._theme.px(_HEIGHT_OF_TWO if self._has_two_lines(width) else HEIGHT)

    def _has_two_lines(self, width: int) -> bool:
        return self._languages.minimumSize().width() + self._tools.minimumSize().width() + 2 * _INSET > width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be one line or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        has_two = self._has_two_lines(self.width())
        stack(self._arms, stacked=has_two)
        self._arms.setStretch(0, 0 if has_two else 1)
        self.setFixedHeight(self.height_for(self.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the popup be dragged."""
        handle = self.window().windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            self.dragged.emit()
            handle.startSystemMove()

"""The head of the popup: from which language into which, and what becomes of the popup."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.labels.icon_label import IconLabel

HEIGHT = 48
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
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, 1, _INSET, 0)
        row.setSpacing(2)
        for button in (self.source, self.target):
            button.set_wide(wide=False)
        for part in (self.source, IconLabel(theme, "arrow_right", size=16), self.target):
            row.addWidget(part)
        row.addStretch(1)
        row.addSpacing(8)
        row.addWidget(self.private)
        for tool in (self.pin, self.open_window, self.close_button):
            row.addWidget(tool)
        theme.changed.connect(self._resize)
        self._resize()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the popup be dragged."""
        handle = self.window().windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            self.dragged.emit()
            handle.startSystemMove()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))

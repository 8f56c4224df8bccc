"""The room of the findings: where it is too small for the list and what can be done, both scroll as one."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.findings.bar import FindingsBar
from translator.ui.look.theme import Theme
from translator.ui.widgets.groups.hairline import draw_hairline

_LEAST = 34
"""Pixels of the design: a line of the words, and the button of the list."""
_FAIR = 112
"""Pixels of the design that a list has to have which somebody has opened: its rows, or a part of them, and a line."""
_HAIRLINE = 1


class FindingsArea(QWidget):
    """There while there is something to say. What has the focus is in sight, be it a button or a row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("findingsArea")
        self.bar = FindingsBar(theme)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("findingsScrollArea")
        self._scroll.setAccessibleName(tr("Findings"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.bar)  # which shows it
        self.bar.hide()
        self.bar.setAutoFillBackground(False)  # the sheet below is its ground
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _HAIRLINE, 0, 0)
        column.addWidget(self._scroll)
        self.bar.installEventFilter(self)
        self.bar.list.measured.connect(self._fit)
        self.bar.list.row_wanted.connect(self._reveal)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]  # there is one
        self.hide()

    # How high it is

    def wanted_height(self, width: int) -> int:
        """Return the height in which only the rows of a long list scroll, at this width."""
        return _HAIRLINE + self.bar.height_at(width)

    @property
    def least_height(self) -> int:
        """How high it has to be before others give way to it: more where somebody has opened the list."""
        least = self._theme.px(_FAIR if self.bar.is_list_open else _LEAST)
        return min(self.wanted_height(self.width()), least)

    def sizeHint(self) -> QSize:
        """Return the height of all that is to be said."""
        return QSize(0, self.wanted_height(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return a size that forces no window larger, be the list open or not."""
        return QSize(0, min(self.wanted_height(self.width()), self._theme.px(_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list what there is."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as the bar is: there or not, and as high."""
        kind = event.type()
        if kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self.bar.isHidden())
        if kind in (QEvent.Type.ShowToParent, QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.bar.give_list(self._scroll.viewport().height())
        self.updateGeometry()
        self._reveal()

    # What is in sight

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.bar.isAncestorOf(now):
            self._reveal()

    def _reveal(self) -> None:
        """Scroll to what has the focus, or else to the finding that is spoken of."""
        focused = QApplication.focusWidget()
        if focused is not None and self.bar.isAncestorOf(focused) and focused is not self.bar.list:
            self._scroll.ensureWidgetVisible(focused, 0, 4)
        elif self.bar.is_list_open and not (place := self.bar.list.chosen_place).isNull():
            top = self.bar.list.mapTo(self.bar, place.topLeft()).y()
            self._scroll.ensureVisible(0, top + place.height(), 0, 0)
            self._scroll.ensureVisible(0, top, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline that parts it from the text."""
        draw_hairline(self, self._theme)

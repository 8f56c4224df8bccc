"""What both panes have in common: a sheet with text, a search above it, a notice and a footer below."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.translate.find_bar import FindBar
from translator.ui.translate.footer import Footer
from translator.ui.widgets.notice import Notice
from translator.ui.widgets.reading_edit import ReadingEdit
from translator.ui.widgets.sheet import Sheet

_NOTICE_MARGIN = 12
_STACKED_FIRST_LINE = 32
_FIRST_LINE = 36


class Pane(Sheet):
    """A sheet around one text. The notice lies over the foot of the text's field, so that no text moves."""

    def __init__(self, theme: Theme, view: ReadingEdit, footer: Footer, name: str) -> None:
        super().__init__(theme)
        self.setObjectName(f"{name}Pane")
        self.view = view
        self.footer = footer
        self.find_bar = FindBar(theme, view, name)
        self.notice = Notice(theme, "banner" if name == "target" else f"{name}Banner")
        self.notice.setParent(self)
        self.notice.hide()
        self.notice.installEventFilter(self)
        self._below_text = QWidget()
        self._below_text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(view, 1)
        column.addWidget(self._below_text)
        column.addWidget(footer)

    def set_margins(self, text: int, *, stacked: bool) -> None:
        """Take the margins of a window's width."""
        self.view.set_margins(text, _STACKED_FIRST_LINE if stacked else _FIRST_LINE)
        self.footer.set_margin(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice at its place."""
        super().resizeEvent(event)
        self._place_notice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for the notice when it comes, changes or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            self._place_notice()
        return super().eventFilter(watched, event)

    def _place_notice(self) -> None:
        width = self.width() - 2 * _NOTICE_MARGIN
        height = self.notice.heightForWidth(width)
        bottom = self.height() - self.footer.height()
        self.notice.setGeometry(_NOTICE_MARGIN, bottom - height, width, height)
        self.notice.raise_()
        self._below_text.setFixedHeight(0 if self.notice.isHidden() else height + 4)
        self._below_text.setVisible(not self.notice.isHidden())

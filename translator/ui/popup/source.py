"""The source in the popup: one line of it, which opens to all of it."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from translator.i18n import ntr, tr
from translator.joining import in_a_row
from translator.locales.numbers import grouped
from translator.spending_words import about_tokens
from translator.ui.look.tokens import RADIUS_CONTROL
from translator.ui.translate.source.source_editor import SourceEditor
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.reading.direction import is_rtl

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from translator.ui.look.theme import Theme
    from translator.ui.widgets.notices.notice import Notice

MARGIN = 16
"""Of the popup's texts to the sheet's sides."""

_LINE = 34
_FIRST_LINE = 20
_MOST_LINES = 5
_CHEVRON = 16
_TOOLS_INSET = 8
_BEGINNING = 200
"""Characters: more than any popup shows in one line."""


class PopupSource(QWidget):
    """Folded it is one line; unfolded it can be edited, and is as high as its text, up to five lines."""

    height_changed = Signal()
    notice_closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("popupSource")
        self.editor = SourceEditor(theme)
        self.editor.setObjectName("popupSourceEditor")
        self.editor.typesetting.set_small()
        self.editor.typesetting.set_margins(MARGIN, _FIRST_LINE)
        self.line = _FoldedLine(theme)
        self._fold = ToolButton(theme, "chevron_up", tr("Fold the source away"), "popupFoldButton")
        self._lay_out()
        self.line.clicked.connect(lambda: self._fold_by_hand(folded=False))
        self._fold.clicked.connect(lambda: self._fold_by_hand(folded=True))
        self.editor.text_edited.connect(self._follow_text)
        self.editor.document().documentLayout().documentSizeChanged.connect(lambda _size: self._follow_height())
        theme.changed.connect(self._follow_text)
        self.fold(folded=True)

    def _lay_out(self) -> None:
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setSpacing(0)
        tools.addWidget(self._fold)
        tools.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.editor, 1)
        self._row.addWidget(self._tools)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._rule)
        self._tools_column = tools

    def add_tool(self, tool: QWidget) -> None:
        """Add a tool for the source, beside its text while that is unfolded."""
        self._tools_column.insertWidget(self._tools_column.count() - 1, tool)

    @property
    def is_folded(self) -> bool:
        """Whether it is one line."""
        return self.editor.isHidden()

    def fold(self, *, folded: bool) -> None:
        """Show one line, or all of it."""
        self.line.setVisible(folded)
        self.editor.setVisible(not folded)
        self._tools.setVisible(not folded)
        self._rule.setVisible(not folded)
        self._follow_text()
        self.height_changed.emit()

    def _fold_by_hand(self, *, folded: bool) -> None:
        self.fold(folded=folded)
        (self.line if folded else self.editor).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow_language(self) -> None:
        """Take note that the text is set for another language."""
        self._follow_text()

    def _follow_text(self) -> None:
        begins = self._beginning()
        rtl = is_rtl(begins, otherwise=self.editor.is_rtl)
        self.line.show_text(begins, rtl=rtl)
        self._stand_tools(left=rtl if begins else self._is_mirrored)
        self._follow_height()

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _stand_tools(self, *, left: bool) -> None:
        """Put the tools where the lines of the text end: it begins at the sheet's margin, whatever the interface is."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if left == self._is_mirrored else directions.RightToLeft)
        self._tools_column.setContentsMargins(_TOOLS_INSET if left else 0, 1, 0 if left else _TOOLS_INSET, 0)

    def _beginning(self) -> str:
        """Return how the text begins: not all of it, as a long one is looked at with every opening."""
        block, begins = self.editor.document().begin(), ""
        while block.isValid() and len(begins) < _BEGINNING:
            begins += " " + "".join(islice(block.text(), _BEGINNING))
            block = block.next()
        return " ".join(begins.split())

    def _follow_height(self) -> None:
        if self.is_folded:
            return
        editor = self.editor
        lines = round(editor.document().size().height())
        most = _MOST_LINES * editor.typesetting.line_height
        wanted = min(max(lines, editor.typesetting.line_height), most) + editor.viewportMargins().top() + 6
        if wanted != editor.height():
            editor.setFixedHeight(wanted)
            self.height_changed.emit()

    # What is said

    @cached_property
    def notice(self) -> Notice:
        """The notice."""
        from translator.ui.widgets.notices.notice import Notice

        notice = Notice(self._theme, "popupSourceBanner")
        notice.closed.connect(self.notice_closed)
        self._column.addWidget(notice)
        return notice

    def dismiss_notice(self) -> None:
        """Take the notice away, if there is one."""
        if "notice" in self.__dict__:
            self.notice.dismiss()

    def show_counts(self, characters: int, tokens: int, cost: str | None = None, note: str = "") -> None:
        """Show how long the text is, and of a long one what it will cost. ``tokens`` is an estimate."""
        length = ntr("{n} character", "{n} characters", characters).format(n=grouped(characters))
        words = [length, about_tokens(tokens), *([cost] if cost else [])]
        self.line.setToolTip("\n".join(filter(None, [tr("Show all of the source"), in_a_row(words), note])))


class _FoldedLine(QAbstractButton):
    """One line of the text, and a chevron that says that there is more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("popupSourceLine")
        self._is_text_rtl = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._resize)
        self._resize()

    def show_text(self, text: str, *, rtl: bool) -> None:
        self._is_text_rtl = rtl
        self.setText(text)
        self.setAccessibleName(tr("Source text: {text}").format(text=text) if text else tr("Source text"))
        self.setAccessibleDescription(tr("Show all of the source"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.px(_LINE))

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words from where one begins to read them, and the chevron at the end of the line."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            rtl = self._is_text_rtl
            side = self._theme.px(_CHEVRON)
            begins, ends = MARGIN, MARGIN + 2
            room = self.rect().adjusted(ends if rtl else begins, 0, -(begins if rtl else ends), 0)
            left = room.left() if rtl else room.right() + 1 - side
            chevron = self._theme.pixmap("chevron_down", self, size=_CHEVRON)
            painter.drawPixmap(left, room.center().y() - side // 2 + 1, chevron)
            words = room.adjusted(side + 8, 0, 0, 0) if rtl else room.adjusted(0, 0, -side - 8, 0)
            self._paint_words(painter, words)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        font = self._theme.font(13)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_2"))
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        edge = Qt.AlignmentFlag.AlignRight if self._is_text_rtl else Qt.AlignmentFlag.AlignLeft
        # Or the ellipsis of a text from the left would stand before it in a mirrored window.
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self._is_text_rtl else Qt.LayoutDirection.LeftToRight
        )
        painter.drawText(room, edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self.rect().adjusted(8, 2, -8, -2)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

"""A list to choose one thing from: an icon, a title, maybe a caption below it and a mark at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Line
from translator.ui.widgets.lists.row_list import paint_ground

_LINE_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT, _HEIGHT_WITH_CAPTION = 38, 50
_INSET, _ICON, _GAP = 10, 20, 10
_MOST_LINES = 6


class LineList(QListWidget):
    """Says what was chosen. It is as high as its lines where ``fits``, and takes the room there is otherwise.

    A title that is too long is cut short, or where the list ``wraps``, goes on below.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, object_name: str, name: str, *, fits: bool = False, wraps: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._fits = fits
        self.wraps = wraps
        self._lines: list[Line] = []
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(theme, self))
        if wraps:
            self.setResizeMode(QListWidget.ResizeMode.Adjust)  # what goes on below depends on the width
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._say)
        theme.changed.connect(self._measure)

    def show_lines(self, lines: Sequence[Line], chosen: str) -> None:
        """Show these, with this one chosen; says nothing."""
        self.blockSignals(True)
        if list(lines) != self._lines:
            self._lines = list(lines)
            self.clear()
            for line in lines:
                item = QListWidgetItem(line.words)
                item.setData(_LINE_ROLE, line)
                self.addItem(item)
        self.choose(chosen)
        self.blockSignals(False)
        self._measure()

    def choose(self, chosen: str) -> None:
        """Choose the line of this id."""
        for place, line in enumerate(self._lines):
            if line.id == chosen:
                self.setCurrentRow(place)

    def line_at(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """Return the line of a valid index."""
        line: Line = index.data(_LINE_ROLE)
        return line

    @property
    def choice(self) -> str:
        """The id of the line that is chosen; empty where none is."""
        place = self.currentRow()
        return self._lines[place].id if 0 <= place < len(self._lines) else ""

    @property
    def ids(self) -> list[str]:
        """What can be chosen, in order."""
        return [line.id for line in self._lines]

    def _say(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_LINE_ROLE).id)

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._fits and not self.wraps:
            self.setFixedHeight(self.height_of_lines(self.width()))

    def height_of_lines(self, width: int) -> int:
        """Return how high the lines are in a list of this width, as far as they are shown at once."""
        most = _MOST_LINES * self._theme.px(_HEIGHT)
        heights = [self.line_height(line, width) for line in self._lines[:_MOST_LINES]]
        return min(sum(heights), most) if self.wraps else sum(heights)

    def line_height(self, line: Line, width: int) -> int:
        """Return how high a line is in a list of this width, in pixels."""
        height = self._theme.px(_HEIGHT_WITH_CAPTION if line.caption else _HEIGHT)
        if not self.wraps:
            return height
        metrics = QFontMetrics(self._theme.font(13, 600))  # as it is while it is chosen: nothing moves when it is
        room = QRect(0, 0, width - 2 * _INSET - self._theme.px(_ICON) - _GAP, 0)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWrapAnywhere, line.title).height()
        return height - metrics.height() + max(metrics.height(), wrapped)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self._view.line_height(self._view.line_at(index), self._view.viewport().width()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect.adjusted(0, 1, 0, -1)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, place, self._theme, state, self._view if chosen else None, chosen_colour="hover")
        self._paint_words(painter, place.adjusted(_INSET, 0, -_INSET, 0), self._view.line_at(index), chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, line: Line, *, chosen: bool) -> None:
        side = self._theme.px(_ICON)
        pixmap = self._theme.pixmap(line.icon, self._view, "accent_text" if chosen else "text_2", _ICON)
        painter.drawPixmap(self._take(room, side).left(), room.top() + (room.height() - side) // 2, pixmap)
        mark = self._theme.font(12, 500)
        width = QFontMetrics(mark).horizontalAdvance(line.mark) + 4
        # Beside the title it would take the room of that.
        is_below = bool(line.mark and line.caption) and width > room.width() // 2
        if line.mark and not is_below:
            self._write(painter, self._take(room, width, from_end=True), line.mark, mark, "accent_text")
        title = self._theme.font(13, 600 if chosen else 400)
        if not line.caption:
            self._write(painter, room, line.title, title, "text")
            return
        half = room.height() // 2
        above = QRect(room.left(), room.top() + 5, room.width(), half - 5)
        below = QRect(room.left(), room.top() + half, room.width(), half - 5)
        self._write(painter, above, line.title, title, "text")
        if is_below:
            self._write(painter, below, f"{line.mark} · {line.caption}", mark, "accent_text")
        else:
            self._write(painter, below, line.caption, self._theme.font(12), "text_2")

    def _take(self, room: QRect, width: int, *, from_end: bool = False) -> QRect:
        """Cut a piece and a gap from the room, from where reading begins or from its end; return the piece."""
        rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        piece = QRect(room)
        piece.setWidth(width)
        if rtl != from_end:
            piece.moveRight(room.right())
            room.setRight(room.right() - width - _GAP)
        else:
            room.setLeft(room.left() + width + _GAP)
        return piece

    def _write(self, painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        # Absolute: a painter turns sides round itself, but only where the whole application reads from right to left.
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        if self._view.wraps:
            painter.drawText(room, flags | Qt.TextFlag.TextWrapAnywhere, text)
        else:
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, flags, shown)

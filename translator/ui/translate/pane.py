"""What both panes have in common: a sheet with text, a search above it, a notice and a footer below."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translator.ui.look.tokens import UNLIMITED
from translator.ui.translate.notice_place import MARGIN, Around, NoticePlace, place_notice
from translator.ui.widgets.sheets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from translator.ui.look.theme import Theme
    from translator.ui.translate.find_bar import FindBar
    from translator.ui.translate.footer import Footer
    from translator.ui.widgets.notices.notice import Notice
    from translator.ui.widgets.reading.reading_edit import ReadingEdit

_STACKED_FIRST_LINE = 32
_FIRST_LINE = 36
_EDGE = 1
_LOW = 120
"""A pane lower than that, in pixels of the design, has its text begin at its edge, and no air around the tools of its
footer: else not a line would be seen."""


class BelowText(QWidget):
    """What may stand below the text of a pane."""

    def set_margin(self, text: int) -> None:
        """Align with text that stands this far from the sheet's sides."""
        self.setContentsMargins(text, 0, text, 0)


class Pane(Sheet):
    """A sheet around one text. The notice lies over the foot of the text's field, so that no text moves.

    Where there is too little room for both, what lies below the text gives way to it; where that is not enough, it
    scrolls. It never lies over the search. The footer gives way as well to what stands above it and needs its room.

    Search and notice are made when they are first wanted: the window is waited for.
    """

    notice_closed = Signal()
    """The reader has dismissed the notice."""

    def __init__(self, theme: Theme, view: ReadingEdit, footer: Footer, name: str) -> None:
        super().__init__(theme)
        self.setObjectName(f"{name}Pane")
        self._name = name
        self.view = view
        self.footer = footer
        self._below_text = QWidget()
        self._below_text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(0)
        column.addWidget(view, 1)
        column.addWidget(self._below_text)
        self._between = QWidget()
        """Holds what stands above the footer, so that it can be hidden without those who show it being asked."""
        self._between.installEventFilter(self)  # it is told when what it holds wants to be higher or lower
        self._between_column = QVBoxLayout(self._between)
        self._between_column.setContentsMargins(0, 0, 0, 0)
        self._between_column.setSpacing(0)
        column.addWidget(self._between)
        column.addWidget(footer)
        self._above_footer: dict[QWidget, Callable[[], int]] = {}
        """The least height of each part beside a footer."""
        self._column = column
        self._has_footer = True
        self._margin = 0
        self._first_line = _FIRST_LINE
        self._is_low = False
        self._extras: list[BelowText] = []
        theme.changed.connect(self._hold_first_line)

    def add_below_text(self, part: BelowText, stretch: int = 0, *, at_top: bool = False) -> None:
        """Put something between the text and what lies below it, behind what is there, or before it."""
        place = self._column.indexOf(self.view) + 1 if at_top else self._column.indexOf(self._below_text)
        self._column.insertWidget(place, part, stretch)
        self._extras.append(part)
        part.set_margin(self._margin)

    @cached_property
    def find_bar(self) -> FindBar:
        """The search."""
        from translator.ui.translate.find_bar import FindBar

        bar = FindBar(self._theme, self.view, self._name)
        self._column.insertWidget(0, bar)
        bar.lower()  # a screen reader goes from the lowest up
        bar.installEventFilter(self)
        _put_before(self.view, bar.stops)
        return bar

    def add_above_footer(
        self, part: QWidget, stops: Sequence[QWidget], least: Callable[[], int] | None = None
    ) -> None:  # fmt: skip
        """Put something between the text and the footer, below what is there already. A notice lies above it.

        ``stops`` are what Tab goes through in it, behind the text. ``least`` tells how high it has to be for the footer
        to stay, in pixels; as low as it can be by itself.
        """
        self._between_column.addWidget(part)
        part.installEventFilter(self)
        self._above_footer[part] = least or (lambda: _least(part))
        last: QWidget = self.view
        for stop in stops:
            QWidget.setTabOrder(last, stop)
            last = stop

    @cached_property
    def notice(self) -> Notice:
        """The notice."""
        from translator.ui.widgets.notices.notice import Notice
        from translator.ui.widgets.notices.notice_area import NoticeArea

        notice = Notice(self._theme, "banner" if self._name == "target" else f"{self._name}Banner")
        self._notice_area = NoticeArea(notice)
        self._notice_area.setParent(self)
        notice.installEventFilter(self)
        notice.closed.connect(self.notice_closed)
        first = self.find_bar.stops[0] if "find_bar" in self.__dict__ else self.view
        _put_before(first, notice.stops)
        return notice

    def dismiss_notice(self) -> None:
        """Take the notice away, if there is one."""
        if self._has_notice:
            self.notice.dismiss()

    @property
    def has_notice(self) -> bool:
        """Whether a notice is to be seen."""
        return self._has_notice and not self.notice.isHidden()

    @property
    def _has_notice(self) -> bool:
        return "notice" in self.__dict__

    def set_margins(self, text: int, *, stacked: bool) -> None:
        """Take the margins of a window's width."""
        self._margin = text
        self._first_line = _STACKED_FIRST_LINE if stacked else _FIRST_LINE
        for part in self._extras:
            part.set_margin(text)
        self._hold_first_line()
        self.footer.set_margin(text)

    def _hold_first_line(self) -> None:
        """Leave air above the text where there is room for it. Not by the text's height: a notice must not move it."""
        self._is_low = 0 < self.height() < self._theme.px(_LOW)
        self.footer.set_low(low=self._is_low)
        self.view.typesetting.set_margins(self._margin, 0 if self._is_low else self._first_line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice at its place."""
        super().resizeEvent(event)
        if self._is_low != (self.height() < self._theme.px(_LOW)):
            self._hold_first_line()
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for the notice and for what stands above the footer when they come, change or go."""
        kind = event.type()
        changes = kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)
        if changes or (kind == QEvent.Type.Resize and watched in self._above_footer):
            self._arrange()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Return the size as it is without a notice: none makes a pane larger, or smaller."""
        hint = super().minimumSizeHint()
        below = 0 if self._below_text.isHidden() else self._below_text.minimumHeight()
        given_way = self.footer.maximumHeight() if self._has_footer and self.footer.isHidden() else 0
        given_way += sum(map(_least, self._parts())) if self._between.isHidden() else 0
        return QSize(hint.width(), hint.height() - below + given_way)

    def show_footer(self, *, shown: bool) -> None:
        """Show the footer, unless something needs its room, or hide it."""
        self._has_footer = shown
        self._arrange()

    def _parts(self) -> list[QWidget]:
        """Return what stands between text and footer now."""
        return [part for part in self._above_footer if part.parent() is self._between and not part.isHidden()]

    @property
    def _footer_height(self) -> int:
        """How high a footer is for which there is room; 0 where the parts need that."""
        footer = self.footer.maximumHeight()
        parts = sum(self._above_footer[part]() for part in self._parts())
        fits = self.height() - 2 * _EDGE >= self.view.minimumHeight() + parts + footer
        return footer if fits or not parts else 0

    def _arrange(self) -> None:
        """Let what has to give way do so, and put the notice where it belongs, if there is one."""
        footer = self._footer_height
        if not self._has_notice:
            self.footer.setVisible(self._has_footer and footer > 0)
            return
        is_there = not self.notice.isHidden()
        width = self.width() - 2 * MARGIN
        place = place_notice(self.notice.heightForWidth(width), self._around(footer))
        self._make_way(place if is_there else None, footer)
        self._notice_area.setGeometry(MARGIN, place.bottom - place.height, width, place.height)
        self._notice_area.setVisible(is_there)
        self._notice_area.raise_()
        self._below_text.setFixedHeight(max(0, min(place.covered, self._spare(place))))
        self._below_text.setVisible(is_there)

    def _spare(self, place: NoticePlace) -> int:
        """Return what the text's field may lose to a notice at this place: what is beyond the least of all the rest."""
        spare = self.height() - self.minimumSizeHint().height()
        spare += self.footer.maximumHeight() if self.footer.isHidden() else 0
        return spare + (0 if place.parts is None else sum(map(_least, self._parts())) - place.parts)

    def _around(self, footer: int) -> Around:
        parts = self._parts()
        has_search = "find_bar" in self.__dict__ and not self.find_bar.isHidden()
        return Around(
            self.height(), self.find_bar.sizeHint().height() if has_search else 0, self.view.minimumHeight(),
            sum(_natural(part, self.width()) for part in parts), sum(map(_least, parts)), footer,
        )  # fmt: skip

    def _make_way(self, place: NoticePlace | None, footer: int) -> None:
        """Let footer and parts give way to a notice at this place, or have their room again."""
        self.footer.setVisible(self._has_footer and footer > 0 and (place is None or place.keeps_footer))
        parts = None if place is None else place.parts
        self._between.setVisible(parts != 0)
        for part in self._above_footer:
            most = _least(part) if parts else UNLIMITED
            if part.maximumHeight() != most:
                part.setMaximumHeight(most)


def _natural(part: QWidget, width: int) -> int:
    hint = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return max(hint, _least(part))


def _least(part: QWidget) -> int:
    return part.minimumSizeHint().height()


def _put_before(widget: QWidget, stops: list[QWidget]) -> None:
    """Let Tab come to these, in their order, before it comes to the widget."""
    last = widget.previousInFocusChain() or widget
    while last.focusPolicy() == Qt.FocusPolicy.NoFocus:  # Qt puts nothing behind these
        last = last.previousInFocusChain() or widget
    for stop in stops:
        QWidget.setTabOrder(last, stop)
        last = stop

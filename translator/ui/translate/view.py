"""Bar, panes and status line, arranged for the width there is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import GUTTER, STACK_BELOW, WIDE_FROM, spacing_for
from translator.ui.translate.bar.language_bar import LanguageBar
from translator.ui.translate.source.source_pane import SourcePane
from translator.ui.translate.status_bar import StatusBar
from translator.ui.translate.target.target_pane import TargetPane

if TYPE_CHECKING:
    from translator.ui.matches.panel import MatchesPanel
    from translator.ui.widgets.sheets.side_sheet import SideSheet

_STACKED_SHARE = (42, 58)
_STACKED_WELCOME_SHARE = (20, 80)
_MATCHES_WIDTH = 300
_STEP = 16
"""By how many pixels an arrow key moves the gutter."""


class TranslateView(QWidget):
    """Panes side by side, or one above the other in a narrow window."""

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("translateView")
        self.bar = LanguageBar(theme, menu)
        self.source = SourcePane(theme)
        self.target = TargetPane(theme)
        self.status = StatusBar(theme)
        self.splitter = _Splitter(theme)
        self.splitter.addWidget(self.source)
        self.splitter.addWidget(self.target)
        self.splitter.share_width()  # or the longer words at the foot of a pane would have it wider
        self.source.lower()  # a screen reader goes from the lowest up, and a splitter puts each part below the last
        self.source.installEventFilter(self)
        self._margins = QHBoxLayout()
        self._margins.setSpacing(GUTTER)
        self._margins.addWidget(self.splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._margins, 1)
        column.addWidget(self.status)

    @property
    def is_stacked(self) -> bool:
        """Whether the panes stand one above the other."""
        return self.splitter.orientation() is Qt.Orientation.Vertical

    def sizes(self) -> tuple[int, ...]:
        """Return how the user shared the width between the panes, to be remembered."""
        return tuple(self.splitter.side_by_side)

    def restore_sizes(self, sizes: tuple[int, ...]) -> None:
        """Give the panes these widths again."""
        if len(sizes) == self.splitter.count() and all(size > 0 for size in sizes):
            self.splitter.side_by_side = list(sizes)
            self.splitter.share_width()

    def go_on(self, step: int) -> None:
        """Let the keyboard go to the next part of the window, or to the one before."""
        focused = QApplication.focusWidget()
        parts: list[tuple[QWidget, QWidget]] = [
            (self.bar, self.bar.source), (self.source, self.source.editor),
            (self.target, self.target.first_stop), (self.status, self.status.service),
        ]  # fmt: skip
        inside = [place for place, (part, _) in enumerate(parts) if focused is not None and part.isAncestorOf(focused)]
        now = inside[0] if inside else 0
        parts[(now + step) % len(parts)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_welcome(self, panel: QWidget | None) -> None:
        """Lay the welcome panel over the target, or take it away."""
        self.target.set_welcome(panel)
        if self.is_stacked:
            self._share_height()

    # Matches

    @cached_property
    def matches(self) -> MatchesPanel:
        """The panel of matches: beside the target in a wide window, at its foot in others."""
        from translator.ui.matches.panel import MatchesPanel  # not before it is wanted

        return MatchesPanel(self._theme)

    @cached_property
    def _beside(self) -> SideSheet:
        from translator.ui.widgets.sheets.side_sheet import SideSheet

        sheet = SideSheet(self._theme, _MATCHES_WIDTH)
        sheet.setObjectName("matchesPane")
        self._margins.addWidget(sheet)
        return sheet

    def show_matches(self, *, shown: bool) -> None:
        """Show the panel of matches, or hide it."""
        self.matches.setVisible(shown)
        self._place_matches()

    def _place_matches(self) -> None:
        if "matches" not in self.__dict__:
            return
        shown = not self.matches.isHidden()
        is_wide = self.width() >= self._theme.px(WIDE_FROM)
        self.matches.place(beside=is_wide, margin=spacing_for(self.width()).text)
        if is_wide or "_beside" in self.__dict__:
            self._beside.setVisible(shown and is_wide)
        if not (self._beside if is_wide else self.target).isAncestorOf(self.matches):
            if is_wide:
                self._beside.hold(self.matches)
            else:
                self.target.add_above_footer(self.matches, self.matches.stops)
            self.matches.setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the gutter wherever the panes' sizes put it."""
        if watched is self.source and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow_gutter()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything for the new width."""
        super().resizeEvent(event)
        width = event.size().width()
        self._stack(stacked=width < self._theme.px(STACK_BELOW))
        spacing = spacing_for(width)
        self._margins.setContentsMargins(spacing.outer, 0, spacing.outer, 0)
        for pane in (self.source, self.target):
            pane.set_margins(spacing.text, stacked=self.is_stacked)
        self.status.arrange(width)
        self._place_matches()
        self._follow_gutter()

    def _stack(self, *, stacked: bool) -> None:
        if stacked == self.is_stacked:
            return
        if stacked:
            self.splitter.setOrientation(Qt.Orientation.Vertical)
            self._share_height()
        else:
            self.splitter.setOrientation(Qt.Orientation.Horizontal)
            self.splitter.share_width()

    def _share_height(self) -> None:
        share = _STACKED_WELCOME_SHARE if self.target.view.isHidden() else _STACKED_SHARE
        self.splitter.setSizes([self.height() * part // 100 for part in share])

    def _follow_gutter(self) -> None:
        gutter = None
        if not self.is_stacked:
            gutter = QRect(self._end_of_source(), 0, GUTTER, self.height())
        self.bar.place_over(gutter, self._margins.contentsMargins().left())

    def _end_of_source(self) -> int:
        """Return how far the source reaches from the side that reading begins on."""
        source = self.source.geometry().translated(self.splitter.x(), 0)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self.width() - source.left() if rtl else source.right() + 1


class _Splitter(QSplitter):
    """Two panes and the gutter between them.

    ``side_by_side`` is how the user shared the width. A narrow window may have no room for that, but a wider one after
    it has: Qt would keep to what the panes had last.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setObjectName("splitter")
        self.setHandleWidth(GUTTER)
        self.setChildrenCollapsible(False)
        self.side_by_side = [1, 1]
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        if self.orientation() is Qt.Orientation.Horizontal:
            self.side_by_side = self.sizes()

    def share_width(self) -> None:
        """Share the width as the user did, as far as there is room for that."""
        if self.orientation() is Qt.Orientation.Horizontal:
            # In pixels: of less, Qt would first give each pane its least, and share the rest by that.
            self.setSizes([self.width() * part // sum(self.side_by_side) for part in self.side_by_side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.share_width()

    def createHandle(self) -> QSplitterHandle:
        """Return a gutter that shows its grip when it is wanted."""
        return _Gutter(self._theme, self)


class _Gutter(QSplitterHandle):
    """Empty until the pointer or the keyboard is on it. Arrows move it."""

    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Between the panes: the arrow keys move it"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_beside = self.orientation() is Qt.Orientation.Horizontal
        less, more = (Qt.Key.Key_Left, Qt.Key.Key_Right) if is_beside else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if is_beside and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            less, more = more, less
        if event.key() in (less, more):
            place = self.x() if is_beside else self.y()
            if is_beside and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                place = self.splitter().width() - place - self.width()
            self.moveSplitter(place + (_STEP if event.key() == more else -_STEP))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self.underMouse() or self.hasFocus()):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("focus" if self.hasFocus() else "border_strong"))
            grip = QRectF(0, 0, 4, 32) if self.orientation() is Qt.Orientation.Horizontal else QRectF(0, 0, 32, 4)
            grip.moveCenter(QRectF(self.rect()).center())
            painter.drawRoundedRect(grip, 2, 2)

"""The translation in the popup, with what was found in it and what there is to say."""

from __future__ import annotations

from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translator.ui.popup.source import MARGIN
from translator.ui.translate.target.target_view import TargetView
from translator.ui.translate.target.target_writer import TargetWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.ui.findings.area import FindingsArea
    from translator.ui.findings.bar import FindingsBar
    from translator.ui.findings.screen import FindingsShown
    from translator.ui.look.theme import Theme
    from translator.ui.popup.footer import PopupFooter
    from translator.ui.popup.sheet import PopupSheet
    from translator.ui.widgets.notices.notice import Notice

_FIRST_LINE = 20
_BELOW_TEXT = 18
_LEAST_LINES = 2
_NOTICE_MARGIN = 12
_BELOW_NOTICE = 6


class PopupTargetView(TargetView):
    """Tab in the translation goes to the next language; F6 goes on to the controls."""

    tab_pressed = Signal(int)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take Tab and Shift+Tab."""
        self.tab_pressed.emit(1 if forward else -1)
        return True


class PopupTarget(QWidget):
    """Says how high it would be. The sheet shows the progress, the footer the facts."""

    height_changed = Signal()

    def __init__(self, theme: Theme, sheet: PopupSheet, footer: PopupFooter) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = sheet
        self._footer = footer
        self.setObjectName("popupTarget")
        self.target = PopupTargetView(theme)
        self.target.setObjectName("popupTargetView")
        self.target.typesetting.set_small()
        self.target.typesetting.set_margins(MARGIN, _FIRST_LINE)
        self.writer = TargetWriter(self.target)
        self.target.own_text = self.writer.own_text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.target, 1)
        self.target.setMinimumHeight(theme.px(40))
        self.target.document().documentLayout().documentSizeChanged.connect(lambda _size: self.height_changed.emit())

    def wanted_height(self, width: int) -> int:
        """Return the height in which all of it can be seen without scrolling, at this width."""
        target = self.target
        lines = max(ceil(target.document().size().height()), _LEAST_LINES * target.typesetting.line_height)
        return target.viewportMargins().top() + lines + self._theme.px(_BELOW_TEXT) + self._beside_text(width)

    def _beside_text(self, width: int) -> int:
        has_findings = "_findings_area" in self.__dict__ and not self._findings_area.isHidden()
        has_notice = "notice" in self.__dict__ and not self._notice_frame.isHidden()
        found = self._findings_area.wanted_height(width) if has_findings else 0
        return found + (self._notice_frame.heightForWidth(width) if has_notice else 0)

    # What is said

    @cached_property
    def notice(self) -> Notice:
        """The notice, between the text and the footer."""
        from translator.ui.widgets.notices.notice import Notice

        frame = QWidget()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(_NOTICE_MARGIN, 0, _NOTICE_MARGIN, _BELOW_NOTICE)
        notice = Notice(self._theme, "popupBanner")
        inside.addWidget(notice)
        self._column.addWidget(frame)
        frame.setVisible(False)
        self._notice_frame = frame
        notice.installEventFilter(self)
        return notice

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for the notice, and for what was found, as they come and go."""
        kind = event.type()
        if kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest):
            if "notice" in self.__dict__ and watched is self.notice:
                self._notice_frame.setVisible(not self.notice.isHidden())
            self.height_changed.emit()
        return super().eventFilter(watched, event)

    def dismiss_notice(self) -> None:
        """Take the notice away, if there is one."""
        if "notice" in self.__dict__:
            self.notice.dismiss()

    @cached_property
    def _findings_area(self) -> FindingsArea:
        from translator.ui.findings.area import FindingsArea

        area = FindingsArea(self._theme)
        area.bar.set_margin(MARGIN)
        self._column.insertWidget(1, area)
        for part in (area, area.bar):
            part.installEventFilter(self)
        return area

    @property
    def findings(self) -> FindingsBar:
        """What was found, below the text."""
        return self._findings_area.bar

    def show_findings(self, shown: FindingsShown) -> None:
        """Show what was found, or nothing."""
        self.findings.show_findings(shown)

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Show a few words about the translation, these fewer where there is little room; and a note."""
        self._footer.show_meta(text, short, note)

    def show_masked(self, pieces: Sequence[str]) -> None:
        """Say that these pieces of the text were kept on this computer; nothing for none."""
        self._footer.show_masked(pieces)

    def show_from_memory(self, blocks: int, of: int) -> None:
        """Say that so many blocks of the translation came from the memory; 0 is none."""
        self._footer.show_from_memory(blocks, of)

    def set_editing(self, *, editing: bool) -> None:
        """Let the translation be edited, or only read."""
        self.target.set_editing(editing=editing)

    def set_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar at all."""
        self._sheet.set_progress(fraction)

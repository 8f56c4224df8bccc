"""The bar above the panes: from which language, into which, and the tools."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import BAR_HEIGHT, COMPACT_BELOW, STACK_BELOW
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.translate.bar.translate_button import TranslateButton
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.buttons.menu_button import MenuButton

_GAP = 8
_BEFORE_TRANSLATE = 16
_BUTTON = 40
_LEAST_NAME = 88
"""Less room than this for a name, and it has a line of its own with the other."""


class _Line(NamedTuple):
    """Where a line of the bar is, in pixels."""

    top: int
    height: int


class LanguageBar(QWidget):
    """Swap stands over the gutter and follows it; the target language stands over the target sheet.

    In a narrow window with large letters the languages stand in a line of their own, above the tools.
    """

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__()
        self._theme = theme
        self._gutter: QRect | None = None
        self._outer = 16
        self.setObjectName("languageBar")
        self.source = LanguageButton(theme, "sourceLanguagePicker", tr("Source language"))
        self.swap = ToolButton(theme, "swap", tr("Swap the languages"), "swapLanguagesButton", "Ctrl+T")
        self.target = LanguageButton(theme, "targetLanguagePicker", tr("Target language"))
        self.private = ToolButton(theme, "eye_off", tr("Private mode: keep nothing"), "privateModeButton")
        self.private.setCheckable(True)
        self.history = ToolButton(theme, "history", tr("History"), "historyButton", "Ctrl+H")
        self.settings = ToolButton(theme, "settings", tr("Settings"), "settingsButton", "Ctrl+,")
        self.more = MenuButton(theme, "more", tr("Menu"), "menuButton", "F10", menu)
        self.translate = TranslateButton(theme)
        # The order in which Tab goes through them is the order of creation.
        tools = (self.private, self.history, self.settings, self.more, self.translate)
        for part in (self.source, self.swap, self.target, *tools):
            part.setParent(self)
        theme.changed.connect(self._arrange)
        self._arrange()

    def place_over(self, gutter: QRect | None, outer: int) -> None:
        """Stand over this gutter between the panes (None: they are stacked), with this margin to both sides."""
        self._gutter, self._outer = gutter, outer
        self._arrange()

    def arrange(self) -> None:
        """Place everything anew, as when a name has changed."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        compact = self.width() < self._theme.px(COMPACT_BELOW)
        for button in (self.source, self.target):
            button.set_wide(wide=not compact)
        self.translate.set_icon_only(icon_only=self.width() < self._theme.px(STACK_BELOW))
        self.settings.setVisible(not compact)
        self.history.setVisible(not compact)
        self.private.setVisible(not compact or self.private.isChecked() or self._has_room_for_private())
        every = (self.translate, self.more, self.settings, self.history, self.private)
        tools = [tool for tool in every if not tool.isHidden()]
        right = self.width() - self._outer - _width_of(tools) - _GAP
        has_two_lines = self._gutter is None and self._room_for_names(right) < 2 * self._theme.px(_LEAST_NAME)
        line, tools_line = self._draw_lines(two=has_two_lines)
        self._arrange_tools(tools, tools_line)
        if has_two_lines:
            self._stand_above(line, tools_line)
        elif self._gutter is not None and self._has_room_beside(self._gutter, right):
            self._align(self._gutter, right, line)
        else:
            self._share(self._outer, right, line)

    def _draw_lines(self, *, two: bool) -> tuple[_Line, _Line]:
        """Take the height of one line or two; return the one for the languages, and the one for the tools."""
        button = self._theme.px(_BUTTON)
        height = 2 * button + 3 * _GAP if two else self._theme.px(BAR_HEIGHT)
        self.setFixedHeight(height)
        if two:
            return _Line(_GAP, button), _Line(button + 2 * _GAP, button)
        return _Line(0, height), _Line(0, height)

    def _room_for_names(self, right: int) -> int:
        return right - self._outer - self.swap.width() - 2 * _GAP

    def _has_room_beside(self, gutter: QRect, right: int) -> bool:
        """Return whether both names can be read with swap over the gutter; it may have been dragged far aside."""
        least, half = self.target.minimumSizeHint().width(), self.swap.width() // 2 + _GAP
        return self._outer + least < gutter.center().x() - half and gutter.center().x() + half < right - least

    def _has_room_for_private(self) -> bool:
        """Return whether the switch takes no room from the target language."""
        if self._gutter is None:
            return False
        right = self.width() - self._outer - _width_of([self.translate, self.more, self.private]) - _GAP
        wanted = self._target_left(self._gutter) + self.target.sizeHint().width()
        return self._has_room_beside(self._gutter, right) and wanted <= right

    def _arrange_tools(self, tools: Sequence[QWidget], line: _Line) -> None:
        right = self.width() - self._outer
        for tool in tools:
            self._put(tool, right - tool.width(), tool.width(), line)
            right -= tool.width() + (_BEFORE_TRANSLATE if tool is self.translate else _GAP)

    def _stand_above(self, line: _Line, tools_line: _Line) -> None:
        """Share the whole width between the languages; what one does not need, the other has."""
        room = self.width() - 2 * self._outer
        source, target = self.source.sizeHint().width(), self.target.sizeHint().width()
        width = min(source, max(room // 2, room - target))
        self._put(self.source, self._outer, width, line)
        self._fit(self.target, self._outer + width, room - width, line)
        self._put(self.swap, self._outer, self.swap.width(), tools_line)

    def _align(self, gutter: QRect, right: int, line: _Line) -> None:
        left = self._outer + 4
        self._fit(self.source, left, self._swap_left(gutter) - _GAP - left, line)
        self._put(self.swap, self._swap_left(gutter), self.swap.width(), line)
        self._fit(self.target, self._target_left(gutter), right - self._target_left(gutter), line)

    def _swap_left(self, gutter: QRect) -> int:
        return gutter.center().x() + 1 - self.swap.width() // 2

    def _target_left(self, gutter: QRect) -> int:
        return max(gutter.right() + 18, self._swap_left(gutter) + self.swap.width() + 4)

    def _share(self, left: int, right: int, line: _Line) -> None:
        swap = self.swap.width()
        source = self._share_of_source(self._room_for_names(right))
        self._fit(self.source, left, source, line)
        self._put(self.swap, left + source + _GAP, swap, line)
        target_left = left + source + swap + 2 * _GAP
        self._fit(self.target, target_left, right - target_left, line)

    def _share_of_source(self, room: int) -> int:
        """Return half of the room for both names, or more or less: what one does not need, the other may have."""
        half, source, target = room // 2, self.source.sizeHint().width(), self.target.sizeHint().width()
        if source > half:
            return max(half, min(source, room - target))
        return max(source, room - target) if target > room - half else half

    def _fit(self, button: LanguageButton, left: int, room: int, line: _Line) -> None:
        self._put(button, left, max(0, min(button.sizeHint().width(), room)), line)

    def _put(self, widget: QWidget, left: int, width: int, line: _Line) -> None:
        """Place a widget halfway up its line; a right-to-left interface is the mirror image."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        wanted = widget.sizeHint().height() if isinstance(widget, LanguageButton) else widget.height()
        height = min(wanted, line.height)
        widget.setGeometry(left, line.top + (line.height - height) // 2, width, height)


def _width_of(tools: Sequence[QWidget]) -> int:
    """Return the width of Translate and these others, with the gaps between them."""
    return sum(tool.width() for tool in tools) + _BEFORE_TRANSLATE + _GAP * (len(tools) - 2)

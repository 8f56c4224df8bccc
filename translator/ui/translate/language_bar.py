"""The bar above the panes: from which language, into which, and the tools."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import BAR_HEIGHT, COMPACT_BELOW, STACK_BELOW
from translator.ui.translate.language_button import LanguageButton
from translator.ui.translate.translate_button import TranslateButton
from translator.ui.widgets.buttons import ToolButton

_GAP = 8


class LanguageBar(QWidget):
    """Swap stands over the gutter and follows it; the target language stands over the target sheet."""

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
        self.settings = ToolButton(theme, "settings", tr("Settings"), "settingsButton", "Ctrl+,")
        self.more = ToolButton(theme, "more", tr("Menu"), "menuButton", "F10")
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.translate = TranslateButton(theme)
        # The order in which Tab goes through them is the order of creation.
        for part in (self.source, self.swap, self.target, self.private, self.settings, self.more, self.translate):
            part.setParent(self)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def _follow_theme(self) -> None:
        self.setFixedHeight(self._theme.px(BAR_HEIGHT))
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
        self.private.setVisible(not compact or self.private.isChecked())
        right = self._arrange_tools(self.width() - self._outer)
        if self._gutter is None or not self._has_room_beside(self._gutter, right - _GAP):
            self._share(self._outer, right - _GAP)
        else:
            self._align(self._gutter, right - _GAP)

    def _has_room_beside(self, gutter: QRect, right: int) -> bool:
        """Return whether both names can be read with swap over the gutter; it may have been dragged far aside."""
        least, half = self.target.minimumSizeHint().width(), self.swap.width() // 2 + _GAP
        return self._outer + least < gutter.center().x() - half and gutter.center().x() + half < right - least

    def _arrange_tools(self, right: int) -> int:
        for tool in (self.translate, self.more, self.settings, self.private):
            if tool.isHidden():
                continue
            width = tool.width()
            self._put(tool, right - width, width, tool.height())
            right -= width + (_GAP if tool is not self.translate else 16)
        return right

    def _align(self, gutter: QRect, right: int) -> None:
        swap = self.swap.width()
        swap_left = gutter.center().x() + 1 - swap // 2
        left = self._outer + 4
        self._fit(self.source, left, swap_left - _GAP - left)
        self._put(self.swap, swap_left, swap, self.swap.height())
        target_left = max(gutter.right() + 18, swap_left + swap + 4)
        self._fit(self.target, target_left, right - target_left)

    def _share(self, left: int, right: int) -> None:
        swap = self.swap.width()
        half = (right - left - swap - 2 * _GAP) // 2
        self._fit(self.source, left, half)
        self._put(self.swap, left + half + _GAP, swap, self.swap.height())
        target_left = left + half + swap + 2 * _GAP
        self._fit(self.target, target_left, right - target_left)

    def _fit(self, button: LanguageButton, left: int, room: int) -> None:
        width = max(0, min(button.sizeHint().width(), room))
        self._put(button, left, width, min(button.sizeHint().height(), self.height()))

    def _put(self, widget: QWidget, left: int, width: int, height: int) -> None:
        """Place a widget in the vertical middle; a right-to-left interface is the mirror image."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        widget.setGeometry(left, (self.height() - height) // 2, width, height)

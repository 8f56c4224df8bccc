"""Buttons with a word on them, or with an icon alone."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import TOOL, UNLIMITED
from translator.ui.widgets.buttons.by_keyboard import PressedByEnter, Ringed
from translator.ui.widgets.labels.keys import named_with_keys

Kind = Literal["outline", "primary", "text", "danger", "quiet"]

_LEAST = 40

_BESIDE_ICON = 12
"""Around the words beside an icon, in pixels."""


class Button(Ringed, PressedByEnter, QPushButton):
    """A button with a word on it, and maybe an icon before it.

    Where it has less room than they need, the words end in an ellipsis, and the whole is its tooltip.
    """

    def __init__(self, theme: Theme, text: str, object_name: str, kind: Kind = "outline", icon: str = "") -> None:
        super().__init__(text)
        self.setObjectName(object_name)
        self._theme = theme
        self._icon = icon
        self._is_cut = False
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "text" else Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self._tint)
        self._tint()

    def give_way(self) -> None:
        """Let a layout make it narrower than its words are: else a page would have to be scrolled sideways."""
        self.setMinimumWidth(_LEAST)

    def fold_words(self, *, folded: bool) -> None:
        """Show the icon alone, with the words as its name and tooltip, or both again."""
        words = self.text() or self.accessibleName()
        self._is_cut = False
        self.setText("" if folded else words)
        self.setAccessibleName(words if folded else "")
        self.setToolTip(words if folded else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, with as much of its words as it has room for."""
        # Not its own: one that cuts its words itself wants more than those that it shows.
        lacking = super().sizeHint().width() - self.width() if self.text() else 0
        if lacking > 0 or self._is_cut:
            self._tell_whole(is_cut=lacking > 0)
        if lacking <= 0:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # seldom wanted, and much to build

        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.fontMetrics().horizontalAdvance(self.text()) - lacking
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)

    def _tell_whole(self, *, is_cut: bool) -> None:
        """Say all of the words in the tooltip while they are cut, unless that says something else."""
        if is_cut and (self._is_cut or not self.toolTip()):
            self.setToolTip(self.text())
            self._is_cut = True
        elif self._is_cut:
            self.setToolTip("")
            self._is_cut = False

    def _tint(self) -> None:
        if self._icon:
            self.setIcon(self._theme.icon(self._icon, self, "text", 16))
            self.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))


class ToolButton(Ringed, PressedByEnter, QToolButton):
    """A button with an icon alone; its name is its tooltip, and what a screen reader says."""

    def __init__(self, theme: Theme, icon: str, name: str, object_name: str, shortcut: str = "") -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(named_with_keys(name, shortcut) if shortcut else name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._is_drawn = False
        self._has_label = False
        theme.changed.connect(self._tint)
        self.toggled.connect(self._tint)
        self._tint()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icon: many a tool is seen late or never, and the window is waited for."""
        if not self._is_drawn:
            self._is_drawn = True
            self._tint()
        super().showEvent(event)

    def show_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self._tint()

    def show_label(self) -> None:
        """Show the name beside the icon."""
        self.setText(self.accessibleName())
        self.setProperty("kind", "labelled")
        self._is_drawn = self._has_label = True  # the icon counts in the width
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tint()

    def fold_label(self, *, folded: bool) -> None:
        """Leave out the words beside the icon where there is too little room for them, or show them again."""
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if self._has_label and not folded else styles.ToolButtonIconOnly
        if style is not self.toolButtonStyle():
            self.setToolButtonStyle(style)
            self._tint()

    def labelled_width(self) -> int:
        """Return how wide it is with its words, if it has any."""
        if not self._has_label:
            return self._theme.px(TOOL)
        return self._theme.px(TOOL + _BESIDE_ICON) + self.fontMetrics().horizontalAdvance(self.text())

    def _tint(self) -> None:
        if self._is_drawn:
            self.setIcon(self._theme.icon(self._icon, self, "accent_text" if self.isChecked() else "text_2"))
        self.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        side = self._theme.px(TOOL)
        self.setFixedHeight(side)
        icon_only = self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setMinimumWidth(side if icon_only else 0)  # 0: as wide as the words need
        self.setMaximumWidth(side if icon_only else UNLIMITED)

"""Translate, which becomes Stop in place while there is something to stop."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from translator.i18n import tr
from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.labels.keys import named_with_keys


class TranslateButton(Button):
    """One size in both states, so that nothing moves under the pointer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "translateButton", "primary")
        self._running = False
        self._icon_only = False
        theme.changed.connect(self._show)
        self._show()

    def set_running(self, *, running: bool) -> None:
        """Show Stop while a translation runs, Translate otherwise."""
        if running != self._running:
            self._running = running
            self._show()

    def set_icon_only(self, *, icon_only: bool) -> None:
        """Show a square button where the window is narrow."""
        if icon_only != self._icon_only:
            self._icon_only = icon_only
            self._show()

    def _show(self) -> None:
        name = tr("Stop") if self._running else tr("Translate")
        self.setAccessibleName(name)
        self.setToolTip(named_with_keys(name, "Esc" if self._running else "Ctrl+Enter"))
        self.setText("" if self._icon_only else name)
        set_property(self, "kind", "outline" if self._running else "primary")
        self._show_icon()
        px = self._theme.px
        self.setFixedSize(px(40) if self._icon_only else px(112), px(40))

    def _show_icon(self) -> None:
        if self._running:
            self.setIcon(self._theme.icon("stop", self, "text", 16))
        elif self._icon_only:
            self.setIcon(self._theme.icon("arrow_right", self, "on_accent"))
        else:
            self.setIcon(QIcon())
        side = self._theme.px(20 if self._icon_only else 16)
        self.setIconSize(QSize(side, side))

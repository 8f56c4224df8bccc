"""The icon in the tray, through Qt."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QSystemTrayIcon

from translator.surroundings.summons import Summons
from translator.ui.tray.menu import TrayMenu
from translator.ui.tray.pictures import draw_icon
from translator.ui.tray.screen import TrayCommands, TrayState

_MACOS = "darwin"


class TrayIcon:
    """Implements ``screen.TrayScreen``. A click opens the window, one with the middle button takes the clipboard.

    ``folder`` holds the drawings. On macOS a click opens the menu, as everywhere in its menu bar.

    The icon is made anew for each tray that comes: Qt decides when it is made how it is shown, and then for good.
    """

    def __init__(self, folder: Path, platform: str = sys.platform) -> None:
        self._folder = folder
        self._platform = platform
        self._commands: TrayCommands | None = None
        self._made: tuple[QSystemTrayIcon, TrayMenu] | None = None
        self._drawn: tuple[bool, bool] | None = None

    def listen(self, commands: TrayCommands) -> None:
        """Let icon and menu do this."""
        self._commands = commands

    def appear(self, state: TrayState) -> None:
        """Come into a tray that is there now."""
        if self._commands is None or self._made is not None:
            return
        icon, menu = QSystemTrayIcon(), TrayMenu(self._commands)
        icon.setObjectName("trayIcon")
        icon.setContextMenu(menu)
        icon.activated.connect(self._follow_click)
        self._made = icon, menu
        self.show_state(state)
        icon.show()

    def disappear(self) -> None:
        """Go, menu and all."""
        if self._made is not None:
            icon, menu = self._made
            self._made = self._drawn = None
            icon.hide()
            icon.deleteLater()
            menu.deleteLater()

    def show_state(self, state: TrayState) -> None:
        """Show this from now on."""
        if self._made is None:
            return
        icon, menu = self._made
        if self._drawn != (state.watches, state.is_paused):
            self._drawn = state.watches, state.is_paused
            is_mask = self._platform == _MACOS
            icon.setIcon(draw_icon(self._folder, watches=state.watches, is_paused=state.is_paused, as_mask=is_mask))
        icon.setToolTip(state.tooltip)
        menu.show_state(state)

    def _follow_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if self._commands is None or self._platform == _MACOS:
            return
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._commands.summon(Summons.OPEN)
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self._commands.summon(Summons.CLIPBOARD)

"""What the settings are about but do not hold: shortcuts, the desktop, files. Handed in long before their window is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translator.settings import Settings
    from translator.ui.desktop_ports import Autostart
    from translator.ui.shortcuts.presenter import ShortcutsPresenter


@dataclass(frozen=True, slots=True)
class ShortcutsAtHand:
    """What the page of shortcuts is about, and what it needs.

    ``copy`` puts a text on the clipboard; ``command`` starts this program in a shell. ``sees_copies`` is whether this
    desktop lets a program see that another one has copied something.
    """

    presenter: ShortcutsPresenter
    copy: Callable[[str], None]
    command: str
    sees_copies: bool
    platform: str = sys.platform


@dataclass(frozen=True, slots=True)
class DesktopAtHand:
    """What the page of the desktop is about. ``has_tray`` says whether there is a tray now.

    ``sees_copies`` is whether this desktop lets a program see that another one has copied something. A program that is
    started beside the one that lives on the desktop has nothing of this.
    """

    autostart: Autostart | None = None
    has_tray: Callable[[], bool] = lambda: False
    sees_copies: bool = False


@dataclass(frozen=True, slots=True)
class SettingsFiles:
    """Reads and writes settings as files, but no secrets; each may wait for the disk.

    ``read`` raises OSError, and ValueError whose words say what is wrong with the file; ``write`` raises OSError.
    """

    read: Callable[[Path], Settings]
    write: Callable[[Path, Settings], None]

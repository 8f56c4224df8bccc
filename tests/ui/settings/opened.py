"""The settings window, open among fakes."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from tests.fakes.engines import FakeEngines
from tests.fakes.key_store import FakeKeyStore
from tests.support.waiting import until
from tests.ui.settings.library.shelves import Shelves
from tests.ui.settings.room import FakeUsage
from tests.ui.settings.shortcuts.room import ShortcutsRoom
from translator.ui.preferences import Preferences
from translator.ui.settings.library.page import MemoryPage
from translator.ui.settings.opener import SettingsOpener
from translator.ui.settings.window import SettingsWindow

W = TypeVar("W", bound=QWidget)


@dataclass
class Open:
    window: SettingsWindow
    preferences: Preferences
    keys: FakeKeyStore
    engines: FakeEngines
    opener: SettingsOpener
    usage: FakeUsage
    shelves: Shelves
    shortcuts: ShortcutsRoom

    async def counted(self) -> None:
        """Wait until the page about the memory has read what is on another thread: no loop runs inside this one."""
        page = self.find(MemoryPage, "memoryPage")
        await until(lambda: not page.isVisible() or all(row.hint.text().strip() for row in page._open.values()))

    def find(self, kind: type[W], name: str) -> W:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def line(self, name: str) -> QLineEdit:
        return self.find(QLineEdit, name)

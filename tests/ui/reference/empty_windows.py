"""The other windows before there is anything in them: what they say then, and what they offer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.fakes.glossary import ListedGlossaries
from tests.fakes.history import NOON, ListedHistory
from tests.support.waiting import settle
from tests.ui.accessible.windows import CATALOGUE
from tests.ui.glossary.fake_screen import FakeFiles
from tests.ui.memory.room import NOW, Room, name
from tests.ui.reference.window_states import end
from translator.ui.glossary.opener import GlossaryOpener
from translator.ui.history.opener import HistoryOpener
from translator.ui.look.theme import Theme
from translator.ui.memory.opener import MemoryOpener


@asynccontextmanager
async def history(theme: Theme) -> AsyncIterator[QWidget]:
    """The history of one who has translated nothing."""
    main = QWidget()

    async def export(_path: Path, _query: str, _starred: bool) -> int:
        return 0

    opener = HistoryOpener(
        theme, main, ListedHistory([]), CATALOGUE.name, lambda: NOON, lambda _: None, export, lambda: True
    )
    opener.open()
    await settle()
    try:
        yield _window_of(main, "historyWindow")
    finally:
        await opener.close()
        end(main)


@asynccontextmanager
async def glossaries(theme: Theme) -> AsyncIterator[QWidget]:
    """No glossaries."""
    main = QWidget()
    opener = GlossaryOpener(theme, main, ListedGlossaries(), CATALOGUE, FakeFiles().port, lambda: None)
    opener.open()
    await settle()
    try:
        yield _window_of(main, "glossaryWindow")
    finally:
        await opener.close()
        end(main)


@asynccontextmanager
async def memory(theme: Theme) -> AsyncIterator[QWidget]:
    """The memory before anything was translated."""
    main, room = QWidget(), Room()
    opener = MemoryOpener(theme, main, room.store, room.files, name, lambda: NOW)
    opener.open()
    await settle()
    try:
        yield _window_of(main, "memoryWindow")
    finally:
        await opener.close()
        await room.close()
        end(main)


def _window_of(main: QWidget, object_name: str) -> QWidget:
    window = main.findChild(QWidget, object_name)
    assert isinstance(window, QWidget), object_name
    return window

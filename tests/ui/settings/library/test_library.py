"""How much is kept of translations, and how it is emptied from the settings."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QPushButton

from tests.fakes.history import entry_of
from tests.fakes.memory import ENGLISH, GERMAN
from tests.support.waiting import until
from tests.ui.settings.library.fake_screen import FakeLibraryScreen
from tests.ui.settings.library.shelves import Shelves
from tests.ui.settings.opened import Open
from translator.translation.glossary.term import Glossary
from translator.ui.settings.library.page import MemoryPage
from translator.ui.settings.library.presenter import LibraryPresenter


class Room(Shelves):
    def __init__(self) -> None:
        super().__init__()
        self.screen = FakeLibraryScreen()
        self.presenter = LibraryPresenter(self.screen, self.library)


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.presenter.close()
    await made.database.close()


async def test_what_there_is_is_counted_for_whoever_looks(room: Room) -> None:
    await room.fill_memory()
    await room.glossaries.save_glossary(Glossary("Ships", GERMAN, ENGLISH))
    await room.glossaries.save_glossary(Glossary("Old", GERMAN, ENGLISH, is_on=False))
    await room.history.add(entry_of())
    assert room.screen.counts == {}
    room.presenter.look()
    await until(lambda: len(room.screen.counts) == 3)
    assert room.screen.counts == {
        "memory": "2 units, 3 answers of services.",
        "glossaries": "2 glossaries, 1 of them in use.",
        "history": "1 translation.",
    }


async def test_where_there_is_nothing_it_says_so_and_there_is_nothing_to_ask(room: Room) -> None:
    room.presenter.look()
    await until(lambda: len(room.screen.counts) == 3)
    assert list(room.screen.counts.values()) == [
        "0 units, 0 answers of services.",
        "No glossaries.",
        "No translations.",
    ]
    room.presenter.ask_to_empty("memory")
    await until(lambda: room.screen.problems["memory"] == "There is nothing yet.")
    room.presenter.ask_to_empty("history")
    await until(lambda: room.screen.problems["history"] == "There is nothing without a star.")
    assert set(room.screen.questions.values()) == {""}


async def test_the_memory_is_forgotten_once_it_was_asked(room: Room) -> None:
    await room.fill_memory()
    room.presenter.ask_to_empty("memory")
    await until(lambda: "memory" in room.screen.questions)
    words = "Forget everything for good: 2 units, 3 answers of services? Glossaries and the history stay."
    assert room.screen.questions["memory"] == words
    room.presenter.keep("memory")
    assert (room.screen.questions["memory"], await room.library.units.count()) == ("", 2)
    room.presenter.empty("memory")
    room.presenter.empty("memory")
    await until(lambda: bool(room.screen.counts.get("history")))
    assert (await room.library.units.count(), await room.library.units.count_answers()) == (0, 0)
    assert (room.emptied, room.screen.counts["memory"]) == (["memory"], "0 units, 0 answers of services.")


async def test_the_history_is_cleared_but_for_what_has_a_star(room: Room) -> None:
    await room.history.add(entry_of(is_starred=True))
    await room.history.add(entry_of("Other"))
    room.presenter.ask_to_empty("history")
    await until(lambda: bool(room.screen.questions.get("history")))
    assert room.screen.questions["history"] == "Delete 1 translation for good? Those with a star stay."
    room.presenter.empty("history")
    await until(lambda: bool(room.emptied))
    assert (await room.history.count(), room.emptied) == (1, ["history"])


async def test_what_cannot_be_used_is_told_and_nothing_is_said_to_be_empty(room: Room) -> None:
    await room.database.close()
    room.presenter.look()
    await until(lambda: len(room.screen.counts) == 3)
    assert set(room.screen.counts.values()) == {"It cannot be used now: closed."}
    room.presenter.empty("memory")
    await until(lambda: bool(room.screen.problems["memory"]))
    assert room.screen.problems["memory"] == "It cannot be used now: closed."
    assert room.emptied == []


async def test_the_controls_do_it(shown: Open) -> None:
    await shown.shelves.fill_memory()
    shown.window.open_page("memory")
    for name in ("openMemoryButton", "openGlossariesButton", "openHistoryButton"):
        shown.find(QPushButton, name).click()
    assert shown.shelves.opened == ["memory", "glossaries", "history"]
    page = shown.find(MemoryPage, "memoryPage")
    row = page._open["memory"]
    await until(lambda: row.hint.text() == "2 units, 3 answers of services.")
    ask, cancel = shown.find(QPushButton, "forgetMemoryButton"), shown.find(QPushButton, "forgetMemoryCancelButton")
    ask.click()
    await until(cancel.isVisible)
    assert cancel.hasFocus()
    assert not ask.isVisible()
    cancel.click()
    assert ask.isVisible()
    assert ask.hasFocus()
    ask.click()
    await until(cancel.isVisible)
    shown.find(QPushButton, "forgetMemoryConfirmButton").click()
    await until(lambda: shown.shelves.emptied == ["memory"])
    await until(lambda: row.hint.text() == "0 units, 0 answers of services.")
    assert ask.isVisible()

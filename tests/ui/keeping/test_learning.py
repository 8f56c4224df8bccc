"""What the user writes and uses comes into the memory."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.aids import NoMemory
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.translation.request import FinishedBlock
from translator.ui.keeping.learning import Learning

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LANGUAGES = LanguagePair(LanguageTag.parse("de"), LanguageTag.parse("en"))
BLOCKS = [FinishedBlock(0, "Hallo", "Hello")]


class SlowMemory(NoMemory):
    def __init__(self) -> None:
        self.units: list[TranslationUnit] = []

    async def keep(self, units: Sequence[TranslationUnit]) -> None:
        await asyncio.sleep(0)
        self.units += units


def learning_into(memory: SlowMemory, *, is_on: bool = True) -> Learning:
    return Learning(memory, lambda: is_on, lambda: NOW)


async def test_what_is_edited_last_is_kept_although_the_window_closes():
    memory = SlowMemory()
    learning = learning_into(memory)
    learning.keep_edited(BLOCKS, LANGUAGES)
    learning.keep_accepted([FinishedBlock(0, "Tag", "Day")], LANGUAGES)
    await learning.close()
    assert [(unit.source, unit.origin) for unit in memory.units] == [
        ("Hallo", UnitOrigin.EDITED),
        ("Tag", UnitOrigin.ACCEPTED),
    ]


async def test_nothing_is_kept_where_the_memory_is_off():
    memory = SlowMemory()
    learning = learning_into(memory, is_on=False)
    learning.keep_edited(BLOCKS, LANGUAGES)
    await learning.close()
    assert memory.units == []

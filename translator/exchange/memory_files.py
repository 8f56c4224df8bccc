"""Takes units in from TMX files, and writes them into one: the old file or the whole new one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from translator import clock
from translator.translation.memory.exchange import TakenIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translator.language.tag import LanguagePair
    from translator.translation.memory.store import UnitStore

WRITTEN_AT_ONCE = 500
"""Units; few enough that a cancel is soon heard."""


class MemoryFiles:
    """Reads and writes files for the units in ``store``."""

    def __init__(self, store: UnitStore) -> None:
        self._store = store

    async def take_in(
        self, path: Path, told: Callable[[int, float], None], is_cancelled: Callable[[], bool]
    ) -> TakenIn:
        """Keep the units of a TMX file. Raises MemoryUnusable, TmxInvalid and OSError.

        ``told`` is called with how many there are so far, and the share of the file that was read, from 0 to 1. What
        was taken in before it was cancelled, or before an error in the file, stays.
        """
        from translator.formats.tmx.reading import read_tmx

        units = read_tmx(path)
        taken = await self._store.take_in(units, lambda count: told(count, units.share), is_cancelled)
        return TakenIn(taken.units, taken.new, units.skipped)

    async def write(
        self,
        path: Path,
        languages: LanguagePair | None,
        told: Callable[[int], None],
        is_cancelled: Callable[[], bool],
    ) -> int:
        """Write all units, or those of a pair, as TMX; return how many there were. Raises MemoryUnusable, CannotSave.

        Where it is cancelled there is no new file, and an old one stays as it was; 0 is returned.
        """
        from translator.formats.tmx.writing import TmxWriter
        from translator.storage.atomic_file import ReplacingFile

        writer, pieces, written = TmxWriter(clock.now()), list[str](), 0
        file = await asyncio.to_thread(ReplacingFile, path, private=False)
        try:
            pieces.append(writer.begin())
            async for unit in self._store.every(languages):
                pieces.append(writer.piece(unit))
                written += 1
                if len(pieces) >= WRITTEN_AT_ONCE:
                    await asyncio.to_thread(file.write, "".join(pieces).encode())
                    pieces.clear()
                    told(written)
                    if is_cancelled():
                        return 0
            pieces.append(writer.end())
            await asyncio.to_thread(file.write, "".join(pieces).encode())
            await asyncio.to_thread(file.commit)
        finally:
            file.discard()
        return written

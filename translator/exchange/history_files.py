"""Writes the history into a file of the user's: the old one or the whole new one, entry by entry."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from translator import clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translator.formats.history import HistoryWriter
    from translator.language.tag import LanguageTag
    from translator.storage.atomic_file import ReplacingFile
    from translator.translation.history import HistoryEntry, HistoryStore


class HistoryExport:
    """Writes what is in ``store``; ``name`` is that of a language."""

    def __init__(self, store: HistoryStore, name: Callable[[LanguageTag], str]) -> None:
        self._store = store
        self._name = name

    async def write(self, path: Path, query: str = "", starred: bool = False) -> int:
        """Write the entries that hold these words, or of them those with a star; return how many there were.

        The name of the file says as what: ``.tmx``, ``.md``, or else CSV. Raises HistoryUnusable, and CannotSave.
        """
        from translator.storage.atomic_file import ReplacingFile

        writer = self._writer(path)
        file = await asyncio.to_thread(ReplacingFile, path, private=False)
        count = 0
        try:
            await asyncio.to_thread(file.write, _encoded(writer.begin()))
            async for entry in self._store.every(query, starred=starred):
                await asyncio.to_thread(_write_piece, file, writer, entry)
                count += 1
            await asyncio.to_thread(file.write, _encoded(writer.end()))
            await asyncio.to_thread(file.commit)
        finally:
            file.discard()
        return count

    def _writer(self, path: Path) -> HistoryWriter:
        from translator.formats.history import CsvHistory, MarkdownHistory, TmxHistory

        match path.suffix.lower():
            case ".tmx":
                return TmxHistory(clock.now())
            case ".md" | ".markdown":
                return MarkdownHistory(self._name)
            case _:
                return CsvHistory()


def _write_piece(file: ReplacingFile, writer: HistoryWriter, entry: HistoryEntry) -> None:
    file.write(_encoded(writer.piece(entry)))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")

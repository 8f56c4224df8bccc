"""Entries of the history as rows of its table, and back. What a newer version wrote is read as well as may be."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from translator.language.tag import InvalidTag, LanguageTag
from translator.text.display import repair
from translator.translation.history import HistoryEntry
from translator.translation.request import Action, FinishedBlock

FACTS = "id, at, source_language, target_language, service, model, action, is_complete, is_starred"
TEXTS = "source, target, blocks"

_NO_BLOCKS = "[]"
_UNKNOWN = LanguageTag("und")


def row_of(entry: HistoryEntry) -> tuple[object, ...]:
    """Return the values of FACTS and TEXTS; what no database can hold is made to fit."""
    source, target = repair(entry.source), repair(entry.target)
    return (
        entry.id or None,
        entry.at.timestamp(),
        str(entry.source_language or ""),
        str(entry.target_language),
        repair(entry.service),
        repair(entry.model),
        entry.action.value,
        entry.is_complete,
        entry.is_starred,
        source,
        target,
        _write(entry.blocks, source, target),
    )


def entry_of(row: Sequence[Any]) -> HistoryEntry:
    """Return the entry of such a row."""
    source, target, blocks = row[9:]
    return HistoryEntry(
        id=row[0],
        at=datetime.fromtimestamp(row[1], UTC),
        source_language=_tag(row[2]),
        target_language=_tag(row[3]) or _UNKNOWN,
        service=row[4],
        model=row[5],
        action=_action(row[6]),
        is_complete=bool(row[7]),
        is_starred=bool(row[8]),
        source=source,
        target=target,
        blocks=_read(blocks, source, target),
    )


def _write(blocks: Sequence[FinishedBlock], source: str, target: str) -> str:
    if not blocks:
        return _NO_BLOCKS
    from translator.storage.history_blocks import write_blocks

    return write_blocks(blocks, source, target)


def _read(blocks: str, source: str, target: str) -> tuple[FinishedBlock, ...]:
    if blocks == _NO_BLOCKS:
        return ()
    from translator.storage.history_blocks import read_blocks

    return read_blocks(blocks, source, target)


def _tag(text: str) -> LanguageTag | None:
    try:
        return LanguageTag.parse(text)
    except InvalidTag:
        return None


def _action(name: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        return Action.WINDOW

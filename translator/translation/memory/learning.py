"""What the memory learns from translations that the user has written, or taken as they were."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from translator.language.tag import LanguagePair
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.translation.request import BlockOrigin, FinishedBlock


def units_of(
    blocks: Sequence[FinishedBlock], languages: LanguagePair, origin: UnitOrigin, now: datetime
) -> Iterator[TranslationUnit]:
    """Yield the units of these blocks: each whole, and its sentences where it has several.

    Nothing is learned where the source language is not known, from what was left as it was, from an empty translation,
    or from one that the user let stand although something is surely wrong with it. ``now`` is aware.
    """
    if languages.source is None:
        return
    for block in blocks:
        if block.origin is BlockOrigin.UNCHANGED or (origin is not UnitOrigin.EDITED and block.has_error):
            continue
        for source, target in _pieces(block):
            if source.strip() and target.strip():
                yield TranslationUnit(languages.source, languages.target, source, target, origin, now)


def _pieces(block: FinishedBlock) -> Iterator[tuple[str, str]]:
    yield block.source, block.target
    if len(block.links) > 1:
        for link in block.links:
            yield block.source[slice(*link.source)], block.target[slice(*link.target)]

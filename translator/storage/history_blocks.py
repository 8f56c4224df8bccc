"""The blocks of a translation as JSON, beside its texts: what is a piece of these is kept as its place in them.

What a newer version says in words that this one does not know is left out. Imported where it is first needed: msgspec
takes its time.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from translator.text.alignment.align import Link
from translator.text.display import repair
from translator.text.span import Span
from translator.translation.checks.finding import Finding
from translator.translation.request import BlockOrigin, FinishedBlock

T = TypeVar("T")
_Place = Span | str
"""Where a block's text stands in the whole one, or the text itself where it is not found there."""


class _StoredBlock(msgspec.Struct, omit_defaults=True):
    index: int
    source: _Place
    target: _Place
    origin: str = BlockOrigin.SERVICE.value
    links: list[tuple[int, int, int, int]] = []
    findings: list[msgspec.Raw] = []
    key: bytes = b""


def write_blocks(blocks: Sequence[FinishedBlock], source: str, target: str) -> str:
    """Return the blocks of a translation of ``source`` to ``target`` as JSON."""
    places = zip(_places([b.source for b in blocks], source), _places([b.target for b in blocks], target), strict=True)
    stored = [_stored(block, *place) for block, place in zip(blocks, places, strict=True)]
    return msgspec.json.encode(stored).decode()


def read_blocks(written: str, source: str, target: str) -> tuple[FinishedBlock, ...]:
    """Return the blocks of a translation of ``source`` to ``target``; those that cannot be read are left out."""
    raws = _decode(written.encode(), list[msgspec.Raw]) or []
    found = (_decode(raw, _StoredBlock) for raw in raws)
    return tuple(_block(stored, source, target) for stored in found if stored is not None)


def _places(pieces: Sequence[str], whole: str) -> list[_Place]:
    """Return where the pieces stand, each behind the one before."""
    places: list[_Place] = []
    whole, behind = repair(whole), 0
    for piece in map(repair, pieces):
        start = whole.find(piece, behind)
        if start < 0:
            places.append(piece)
        else:
            behind = start + len(piece)
            places.append((start, behind))
    return places


def _stored(block: FinishedBlock, source: _Place, target: _Place) -> _StoredBlock:
    links = [(*link.source, *link.target) for link in block.links]
    findings = [msgspec.Raw(msgspec.json.encode(_sound(finding))) for finding in block.findings]
    return _StoredBlock(block.index, source, target, block.origin.value, links, findings, block.key)


def _sound(finding: Finding) -> Finding:
    """Return the finding without what no file can hold."""
    return replace(finding, expected=repair(finding.expected), found=repair(finding.found))


def _block(stored: _StoredBlock, source: str, target: str) -> FinishedBlock:
    findings = (_decode(raw, Finding) for raw in stored.findings)
    return FinishedBlock(
        stored.index,
        _text(stored.source, source),
        _text(stored.target, target),
        _origin(stored.origin),
        tuple(Link((a, b), (c, d)) for a, b, c, d in stored.links),
        tuple(finding for finding in findings if finding is not None),
        stored.key,
    )


def _text(place: _Place, whole: str) -> str:
    return place if isinstance(place, str) else whole[place[0] : place[1]]


def _origin(name: str) -> BlockOrigin:
    try:
        return BlockOrigin(name)
    except ValueError:
        return BlockOrigin.SERVICE


def _decode(written: bytes | msgspec.Raw, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(written, type=kind)
    except (msgspec.DecodeError, RecursionError):  # ValidationError is a DecodeError
        return None

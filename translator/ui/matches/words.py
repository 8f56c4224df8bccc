"""What is said of a match."""

from datetime import datetime

from translator.i18n import tr
from translator.joining import as_sentence, in_a_row, sentences
from translator.translation.memory.unit import FuzzyMatch, UnitOrigin
from translator.ui.history.times import explain_time
from translator.ui.matches.differences import Kind
from translator.ui.matches.screen import MatchRow


def match_caption(match: FuzzyMatch, now: datetime) -> str:
    """Return how like the text it is, how it came into the memory, and when."""
    origin = {
        UnitOrigin.EDITED: tr("Edited by you"),
        UnitOrigin.ACCEPTED: tr("Accepted by you"),
        UnitOrigin.IMPORTED: tr("Imported"),
    }[match.unit.origin]
    parts = (tr("{score} %").format(score=match.score), origin, explain_time(match.unit.changed, now), match.unit.note)
    return in_a_row(parts)


def spoken(row: MatchRow) -> str:
    """Return what a screen reader says of a match: the differences in words."""
    said = {Kind.SAME: "{text}", Kind.GONE: tr("[not: {text}]"), Kind.NEW: tr("[but: {text}]")}
    source = "".join(said[piece.kind].format(text=piece.text) for piece in row.source)
    return sentences(as_sentence(row.caption), as_sentence(source), row.target)

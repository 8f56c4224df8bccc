"""What TBX has no field for, in a note: whether capitals matter, and whether the term stays as it is.

Such a note reads ``translator: case-sensitive, do-not-translate``. A note of the user's own that looks like one is
written with a backslash before it, which reading takes away again.
"""

import re
from collections.abc import Sequence

from translator.translation.glossary.term import Term

_CASE, _KEEP = "case-sensitive", "do-not-translate"
_FLAGS = re.compile(rf"translator: ({_CASE}|{_KEEP}|{_CASE}, {_KEEP})")
_LIKE_FLAGS = re.compile(rf"\\*{_FLAGS.pattern}")


def notes_of(term: Term) -> Sequence[str]:
    """Return the notes that a term is written with."""
    flags = [name for name, is_set in ((_CASE, term.case_sensitive), (_KEEP, term.do_not_translate)) if is_set]
    note = f"\\{term.note}" if _LIKE_FLAGS.fullmatch(term.note) else term.note
    return [*([note] if note else []), *([f"translator: {', '.join(flags)}"] if flags else [])]


def read_notes(notes: Sequence[str]) -> tuple[str, bool, bool]:
    """Return the user's note, whether capitals matter, and whether the term stays as it is."""
    flags = {flag for note in notes if (match := _FLAGS.fullmatch(note)) for flag in match[1].split(", ")}
    own = [note for note in notes if not _FLAGS.fullmatch(note)]
    plain = [note[1:] if note.startswith("\\") and _LIKE_FLAGS.fullmatch(note) else note for note in own]
    return "; ".join(dict.fromkeys(plain)), _CASE in flags, _KEEP in flags

"""Terms, as a model is told of them."""

from collections.abc import Sequence

from translator.text.display import neutralise, repair
from translator.translation.glossary.term import Term

_HEADING = "Use these terms of the user's, in the form that the sentence asks for:"
_LONGEST_NOTE = 200
"""Characters of a note that the model is shown. A term itself is never shortened."""

_PARTS_OF_SPEECH = {"properNoun": "name", "other": ""}


def guidance(terms: Sequence[Term]) -> str:
    """Return what the model is told: a heading, and a line for each text that is a term; empty where there is nothing.

    A term can neither end its line nor what the lines stand in, whatever is in it.
    """
    by_source: dict[str, list[Term]] = {}
    for term in terms:
        if term.wanted or term.forbidden:
            by_source.setdefault(term.source, []).append(term)
    lines = [_line(source, alternatives) for source, alternatives in by_source.items()]
    return "\n".join([_HEADING, *lines]) if lines else ""


def _line(source: str, alternatives: Sequence[Term]) -> str:
    wanted = list(dict.fromkeys(_wanted(term) for term in alternatives if term.wanted))
    words = [f"{_quoted(source)} -> {' or '.join(wanted)}" if wanted else _quoted(source)]
    allowed = {term.wanted for term in alternatives}
    forbidden = dict.fromkeys(text for term in alternatives for text in term.forbidden if text not in allowed)
    if forbidden:
        words.append(f"never {', '.join(map(_quoted, forbidden))}")
    return "- " + "; ".join(words).replace("</", "<\\/")


def _wanted(term: Term) -> str:
    part_of_speech = _PARTS_OF_SPEECH.get(term.part_of_speech, term.part_of_speech)
    remarks = [
        "as it is" if term.do_not_translate else "",
        _plain(part_of_speech),
        _plain(term.note, _LONGEST_NOTE),
    ]
    said = ", ".join(filter(None, remarks))
    return f"{_quoted(term.wanted)} ({said})" if said else _quoted(term.wanted)


def _quoted(text: str) -> str:
    return '"' + _plain(text).replace('"', '\\"') + '"'


def _plain(text: str, most: int | None = None) -> str:
    """Return the text on one line, harmless and not too long."""
    line = neutralise(" ".join(repair(text).split()))
    return line if most is None or len(line) <= most else line[:most].rstrip() + "…"

"""What a term asks for."""

from dataclasses import replace

import pytest

from translator.translation.glossary.term import Term

TERM = Term("Anlage", "plant", "works", "noun", forbidden=("facility",), id=7)


def test_what_is_not_translated_stays_as_it_is() -> None:
    assert TERM.wanted == "plant"
    assert replace(TERM, do_not_translate=True).wanted == "Anlage"


@pytest.mark.parametrize(
    "changed",
    [
        replace(TERM, source="Anlagen"),
        replace(TERM, target="works"),
        replace(TERM, note=""),
        replace(TERM, case_sensitive=True),
        replace(TERM, do_not_translate=True),
        replace(TERM, forbidden=()),
        replace(TERM, forbidden=("facility", "annex")),
    ],
)
def test_a_term_that_asks_for_something_else_has_another_identity(changed: Term) -> None:
    assert changed.identity() != TERM.identity()


def test_its_id_is_no_part_of_what_it_asks_for() -> None:
    assert replace(TERM, id=8).identity() == TERM.identity()

"""A term that was selected in a text is added in a form."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.glossary import DE, EN, FR, ListedGlossaries, glossary_of
from tests.support.waiting import settle
from tests.ui.glossary.fake_screen import FakeTermForm
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.glossary.term import Term
from translator.ui.glossary.adding import NEW, AddingPresenter

BRITISH = LanguageTag("en", region="GB")
PAIR = LanguagePair(DE, BRITISH)


class Room:
    def __init__(self) -> None:
        self.store = ListedGlossaries()
        self.form = FakeTermForm()
        self.changes = 0
        self.presenter = AddingPresenter(self.form, self.store, str, self._note)

    def _note(self) -> None:
        self.changes += 1

    async def open(self, source: str, target: str, pair: LanguagePair = PAIR) -> None:
        self.presenter.open(source, target, pair)
        await settle()

    async def save(self, term: Term, glossary_id: int) -> None:
        self.presenter.save(term, glossary_id)
        await settle()


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    await made.store.save_glossary(glossary_of("Works"))
    await made.store.save_glossary(glossary_of("Art", (EN, FR)))
    yield made
    await made.presenter.close()


async def test_the_form_is_filled_in_and_offers_the_glossaries_of_the_pair(room: Room) -> None:
    await room.open(" Die\n Anlage ", "")
    assert room.form.term == Term("Die Anlage")
    assert room.form.choices == [("Works (de → en-US)", 1), ("A new glossary", NEW)]
    assert room.form.problem == ""


async def test_the_term_is_kept_and_the_form_closes(room: Room) -> None:
    await room.open("Anlage", "plant")
    await room.save(Term(" Anlage ", "plant"), 1)
    assert [term.source for term in room.store.kept[1][1].values()] == ["Anlage"]
    assert (room.form.term, room.changes) == (None, 1)


async def test_a_term_that_is_there_already_is_not_kept_twice(room: Room) -> None:
    await room.open("Anlage", "plant")
    for _ in range(2):
        await room.save(Term("Anlage", "plant"), 1)
    assert len(room.store.kept[1][1]) == 1
    assert room.form.term is None


async def test_a_form_that_was_opened_while_another_term_is_kept_stays(room: Room) -> None:
    await room.open("Anlage", "plant")
    room.presenter.save(Term("Anlage", "plant"), NEW)
    await room.open("paint", "", LanguagePair(EN, FR))

    assert room.form.term == Term("paint")
    assert [glossary.name for glossary, _ in room.store.kept.values()] == ["Works", "Art", "de → en-GB"]
    assert room.changes == 1


async def test_a_second_click_while_it_is_being_kept_does_nothing(room: Room) -> None:
    await room.open("Anlage", "plant")
    room.presenter.save(Term("Anlage", "plant"), NEW)
    await room.save(Term("Anlage", "plant"), NEW)
    assert len(room.store.kept) == 3
    assert room.changes == 1


async def test_a_new_glossary_is_called_by_its_languages(room: Room) -> None:
    await room.open("Anlage", "plant")
    await room.save(Term("Anlage", "plant"), NEW)
    glossary, terms = room.store.kept[3]
    assert (glossary.name, glossary.target_language, len(terms)) == ("de → en-GB", BRITISH, 1)


async def test_without_a_source_language_only_what_is_there_can_take_the_term(room: Room) -> None:
    await room.open("x", "y", LanguagePair(None, EN))
    assert room.form.choices == [("Works (de → en-US)", 1)]
    await room.open("x", "y", LanguagePair(None, DE))
    assert room.form.choices == []
    assert room.form.problem.startswith("Choose the source language first")
    await room.save(Term("x", "y"), NEW)
    assert "the source language is not known" in room.form.problem


@pytest.mark.parametrize(
    ("term", "words"),
    [(Term(" ", "x"), "cannot be empty"), (Term("x"), "Say how"), (Term("x" * 2_000, "y"), "too long")],
)
async def test_what_is_no_term_is_not_taken(room: Room, term: Term, words: str) -> None:
    await room.open("x", "y")
    await room.save(term, 1)
    assert words in room.form.problem
    assert room.form.term is not None
    assert room.changes == 0


@pytest.mark.parametrize("term", [Term("x", do_not_translate=True), Term("x", forbidden=("y",))])
async def test_a_term_may_be_without_a_translation_if_it_says_something_else(room: Room, term: Term) -> None:
    await room.save(term, 1)
    assert len(room.store.kept[1][1]) == 1


async def test_where_the_glossaries_cannot_be_used_the_form_opens_and_says_so_in_the_end(room: Room) -> None:
    room.store.fault = "closed"
    await room.open("x", "y")
    assert room.form.choices == [("A new glossary", NEW)]
    await room.save(Term("x", "y"), NEW)
    assert room.form.problem == "The glossaries cannot be used now: closed."
    assert room.form.term is not None

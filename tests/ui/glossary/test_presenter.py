"""The glossaries and their terms: what is shown, kept, deleted and given back, and said with which words."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.glossary import DE, EN, FR, ListedGlossaries, glossary_of
from tests.support.waiting import settle, until
from tests.ui.glossary.fake_screen import FakeFiles, FakeGlossaryScreen
from translator.language.tag import LanguageTag
from translator.translation.glossary.exchange import LONGEST_TEXT, ImportedTerms, SkippedEntry, TermFileInvalid
from translator.translation.glossary.term import Term
from translator.ui.glossary.presenter import GlossaryPresenter

NAMES = {DE: "German", EN: "English", FR: "French"}


class Room:
    """A presenter among fakes, with two glossaries."""

    def __init__(self) -> None:
        self.store = ListedGlossaries()
        self.screen = FakeGlossaryScreen()
        self.files = FakeFiles()
        self.changes = 0
        self.presenter = GlossaryPresenter(
            self.screen, self.store, lambda tag: NAMES.get(tag, str(tag)),
            lambda: [(words, tag) for tag, words in NAMES.items()], self.files.port, self._note,
        )  # fmt: skip

    def _note(self) -> None:
        self.changes += 1

    async def open(self) -> None:
        self.presenter.refresh()
        await settle()

    async def do(self, *_done: None) -> None:
        await settle()

    def kept(self, glossary_id: int) -> list[str]:
        return [term.source for term in self.store.kept[glossary_id][1].values()]


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    works = await made.store.save_glossary(glossary_of("Works"))
    art = await made.store.save_glossary(glossary_of("art", (EN, FR), is_on=False))
    await made.store.save_terms(
        works.id, [Term("Werk", "works"), Term("Anlage", "plant", "a note", forbidden=("annex",))]
    )
    await made.store.save_terms(art.id, [Term("paint", "peinture")])
    made.presenter.refresh()
    await settle()
    yield made
    await made.presenter.close()


async def test_the_glossaries_are_listed_with_their_languages_and_whether_they_are_off(room: Room) -> None:
    assert [(line.title, line.caption, line.mark) for line in room.screen.lines] == [
        ("art", "English → French", "Off"),
        ("Works", "German → English", ""),
    ]
    assert room.screen.glossary is not None
    assert (room.screen.glossary.name, room.screen.languages) == ("art", "English → French")
    assert (room.screen.sources, room.screen.count, room.screen.empty) == (["paint"], "1 term", ("", ""))


async def test_another_glossary_is_selected(room: Room) -> None:
    await room.do(room.presenter.select(1))
    assert (room.screen.selected, room.screen.sources, room.screen.count) == ("1", ["Anlage", "Werk"], "2 terms")
    room.store.fault = "gone"
    await room.do(room.presenter.select(1))
    assert room.screen.notice == ""


async def test_where_there_is_none_the_way_to_the_first_is_shown() -> None:
    room = Room()
    await room.open()
    assert room.screen.empty[0] == "No glossaries yet"
    assert (room.screen.glossary, room.screen.count) == (None, "")
    room.presenter.switch(on=True)
    room.presenter.ask_for_changes()
    room.presenter.delete_glossary()
    room.presenter.take_in(Path("x.csv"))
    room.presenter.export(Path("x.csv"))
    await settle()
    assert (room.screen.question, room.screen.notice, room.changes) == (None, "", 0)
    await room.presenter.close()


async def test_a_glossary_is_switched_on(room: Room) -> None:
    await room.do(room.presenter.switch(on=True))
    assert room.store.kept[2][0].is_on
    assert (room.screen.lines[0].mark, room.changes) == ("", 1)
    await room.do(room.presenter.switch(on=True))
    assert room.changes == 1


async def test_a_new_glossary_is_made_and_shown(room: Room) -> None:
    room.presenter.ask_for_new()
    assert room.screen.question == (None, "")
    await room.do(room.presenter.save_glossary("  New ", DE, FR))
    assert room.screen.question is None
    assert room.screen.glossary is not None
    assert (room.screen.glossary.name, room.screen.languages) == ("New", "German → French")
    assert room.screen.empty[0] == "No terms yet"
    assert room.changes == 0, "without a term nothing is translated otherwise"


async def test_a_glossary_is_renamed(room: Room) -> None:
    room.presenter.ask_for_changes()
    assert room.screen.question is not None
    assert room.screen.question[0] == room.screen.glossary
    await room.do(room.presenter.save_glossary("Painting", EN, FR))
    assert [line.title for line in room.screen.lines] == ["Painting", "Works"]
    assert not room.store.kept[2][0].is_on


@pytest.mark.parametrize(
    ("name", "source", "target", "problem"),
    [
        (" ", DE, EN, "Give the glossary a name."),
        ("x" * 101, DE, EN, "A shorter name, please: at most 100 characters."),
        ("x", DE, DE, "Choose two languages that are not the same."),
    ],
)
async def test_an_answer_that_will_not_do_is_asked_for_again(
    room: Room, name: str, source: LanguageTag, target: LanguageTag, problem: str
) -> None:
    room.presenter.ask_for_new()
    await room.do(room.presenter.save_glossary(name, source, target))
    assert room.screen.question == (None, problem)
    assert len(room.store.kept) == 2


async def test_a_deleted_glossary_comes_back_with_its_terms(room: Room) -> None:
    await room.do(room.presenter.delete_glossary())
    assert [line.title for line in room.screen.lines] == ["Works"]
    assert room.screen.notice == "The glossary “art” was deleted."
    await room.screen.press("Undo")
    assert room.screen.glossary is not None
    assert (room.screen.glossary.name, room.screen.sources, room.screen.notice) == ("art", ["paint"], "")
    assert room.changes == 2


async def test_a_term_is_changed_without_blanks_around_it(room: Room) -> None:
    await room.do(room.presenter.select(1))
    changed = Term(" Anlage", "plant ", " x ", forbidden=(" a", " ", "a"), id=2)
    await room.do(room.presenter.save_term(changed))
    assert room.store.kept[1][1][2] == Term("Anlage", "plant", "x", forbidden=("a",), id=2)
    assert room.screen.terms[0] == room.store.kept[1][1][2]
    assert room.changes == 1


async def test_a_term_that_is_the_same_is_not_written_again(room: Room) -> None:
    await room.do(room.presenter.select(1))
    await room.do(room.presenter.save_term(Term(" Werk ", "works", id=1)))
    assert room.changes == 0
    assert room.screen.terms[1].source == "Werk"


async def test_a_new_term_gets_its_id_on_the_screen(room: Room) -> None:
    await room.do(room.presenter.save_term(Term("brush", "pinceau")))
    assert room.kept(2) == ["paint", "brush"]
    assert room.screen.terms[-1].id == 4
    assert room.screen.count == "2 terms"


async def test_a_term_belongs_to_the_glossary_in_which_it_was_written(room: Room) -> None:
    room.presenter.save_term(Term("brush", "pinceau"))
    room.presenter.select(1)
    await settle()
    assert room.kept(2) == ["paint", "brush"]
    assert room.screen.sources == ["Anlage", "Werk"]


@pytest.mark.parametrize(
    ("term", "words"), [(Term(" ", "x", id=3), "cannot be empty"), (Term("x" * (LONGEST_TEXT + 1), id=3), "too long")]
)
async def test_what_cannot_be_a_term_is_said_and_the_old_one_stays(room: Room, term: Term, words: str) -> None:
    await room.do(room.presenter.save_term(term))
    assert words in room.screen.notice
    assert room.screen.sources == ["paint"]
    assert room.kept(2) == ["paint"]


async def test_deleted_terms_come_back(room: Room) -> None:
    await room.do(room.presenter.select(1))
    await room.do(room.presenter.delete_terms([1, 2]))
    assert (room.screen.sources, room.screen.notice) == ([], "2 terms deleted.")
    assert room.screen.empty[0] == "No terms yet"
    await room.do(room.presenter.select(2))
    await room.screen.press("Undo")
    assert room.screen.sources == ["Anlage", "Werk"]
    assert (room.screen.notice, room.changes) == ("", 2)


async def test_nothing_is_deleted_where_nothing_is_chosen(room: Room) -> None:
    room.presenter.delete_terms([])
    await room.do(room.presenter.delete_terms([99]))
    assert (room.screen.notice, room.changes) == ("", 0)


async def test_what_cannot_be_kept_stays_on_the_screen_and_can_be_tried_again(room: Room) -> None:
    room.store.fault = "disk full"
    await room.do(room.presenter.save_term(Term("paint", "peindre", id=3)))
    assert room.screen.notice == "The glossaries cannot be used now: disk full."
    assert (room.screen.severity, room.screen.terms[0].target) == ("error", "peindre")
    room.store.fault = ""
    await room.screen.press("Try again")
    assert room.store.kept[2][1][3].target == "peindre"


async def test_a_glossary_that_cannot_be_kept_is_told_and_can_be_kept_later_as_it_was_named(room: Room) -> None:
    room.presenter.ask_for_new()
    room.store.fault = "the disk is full"
    await room.do(room.presenter.save_glossary("Cabins", EN, DE))
    assert room.screen.notice == "The glossaries cannot be used now: the disk is full."
    room.store.fault = ""
    await room.screen.press("Try again")
    assert "Cabins" in [glossary.name for glossary, _ in room.store.kept.values()]
    assert room.screen.notice == ""


async def test_a_store_that_cannot_be_read_is_told(room: Room) -> None:
    room.store.fault = "closed"
    await room.do(room.presenter.refresh())
    assert room.screen.notice == "The glossaries cannot be used now: closed."
    assert room.screen.sources == ["paint"]


async def test_a_file_adds_what_is_new_and_can_be_taken_back(room: Room) -> None:
    new = Term("brush", "pinceau")
    room.files.imported = ImportedTerms((Term("paint", "peinture"), new, new, Term("oil", "huile")))
    room.presenter.take_in(Path("art.csv"))
    await until(lambda: "art.csv" in room.screen.notice and "Undo" in room.screen.actions)
    assert room.screen.notice == "2 terms added from art.csv. 2 were there already."
    assert room.screen.sources == ["brush", "oil", "paint"]
    assert (room.screen.severity, room.changes) == ("info", 1)
    await room.screen.press("Undo")
    assert room.kept(2) == ["paint"]


async def test_what_of_a_file_could_not_be_read_is_told_in_short(room: Room) -> None:
    skipped = tuple(SkippedEntry(number, "the term is missing") for number in (3, 5, 8, 9))
    room.files.imported = ImportedTerms((Term("oil", "huile"),), skipped, "windows-1252")
    room.presenter.take_in(Path("a.csv"))
    await until(lambda: "added" in room.screen.notice)
    assert room.screen.severity == "warning"
    assert room.screen.notice == (
        "1 term added from a.csv. 4 entries could not be read (3: the term is missing, 5: the term is missing, "
        "8: the term is missing, …). It was read as windows-1252: see whether accents are right."
    )


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PermissionError(13, "Permission denied"), "a.csv could not be read: Permission denied."),
        (OSError("odd"), "a.csv could not be read: odd."),
        (TermFileInvalid("This is no TBX file."), "This is no TBX file."),
    ],
)
async def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(room: Room, fault: Exception, words: str) -> None:
    room.files.faults["a.csv"] = fault
    room.presenter.take_in(Path("a.csv"))
    await until(lambda: room.screen.severity == "error")
    assert (room.screen.notice, room.changes, room.screen.sources) == (words, 0, ["paint"])


async def test_a_file_with_nothing_new_adds_nothing(room: Room) -> None:
    room.presenter.take_in(Path("a.csv"))
    await until(lambda: "added" in room.screen.notice)
    assert (room.screen.notice, room.screen.actions, room.changes) == ("0 terms added from a.csv.", {}, 0)


@pytest.mark.parametrize("name", ["art.csv", "art.TBX", "art"])
async def test_a_glossary_is_written_as_what_the_name_says(room: Room, name: str) -> None:
    room.presenter.find("nothing that is there")
    room.presenter.export(Path(name))
    await until(lambda: bool(room.screen.notice))
    kind = name.partition(".")[2].lower()
    assert room.files.written == {name: (kind, [Term("paint", "peinture")])}
    assert room.screen.notice == f"1 term is in {name}."


async def test_a_file_that_cannot_be_written_is_told(room: Room) -> None:
    room.files.faults["a.csv"] = OSError(28, "No space left on device")
    room.presenter.export(Path("a.csv"))
    await until(lambda: bool(room.screen.notice))
    assert room.screen.notice == "a.csv could not be written: No space left on device."


async def test_a_term_that_was_typed_last_is_kept_although_the_window_closes(room: Room) -> None:
    room.presenter.save_term(Term("Pinsel", "pinceau"))
    await room.presenter.close()
    assert "Pinsel" in room.kept(2)


# Several things wanted before the first of them is done


async def test_the_glossary_that_was_selected_last_is_shown(room: Room) -> None:
    room.presenter.switch(on=True)
    await room.do(room.presenter.select(1))
    assert (room.screen.selected, room.screen.sources) == ("1", ["Anlage", "Werk"])

    room.presenter.select(2)
    await room.do(room.presenter.select(1))
    assert room.screen.selected == "1"


async def test_the_last_position_of_the_switch_counts(room: Room) -> None:
    room.presenter.switch(on=True)
    await room.do(room.presenter.switch(on=False))
    assert not room.store.kept[2][0].is_on


async def test_a_glossary_is_renamed_and_switched_on_at_once(room: Room) -> None:
    room.presenter.ask_for_changes()
    room.presenter.save_glossary("Painting", EN, FR)
    await room.do(room.presenter.switch(on=True))
    assert (room.store.kept[2][0].name, room.store.kept[2][0].is_on) == ("Painting", True)

    room.presenter.ask_for_changes()
    await room.do(room.presenter.switch(on=False))
    await room.do(room.presenter.save_glossary("Drawing", EN, FR))
    assert (room.store.kept[2][0].name, room.store.kept[2][0].is_on) == ("Drawing", False)


async def test_what_is_done_with_terms_is_about_the_glossary_that_was_still_shown(room: Room) -> None:
    (paint,) = room.store.kept[2][1].values()
    room.presenter.select(1)
    room.presenter.save_term(Term("brush", "pinceau"))
    await room.do(room.presenter.delete_terms([paint.id]))
    assert room.kept(2) == ["brush"]
    assert (room.screen.selected, room.screen.sources) == ("1", ["Anlage", "Werk"])

    await room.screen.press("Undo")
    assert (room.screen.selected, room.screen.sources) == ("2", ["brush", "paint"])

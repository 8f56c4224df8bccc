"""The user changes a translation, and what they wrote is kept, and offered again where its source changes."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.fakes.teaching import FakeTeaching
from tests.fakes.translator import Step
from tests.support.waiting import settle
from tests.ui.translate.room import Room
from translator.text.difference import TextEdit
from translator.translation.request import (
    Began,
    BlockOrigin,
    BlockSettled,
    Completed,
    FinishedBlock,
    TextAdded,
    Translation,
)
from translator.ui.translate.editing.hand_editing import KEEP_AFTER, HandEditing

TEXT = "hello one here\nhello two here"
ONE, TWO = FinishedBlock(0, "hello one here", "Hallo eins"), FinishedBlock(1, "hello two here", "Hallo zwei")
MINE = replace(ONE, target="Servus eins", origin=BlockOrigin.USER)


def run_of(*blocks: FinishedBlock) -> Sequence[Step]:
    text = "\n".join(block.target for block in blocks)
    return [Began([], known=blocks), Completed(Translation(text, finished=blocks))]


class Study:
    """A room with a pencil."""

    def __init__(self, *runs: Sequence[Step]) -> None:
        self.room = Room(*runs)
        self.screen = self.room.screen
        self.teaching = FakeTeaching()
        self.pencil = HandEditing(self.screen, self.room.presenter, self.teaching, self.room.time.clock.sleep)

    async def translated(self, text: str = TEXT) -> "Study":
        await self.room.translate(text)
        return self

    def write(self, edit: TextEdit) -> None:
        """Edit the translation as a person does."""
        self.screen.target = edit.applied_to(self.screen.target)
        self.pencil.follow_edit(edit)

    async def close(self) -> None:
        await self.pencil.close()
        await self.room.close()


async def test_an_edit_is_the_translation_from_then_on_and_is_marked() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    assert study.screen.editing
    study.write(TextEdit(0, 5, "Servus"))

    assert study.room.presenter.translation.text == study.screen.target == "Servus eins\nHallo zwei"
    assert study.screen.edited_spans == [(0, 11)]
    assert study.room.presenter.translation.finished == (MINE, TWO)
    await study.close()


async def test_the_caret_goes_into_the_translation_and_comes_back() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.screen.focused = True
    assert not study.pencil.finish()

    study.pencil.toggle()
    assert (study.screen.focused, study.screen.target_focused) == (False, True)

    assert study.pencil.finish()
    assert (study.screen.editing, study.screen.focused, study.screen.target_focused) == (False, True, False)
    await study.close()


async def test_the_caret_of_one_who_was_reading_stays_in_the_translation() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.screen.focus_target()

    study.pencil.toggle()
    study.pencil.toggle()

    assert (study.screen.editing, study.screen.target_focused) == (False, True)
    await study.close()


async def test_what_was_edited_is_kept_after_a_rest_once() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "S"))
    study.write(TextEdit(1, 0, "ervus"))
    assert study.teaching.edited == []
    await settle()
    await study.room.time.go_on(KEEP_AFTER)
    await settle()

    assert study.teaching.edited == [("hello one here", "Servus eins")]
    assert study.teaching.languages is not None
    assert str(study.teaching.languages.target) == "de"
    study.pencil.toggle()
    assert len(study.teaching.edited) == 1
    await study.close()


async def test_leaving_keeps_what_was_edited_at_once() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "Servus"))
    study.pencil.toggle()

    assert not study.screen.editing
    assert study.teaching.edited == [("hello one here", "Servus eins")]
    await study.close()


async def test_closing_keeps_what_was_edited() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "Servus"))
    await study.close()

    assert len(study.teaching.edited) == 1


async def test_what_was_emptied_teaches_nothing() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 10, ""))
    study.pencil.toggle()

    assert study.teaching.edited == []
    await study.close()


async def test_there_has_to_be_a_translation_that_is_not_on_its_way() -> None:
    study = Study([asyncio.Event()])
    study.pencil.toggle()
    assert not study.pencil.is_on
    assert study.screen.status == ("There is no translation to edit yet.", "idle")

    await study.translated()
    study.pencil.toggle()
    assert not study.pencil.is_on
    assert study.screen.status == ("Edit the translation once it is done, or stop it first.", "ready")
    await study.close()


async def test_a_new_translation_ends_editing_and_is_handed_what_the_user_wrote() -> None:
    study = await Study(run_of(ONE, TWO), run_of(MINE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "Servus"))
    study.room.presenter.translate()
    await settle()

    assert not study.screen.editing
    assert study.room.translator.requests[1].finished == (MINE, TWO)
    assert study.screen.target == "Servus eins\nHallo zwei"
    assert study.screen.edited_spans == [(0, 11)]
    await study.close()


# Offered again

CHANGED = "hello one there\nhello two here"
NEW = FinishedBlock(0, "hello one there", "Hallo eins dort")


async def offered(*more: Sequence[Step]) -> Study:
    study = await Study(run_of(ONE, TWO), run_of(NEW, TWO), *more).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "Servus"))
    await study.translated(CHANGED)
    return study


async def test_where_the_source_changed_what_the_user_wrote_is_offered_and_can_be_used() -> None:
    study = await offered()
    notice = study.screen.notice
    assert study.screen.target == "Hallo eins dort\nHallo zwei"
    assert notice is not None
    assert notice.sentence == "You had translated this: “Servus eins”"
    study.teaching.edited.clear()
    notice.press("useMineButton")

    assert study.screen.target == study.room.presenter.translation.text == "Servus eins\nHallo zwei"
    assert study.screen.edited_spans == [(0, 11)]
    assert study.screen.notice is None
    assert study.teaching.edited == [("hello one there", "Servus eins")]
    await study.close()


async def test_what_was_offered_and_not_used_is_not_offered_again() -> None:
    study = await offered(run_of(NEW, TWO))
    study.room.presenter.translate()
    await settle()

    assert study.screen.notice is None
    await study.close()


async def test_several_are_offered_in_one_notice() -> None:
    both = "hello one there\nhello two there"
    second = FinishedBlock(1, "hello two there", "Hallo zwei dort")
    study = await Study(run_of(ONE, TWO), run_of(NEW, second)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 0, "Na, "))
    study.write(TextEdit(len("Na, Hallo eins\n"), 0, "So, und jetzt das noch einmal ganz anders: "))
    await study.translated(both)
    notice = study.screen.notice
    assert notice is not None
    assert notice.sentence == "You had translated 2 changed paragraphs."
    assert [action.text for action in notice.actions] == [
        "Use mine: “Na, Hallo eins”", "Use mine: “So, und jetzt das noch…”",
    ]  # fmt: skip

    notice.actions[1].run()
    left = study.screen.notice
    assert left is not None
    assert left.sentence == "You had translated this: “Na, Hallo eins”"
    assert study.screen.target.startswith("Hallo eins dort\nSo, und")
    await study.close()


async def test_in_another_language_nothing_is_offered() -> None:
    study = await Study(run_of(ONE, TWO), run_of(NEW, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "Servus"))
    study.room.languages.choose_target(study.room.languages.target.parse("fr"))
    await study.translated(CHANGED)

    assert study.screen.notice is None
    await study.close()


async def test_a_block_that_was_replaced_and_taken_back_at_once_is_not_kept() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    take_back = study.pencil.replace_block(0, "Servus eins")
    assert take_back()
    await settle()
    await study.room.time.go_on(KEEP_AFTER)
    await settle()

    assert study.screen.target == "Hallo eins\nHallo zwei"
    assert study.teaching.edited == []
    await study.close()


async def test_what_they_had_written_is_kept_again_when_what_replaced_it_is_taken_back() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "Servus"))
    study.pencil.leave()
    take_back = study.pencil.replace_block(0, "Grüß Gott eins")
    study.pencil.leave()
    assert take_back()
    study.pencil.leave()

    assert [target for _, target in study.teaching.edited] == ["Servus eins", "Grüß Gott eins", "Servus eins"]
    await study.close()


async def test_what_was_edited_is_kept_before_another_text_takes_its_place() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(0, 5, "Servus"))
    study.room.editing.clear()

    assert study.teaching.edited == [("hello one here", "Servus eins")]
    assert not study.pencil.is_on
    await study.close()


async def test_blocks_that_an_edit_joined_are_blocks_again_when_it_is_undone() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(3, 12, ""))
    assert study.screen.target == "Halo zwei"
    study.write(TextEdit(3, 0, "!"))
    study.write(TextEdit(3, 1, ""))

    study.write(TextEdit(3, 0, "lo eins\nHall"))

    assert study.screen.target == study.room.presenter.translation.text == "Hallo eins\nHallo zwei"
    assert study.room.presenter.translation.finished == (ONE, TWO)
    assert study.screen.edited_spans == []
    study.pencil.toggle()
    assert study.teaching.edited == []
    await study.close()


@pytest.mark.parametrize(("others", "first"), [(19, "Hallo eins"), (20, "Hallo eins\nHallo zwei")])
async def test_blocks_are_remembered_of_the_last_twenty_texts_that_were_joined(others: int, first: str) -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    joining, undoing = TextEdit(10, 1, ""), TextEdit(10, 0, "\n")
    study.write(joining)
    for _ in range(others):
        study.write(undoing)
        study.write(TextEdit(len(study.screen.target), 0, "x"))
        study.write(joining)
    study.write(TextEdit(len("Hallo einsHallo zwei"), others, ""))

    study.write(undoing)

    assert study.screen.target == "Hallo eins\nHallo zwei"
    assert study.room.presenter.translation.finished[0].target == first
    await study.close()


async def test_what_was_joined_stays_joined_with_the_next_translation() -> None:
    joined, emptied = replace(MINE, target="Servus"), replace(TWO, target="", origin=BlockOrigin.USER)
    three = FinishedBlock(2, "hello again", "Hallo wieder")
    study = await Study(run_of(ONE, TWO), [
        Began([], "Servus", known=(joined, emptied)), TextAdded("\n\nHallo wieder", 2, 2), BlockSettled(three),
        Completed(Translation("Servus\n\nHallo wieder", finished=(joined, emptied, three))),
    ]).translated("hello one here\n\nhello two here")  # fmt: skip
    study.pencil.toggle()
    study.write(TextEdit(0, len(study.screen.target), "Servus"))
    study.pencil.toggle()
    await study.room.translate("hello one here\n\nhello two here\n\nhello again")

    assert study.screen.target == "Servus\n\nHallo wieder"
    assert study.room.presenter.translation.finished == (joined, emptied, three)
    await study.close()


@pytest.mark.parametrize("text", ["Hallo eins\n\n\n\nHallo drei\n", "Hallo eins\n\nHallo drei\n"])
async def test_a_translation_with_a_block_that_was_emptied_comes_back_by_blocks(text: str) -> None:
    emptied, three = replace(TWO, target="", origin=BlockOrigin.USER), FinishedBlock(2, "hello three", "Hallo drei")
    study = Study()
    study.screen.source = "hello one here\n\nhello two here\n\nhello three\n"
    study.room.presenter.show_translation(Translation(text, finished=(ONE, emptied, three)))

    assert study.screen.target == text
    assert study.room.presenter.translation.finished == (ONE, emptied, three)
    await study.close()


async def test_nothing_is_learned_from_blocks_that_were_joined() -> None:
    study = await Study(run_of(ONE, TWO)).translated()
    study.pencil.toggle()
    study.write(TextEdit(10, 1, " und "))
    assert study.screen.target == "Hallo eins und Hallo zwei"
    study.pencil.toggle()

    assert study.teaching.edited == []
    assert study.room.presenter.shown.usable_blocks() == [replace(TWO, target="", origin=BlockOrigin.USER)]
    await study.close()

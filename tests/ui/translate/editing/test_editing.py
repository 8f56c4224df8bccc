"""Clear and swap: what they do, and that one click brings back what they replaced."""

from tests.fakes.translator import completed
from tests.ui.translate.room import Room, tag
from tests.ui.waiting import settle
from translator.translation.request import Translation

# Clear


async def test_clear_empties_both_panes() -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")

    room.editing.clear()

    assert (room.screen.source, room.screen.target) == ("", "")
    assert room.presenter.translation == Translation("")
    assert room.screen.focused


async def test_clear_is_undone() -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")
    room.editing.clear()
    await settle()

    room.editing.undo()
    await settle()

    assert (room.screen.source, room.screen.target) == ("hello", "Hallo")
    assert room.presenter.translation.text == "Hallo"


async def test_there_is_nothing_to_undo_after_clearing_nothing() -> None:
    room = Room()

    room.editing.clear()

    assert not room.screen.undo_offered
    assert room.screen.statuses == []


# Undo


async def test_with_nothing_replaced_undo_is_the_editors_own() -> None:
    room = Room()

    room.editing.undo()

    assert room.screen.undone == 1


async def test_an_edit_after_clear_can_be_undone_but_no_more_the_clear_at_one_click() -> None:
    room = Room()
    room.screen.type("old")
    room.editing.clear()
    room.screen.type("n")
    assert not room.screen.undo_offered

    room.editing.undo()

    assert room.screen.source == "n"
    assert room.screen.undone == 1


async def test_undo_brings_back_once() -> None:
    room = Room()
    room.screen.type("old")
    room.editing.clear()

    room.editing.undo()
    room.editing.undo()

    assert room.screen.source == "old"
    assert room.screen.undone == 1


# Swap


async def test_swap_makes_the_translation_the_source_and_translates_it_back() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await room.translate("hello you there")

    room.editing.swap()
    await settle()

    assert room.screen.source == "hallo du"
    assert (room.translator.requests[1].source, room.translator.requests[1].target) == (tag("de"), tag("en"))
    assert room.screen.target == "hello you"
    assert room.screen.languages == ("de", "en-US")
    assert room.screen.undo_offered


async def test_swap_is_undone_with_texts_and_languages() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await room.translate("hello you there")
    room.editing.swap()
    await settle()

    room.editing.undo()

    assert (room.screen.source, room.screen.target) == ("hello you there", "hallo du")
    assert (room.languages.source, room.languages.target) == (None, tag("de"))
    assert room.screen.languages == ("en-US", "de")


async def test_a_step_is_undone_from_the_translation_too_but_no_edit_of_the_source() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await room.translate("hello you there")
    room.editing.swap()
    await settle()

    assert room.editing.undo_step()
    assert (room.screen.source, room.screen.target) == ("hello you there", "hallo du")

    assert not room.editing.undo_step()
    assert room.screen.undone == 0


async def test_swap_without_a_translation_turns_the_languages_round_alone() -> None:
    room = Room()
    room.languages.choose_source(tag("fr"))
    room.screen.source = "bonjour"

    room.editing.swap()

    assert room.screen.source == "bonjour"
    assert room.screen.languages == ("de", "fr")
    assert room.screen.status == ("Swapped", "ready")
    assert room.screen.undo_offered


async def test_swap_without_a_translation_is_undone_before_what_was_typed() -> None:
    room = Room()
    room.languages.choose_source(tag("fr"))
    room.screen.type("bonjour")
    room.editing.swap()

    room.editing.undo()

    assert room.screen.languages == ("fr", "de")
    assert (room.screen.source, room.screen.revision, room.screen.undone) == ("bonjour", 1, 0)
    room.editing.undo()
    assert room.screen.undone == 1


async def test_what_is_typed_after_a_swap_without_a_translation_is_undone_alone() -> None:
    room = Room()
    room.languages.choose_source(tag("fr"))
    room.screen.type("bonjour")
    room.editing.swap()
    room.screen.type("bonjour!")

    room.editing.undo()

    assert (room.screen.languages, room.screen.undone) == (("de", "fr"), 1)

"""Paste, clear, swap, open, copy and save: what they do, and that one click brings back what they replaced."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fakes.teaching import FakeTeaching
from tests.fakes.translator import Step, completed
from tests.ui.translate.room import Room, tag
from tests.ui.waiting import settle, until
from translator.surroundings.copied import OwnerHangs
from translator.surroundings.picture import Picture
from translator.translation.request import Began, BlockOrigin, Completed, FinishedBlock, Translation
from translator.ui.translate.editing import LARGEST_FILE

PICTURE = Picture(b"PNG", 1, 1)
# "Größe" and a few more letters; as windows-1252 it could be several encodings.
UNCERTAIN = "Größe und Länge, Straße".encode("cp1252")


async def translated(room: Room, text: str = "hello") -> None:
    await room.translate(text)
    assert room.presenter.translation.text


# Paste


async def test_paste_replaces_the_source() -> None:
    room = Room()
    room.screen.type("old")
    room.clipboard.content = "new"

    room.editing.paste()
    await settle()

    assert room.screen.source == "new"
    assert room.screen.status == ("Pasted", "ready")
    assert room.screen.undo_offered
    assert room.screen.focused


async def test_with_nothing_on_the_clipboard_nothing_is_replaced() -> None:
    room = Room()
    room.screen.type("old")

    room.editing.paste()
    await settle()

    assert room.screen.source == "old"
    assert room.screen.status == ("There is no text on the clipboard.", "idle")
    assert not room.screen.undo_offered


async def test_what_cannot_be_read_is_said_and_replaces_nothing() -> None:
    room = Room()
    room.screen.type("old")
    room.clipboard.fault = OwnerHangs()

    room.editing.paste()
    await settle()

    assert room.screen.source == "old"
    assert room.screen.status == ("The program that holds the copied text does not answer.", "idle")


async def test_a_copied_file_is_opened(tmp_path: Path) -> None:
    room = Room()
    file = tmp_path / "letter.txt"
    file.write_text("Dear all", encoding="utf-8")
    room.clipboard.file = str(file)

    room.editing.paste()

    await until(lambda: room.screen.source == "Dear all")
    assert room.screen.status == ("Opened letter.txt", "ready")


async def test_a_copied_picture_goes_where_pictures_are_read() -> None:
    room = Room()
    room.clipboard.picture = PICTURE
    room.editing.paste()
    await settle()
    assert room.screen.status == ("There is no text on the clipboard.", "idle")

    taken: list[Picture] = []
    room.editing._take_picture = taken.append
    room.editing.paste_here()
    await settle()
    assert taken == [PICTURE]
    assert room.screen.source == ""


async def test_a_file_that_is_a_picture_goes_where_pictures_are_read(tmp_path: Path) -> None:
    room = Room()
    room.screen.type("old")
    room.editing._open_picture = lambda path: path.suffix == ".png"
    room.editing.open_file(tmp_path / "scan.png")
    await settle()
    assert (room.screen.source, room.screen.source_notice) == ("old", None)

    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"Dear all")
    room.editing.open_file(letter)
    await until(lambda: room.screen.source == "Dear all")


async def test_a_paste_at_the_caret_leaves_the_rest_and_joins_lines() -> None:
    room = joining_room()
    room.screen.type("before ")
    room.clipboard.content = "two\nlines"

    room.editing.paste_here()
    await settle()

    assert room.screen.source == "before two lines"
    assert room.screen.source_notice is not None


async def test_a_paste_ends_the_translation_on_its_way() -> None:
    room = Room([asyncio.Event()])
    await room.translate("hello")
    room.clipboard.content = "new"

    room.editing.paste()
    await settle()

    assert room.translator.left == 1


async def test_a_paste_is_undone_with_its_translation() -> None:
    room = Room(completed("Hallo"))
    await translated(room)
    room.clipboard.content = "new"
    room.editing.paste()
    await settle()

    room.editing.undo()

    assert (room.screen.source, room.screen.target) == ("hello", "Hallo")
    assert room.screen.status == ("Brought back", "ready")
    assert not room.screen.undo_offered
    assert room.screen.undone == 0


# Lines


def joining(text: str) -> str | None:
    """Join the lines of a text that has any."""
    return text.replace("\n", " ") if "\n" in text else None


def joining_room(*runs: Sequence[Step]) -> Room:
    room = Room(*runs)
    room.editing._join_lines = joining
    return room


async def test_the_lines_of_what_is_pasted_are_joined_and_one_click_undoes_that() -> None:
    room = joining_room()
    room.clipboard.content = "two\nlines"
    room.editing.paste()
    await settle()
    assert room.screen.source == "two lines"
    assert room.screen.source_notice is not None
    assert room.screen.source_notice.sentence == "Line breaks inside paragraphs were joined."

    room.screen.source_notice.press("undoJoiningButton")
    assert room.screen.source == "two\nlines"
    assert room.screen.source_notice is None


async def test_what_is_pasted_into_a_text_is_joined_and_split_again_in_its_place() -> None:
    room = joining_room()
    room.screen.type("before " + room.editing.join_pasted("two\nlines") + " after")
    assert room.screen.source_notice is not None
    room.screen.source_notice.press("undoJoiningButton")

    assert room.screen.source == "before two\nlines after"


async def test_what_has_been_edited_since_is_not_split_again() -> None:
    room = joining_room()
    room.clipboard.content = "two\nlines"
    room.editing.paste()
    await settle()
    room.screen.type("two other lines")
    assert room.screen.source_notice is not None
    room.screen.source_notice.press("undoJoiningButton")

    assert room.screen.source == "two other lines"


async def test_a_text_without_such_lines_is_pasted_as_it_is() -> None:
    room = joining_room()
    room.clipboard.content = "one line"
    room.editing.paste()
    await settle()

    assert room.screen.source == "one line"
    assert room.screen.source_notice is None
    assert room.editing.join_pasted("one line") == "one line"


async def test_the_lines_of_a_file_are_joined_as_well(tmp_path: Path) -> None:
    room = joining_room()
    path = tmp_path / "letter.txt"
    path.write_text("two\nlines")
    room.editing.open_file(path)
    await until(lambda: room.screen.source == "two lines")

    assert room.screen.source_notice is not None
    await room.close()


# What is used


async def used_room() -> tuple[Room, FakeTeaching]:
    blocks = (FinishedBlock(0, "hello", "Hallo"), FinishedBlock(1, "x@y.example", "x@y.example", BlockOrigin.UNCHANGED))
    text = "Hallo\nx@y.example"
    room = Room([Began([], known=blocks), Completed(Translation(text, finished=blocks))])
    room.editing._teaching = teaching = FakeTeaching()
    await room.translate("hello\nx@y.example")
    return room, teaching


async def test_what_is_copied_is_told_as_used_but_for_what_was_not_translated() -> None:
    room, teaching = await used_room()
    room.editing.copy()

    assert teaching.accepted == [("hello", "Hallo")]
    assert teaching.languages is not None
    assert str(teaching.languages.target) == "de"
    await room.close()


async def test_what_is_saved_is_told_as_used(tmp_path: Path) -> None:
    room, teaching = await used_room()
    room.editing.save(tmp_path / "out.txt")
    await until(lambda: bool(teaching.accepted))

    assert teaching.accepted == [("hello", "Hallo")]
    await room.close()


# Clear


async def test_clear_empties_both_panes() -> None:
    room = Room(completed("Hallo"))
    await translated(room)

    room.editing.clear()

    assert (room.screen.source, room.screen.target) == ("", "")
    assert room.presenter.translation == Translation("")
    assert room.screen.focused


async def test_clear_is_undone() -> None:
    room = Room(completed("Hallo"))
    await translated(room)
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
    await translated(room, "hello you there")

    room.editing.swap()
    await settle()

    assert room.screen.source == "hallo du"
    assert (room.translator.requests[1].source, room.translator.requests[1].target) == (tag("de"), tag("en"))
    assert room.screen.target == "hello you"
    assert room.screen.languages == ("de", "en-US")
    assert room.screen.undo_offered


async def test_swap_is_undone_with_texts_and_languages() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await translated(room, "hello you there")
    room.editing.swap()
    await settle()

    room.editing.undo()

    assert (room.screen.source, room.screen.target) == ("hello you there", "hallo du")
    assert (room.languages.source, room.languages.target) == (None, tag("de"))
    assert room.screen.languages == ("en-US", "de")


async def test_a_step_is_undone_from_the_translation_too_but_no_edit_of_the_source() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await translated(room, "hello you there")
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


# Copy


async def test_copy_gives_the_replys_own_characters() -> None:
    own = "a\u202eb\u00a0c\u200d\x07"
    room = Room(completed(own))
    await translated(room)

    room.editing.copy()
    await settle()

    assert room.clipboard.content == own
    assert room.ticks == [True]
    await room.close()
    assert room.ticks == [True, False]


async def test_without_a_translation_the_clipboard_stays_as_it_is() -> None:
    room = Room()
    room.clipboard.content = "mine"

    room.editing.copy()

    assert room.clipboard.content == "mine"
    assert room.screen.status == ("There is no translation to copy yet.", "idle")
    assert room.ticks == []


# Open


async def opened(room: Room, path: Path) -> None:
    before = (len(room.screen.statuses), room.screen.source_notice)
    room.editing.open_file(path)
    await until(lambda: (len(room.screen.statuses), room.screen.source_notice) != before)


async def test_a_file_becomes_the_source_and_that_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Hola\n\nadiós", encoding="utf-8")
    room = Room(completed("Hallo"))
    await translated(room)

    await opened(room, path)
    assert room.screen.source == "Hola\n\nadiós"
    assert room.screen.status == ("Opened letter.txt", "idle")  # the translation is not one of it
    assert room.screen.source_notice is None

    room.editing.undo()
    assert (room.screen.source, room.screen.target) == ("hello", "Hallo")


async def test_utf_16_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "wide.txt"
    path.write_bytes("Größe".encode("utf-16"))
    room = Room()

    await opened(room, path)

    assert room.screen.source == "Größe"
    assert room.screen.source_notice is None


async def test_a_picture_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    room = Room()
    room.screen.type("mine")

    await opened(room, path)

    assert room.screen.source == "mine"
    assert room.screen.source_notice is not None
    assert room.screen.source_notice.sentence == "picture.png is not a text file."
    assert room.screen.source_notice.severity == "warning"


async def test_a_document_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    room = Room()

    await opened(room, path)

    assert room.screen.source_notice is not None
    assert room.screen.source_notice.sentence == "book.txt is larger than 512 KB; open a part of it."


@pytest.mark.parametrize(("name", "reason"), [("gone.txt", "No such file or directory"), ("", "Is a directory")])
async def test_what_cannot_be_read_is_told_with_its_reason(tmp_path: Path, name: str, reason: str) -> None:
    path = tmp_path / name
    room = Room()

    await opened(room, path)

    assert room.screen.source_notice is not None
    assert room.screen.source_notice.sentence == f"{path.name} could not be opened: {reason}."


async def test_a_file_in_an_uncertain_encoding_is_shown_and_others_are_offered(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(UNCERTAIN)
    room = Room()

    await opened(room, path)

    assert room.screen.source
    notice = room.screen.source_notice
    assert notice is not None
    assert notice.severity == "info"
    assert notice.sentence.startswith("old.txt was read as ")
    assert 1 <= len(notice.actions) <= 3
    assert not any(f" {action.text}." in notice.sentence for action in notice.actions)


async def test_another_encoding_reads_the_file_again(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(UNCERTAIN)
    room = Room()
    await opened(room, path)
    assert room.screen.source_notice is not None
    other = room.screen.source_notice.actions[0]

    other.run()

    assert room.screen.source == UNCERTAIN.decode(other.text)
    assert room.screen.source_notice is None


# Save


async def test_save_writes_the_replys_own_characters(tmp_path: Path) -> None:
    own = "eins\r\nzwei\u00a0drei\n"
    room = Room(completed(own))
    await translated(room)

    room.editing.save(tmp_path / "out.txt")
    await until(lambda: room.screen.status == ("Saved out.txt", "ready"))

    assert (tmp_path / "out.txt").read_bytes() == own.encode()


async def test_a_save_that_fails_is_told(tmp_path: Path) -> None:
    room = Room(completed("Hallo"))
    await translated(room)

    room.editing.save(tmp_path / "gone" / "out.txt")
    await until(lambda: room.screen.notice is not None)

    assert room.screen.notice is not None
    assert room.screen.notice.sentence == "out.txt could not be saved: No such file or directory."
    assert room.screen.notice.severity == "error"

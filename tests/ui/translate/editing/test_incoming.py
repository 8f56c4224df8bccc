"""Paste and open: what comes into the source, and that it can be undone."""

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fakes.translator import Step, completed
from tests.support.waiting import settle, until
from tests.ui.translate.room import Room
from translator.surroundings.copied import Copied, OwnerHangs
from translator.surroundings.picture import Picture
from translator.ui.translate.editing import incoming
from translator.ui.translate.editing.text_file import LARGEST_FILE

PICTURE = Picture(b"PNG", 1, 1)
# "Größe" and a few more letters; as windows-1252 it could be several encodings.
UNCERTAIN = "Größe und Länge, Straße".encode("cp1252")


# Paste


async def paste(room: Room, text: str) -> None:
    room.clipboard.content = text
    room.incoming.paste()
    await settle()


async def test_paste_replaces_the_source() -> None:
    room = Room()
    room.screen.type("old")
    await paste(room, "new")

    assert room.screen.source == "new"
    assert room.screen.status == ("Pasted", "ready")
    assert room.screen.undo_offered
    assert room.screen.focused


async def test_with_nothing_on_the_clipboard_nothing_is_replaced() -> None:
    room = Room()
    room.screen.type("old")

    room.incoming.paste()
    await settle()

    assert room.screen.source == "old"
    assert room.screen.status == ("There is no text on the clipboard.", "idle")
    assert not room.screen.undo_offered


async def test_what_cannot_be_read_is_said_and_replaces_nothing() -> None:
    room = Room()
    room.screen.type("old")
    room.clipboard.fault = OwnerHangs()

    room.incoming.paste()
    await settle()

    assert room.screen.source == "old"
    assert room.screen.status == ("The program that holds the copied text does not answer.", "idle")


async def test_a_copied_file_is_opened(tmp_path: Path) -> None:
    room = Room()
    file = tmp_path / "letter.txt"
    file.write_text("Dear all", encoding="utf-8")
    room.clipboard.file = str(file)

    room.incoming.paste()

    await until(lambda: room.screen.source == "Dear all")
    assert room.screen.status == ("Opened letter.txt", "ready")


async def test_a_file_that_is_slow_to_read_does_not_take_the_place_of_what_was_pasted_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room, gate = Room(), threading.Event()

    def read_slowly(_path: Path) -> bytes:
        gate.wait()
        return b"late"

    monkeypatch.setattr(incoming, "read_file", read_slowly)
    room.incoming.open_file(Path("slow.txt"))
    await settle()
    await paste(room, "pasted")
    gate.set()
    await until(lambda: not room.incoming.is_busy)

    assert room.screen.source == "pasted"


async def test_a_clipboard_that_is_slow_to_read_does_not_take_the_place_of_what_was_opened_since(
    tmp_path: Path,
) -> None:
    room, gate = Room(), asyncio.Event()
    reading = room.clipboard.read

    async def read_slowly() -> Copied:
        await gate.wait()
        return await reading()

    room.clipboard.read = read_slowly  # type: ignore[method-assign]
    await paste(room, "late")
    file = tmp_path / "letter.txt"
    file.write_text("Dear all", encoding="utf-8")
    room.incoming.open_file(file)
    await until(lambda: room.screen.source == "Dear all")
    gate.set()
    await settle()

    assert room.screen.source == "Dear all"


async def test_a_copied_picture_goes_where_pictures_are_read() -> None:
    room = Room()
    room.clipboard.picture = PICTURE
    room.incoming.paste()
    await settle()
    assert room.screen.status == ("There is no text on the clipboard.", "idle")

    taken: list[Picture] = []
    room.incoming._take_picture = taken.append
    room.incoming.paste_here()
    await settle()
    assert taken == [PICTURE]
    assert room.screen.source == ""


async def test_a_file_that_is_a_picture_goes_where_pictures_are_read(tmp_path: Path) -> None:
    room = Room()
    room.screen.type("old")
    room.incoming._open_picture = lambda path: path.suffix == ".png"
    room.incoming.open_file(tmp_path / "scan.png")
    await settle()
    assert (room.screen.source, room.screen.source_notice) == ("old", None)

    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"Dear all")
    room.incoming.open_file(letter)
    await until(lambda: room.screen.source == "Dear all")


async def test_a_paste_at_the_caret_leaves_the_rest_and_joins_lines() -> None:
    room = joining_room()
    room.screen.type("before ")
    room.clipboard.content = "two\nlines"

    room.incoming.paste_here()
    await settle()

    assert room.screen.source == "before two lines"
    assert room.screen.source_notice is not None


async def test_a_paste_ends_the_translation_on_its_way() -> None:
    room = Room([asyncio.Event()])
    await room.translate("hello")
    await paste(room, "new")

    assert room.translator.left == 1


async def test_a_paste_is_undone_with_its_translation() -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")
    await paste(room, "new")

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
    room.incoming._join_lines = joining
    return room


async def test_the_lines_of_what_is_pasted_are_joined_and_one_click_undoes_that() -> None:
    room = joining_room()
    await paste(room, "two\nlines")
    assert room.screen.source == "two lines"
    assert room.screen.source_notice is not None
    assert room.screen.source_notice.sentence == "Line breaks inside paragraphs were joined."

    room.screen.source_notice.press("undoJoiningButton")
    assert room.screen.source == "two\nlines"
    assert room.screen.source_notice is None


async def test_what_is_pasted_into_a_text_is_joined_and_split_again_in_its_place() -> None:
    room = joining_room()
    room.screen.type("before " + room.incoming.join_pasted("two\nlines") + " after")
    assert room.screen.source_notice is not None
    room.screen.source_notice.press("undoJoiningButton")

    assert room.screen.source == "before two\nlines after"


async def test_what_has_been_edited_since_is_not_split_again() -> None:
    room = joining_room()
    await paste(room, "two\nlines")
    room.screen.type("two other lines")
    assert room.screen.source_notice is not None
    room.screen.source_notice.press("undoJoiningButton")

    assert room.screen.source == "two other lines"


async def test_a_text_without_such_lines_is_pasted_as_it_is() -> None:
    room = joining_room()
    await paste(room, "one line")

    assert room.screen.source == "one line"
    assert room.screen.source_notice is None
    assert room.incoming.join_pasted("one line") == "one line"


async def test_the_lines_of_a_file_are_joined_as_well(tmp_path: Path) -> None:
    room = joining_room()
    path = tmp_path / "letter.txt"
    path.write_text("two\nlines")
    room.incoming.open_file(path)
    await until(lambda: room.screen.source == "two lines")

    assert room.screen.source_notice is not None
    await room.close()


# Open


async def opened(room: Room, path: Path) -> None:
    before = (len(room.screen.statuses), room.screen.source_notice)
    room.incoming.open_file(path)
    await until(lambda: (len(room.screen.statuses), room.screen.source_notice) != before)


async def test_a_file_becomes_the_source_and_that_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Hola\n\nadiós", encoding="utf-8")
    room = Room(completed("Hallo"))
    await room.translate("hello")

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

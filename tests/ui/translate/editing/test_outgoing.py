"""Copy and save: the reply's own characters, and what is learned from their being used."""

import asyncio
import threading
from pathlib import Path

from tests.fakes.teaching import FakeTeaching
from tests.fakes.translator import completed
from tests.support.waiting import settle, until
from tests.ui.translate.room import Room
from translator.translation.request import Began, BlockOrigin, Completed, FinishedBlock, Translation

# Copy


async def test_copy_gives_the_replys_own_characters() -> None:
    own = "a\u202eb\u00a0c\u200d\x07"
    room = Room(completed(own))
    await room.translate("hello")

    room.outgoing.copy()
    await settle()

    assert room.clipboard.content == own
    assert room.ticks == [True]
    await room.close()
    assert room.ticks == [True, False]


async def test_without_a_translation_the_clipboard_stays_as_it_is() -> None:
    room = Room()
    room.clipboard.content = "mine"

    room.outgoing.copy()

    assert room.clipboard.content == "mine"
    assert room.screen.status == ("There is no translation to copy yet.", "idle")
    assert room.ticks == []


# Save


async def test_save_writes_the_replys_own_characters(tmp_path: Path) -> None:
    own = "eins\r\nzwei\u00a0drei\n"
    room = Room(completed(own))
    await room.translate("hello")

    room.outgoing.save(tmp_path / "out.txt")
    await until(lambda: room.screen.status == ("Saved out.txt", "ready"))

    assert (tmp_path / "out.txt").read_bytes() == own.encode()


class SlowDisk:
    """Writes a text when it is told to: ``gates`` has an event for each."""

    def __init__(self) -> None:
        self.gates: dict[bytes, threading.Event] = {}
        self.written: list[bytes] = []

    def write(self, _path: Path, content: bytes) -> None:
        self.gates[content].wait()
        self.written.append(content)


async def test_what_is_saved_last_is_written_last(tmp_path: Path) -> None:
    room, disk = Room(completed("Hallo"), completed("Hallo du")), SlowDisk()
    disk.gates = {b"Hallo": threading.Event(), b"Hallo du": threading.Event()}
    room.outgoing._write_file = disk.write
    await room.translate("hello")
    room.outgoing.save(tmp_path / "out.txt")
    await room.translate("hello you")
    disk.gates[b"Hallo du"].set()
    room.outgoing.save(tmp_path / "out.txt")
    await asyncio.to_thread(lambda: None)  # another thread has come and gone: so could that of the second save
    disk.gates[b"Hallo"].set()
    await until(lambda: len(disk.written) == 2)
    await until(lambda: not room.outgoing.is_busy)

    assert disk.written == [b"Hallo", b"Hallo du"]
    await room.close()


async def test_a_save_that_fails_is_told(tmp_path: Path) -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")

    room.outgoing.save(tmp_path / "gone" / "out.txt")
    await until(lambda: room.screen.notice is not None)

    assert room.screen.notice is not None
    assert room.screen.notice.sentence == "out.txt could not be saved: No such file or directory."
    assert room.screen.notice.severity == "error"


# Of an earlier text


async def test_what_is_copied_of_an_earlier_text_is_said_to_be_with_the_way_to_another() -> None:
    room = Room(completed("Hallo"), completed("Hallo du"))
    await room.translate("hello")
    room.screen.type("hello you")
    room.outgoing.copy()

    assert room.clipboard.content == "Hallo", "it is handed out all the same"
    notice = room.screen.notice
    assert notice is not None
    assert (notice.sentence, notice.severity) == ("Copied. At least part of this translates an earlier text.", "info")
    notice.press("retryButton")
    await settle()
    assert room.screen.target == "Hallo du"
    room.screen.notice = None
    room.outgoing.copy()
    assert (room.clipboard.content, room.screen.notice) == ("Hallo du", None)
    await room.close()


async def test_what_is_saved_of_an_earlier_text_is_said_to_be(tmp_path: Path) -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")
    room.screen.type("hello you")
    room.outgoing.save(tmp_path / "out.txt")
    await until(lambda: room.screen.notice is not None)

    assert (tmp_path / "out.txt").read_text() == "Hallo"
    assert room.screen.status == ("Saved out.txt", "ready")
    assert room.screen.notice is not None
    assert room.screen.notice.sentence == "Saved out.txt. At least part of this translates an earlier text."
    await room.close()


async def test_while_it_is_being_translated_anew_nothing_is_said() -> None:
    room = Room(completed("Hallo"), [asyncio.Event()])
    await room.translate("hello")
    await room.translate("hello you")
    room.outgoing.copy()

    assert room.screen.notice is None
    await room.close()


# What is used


async def used_room() -> tuple[Room, FakeTeaching]:
    blocks = (FinishedBlock(0, "hello", "Hallo"), FinishedBlock(1, "x@y.example", "x@y.example", BlockOrigin.UNCHANGED))
    text = "Hallo\nx@y.example"
    room = Room([Began([], known=blocks), Completed(Translation(text, finished=blocks))])
    room.outgoing._teaching = teaching = FakeTeaching()
    await room.translate("hello\nx@y.example")
    return room, teaching


async def test_what_is_copied_is_told_as_used_but_for_what_was_not_translated() -> None:
    room, teaching = await used_room()
    room.outgoing.copy()

    assert teaching.accepted == [("hello", "Hallo")]
    assert teaching.languages is not None
    assert str(teaching.languages.target) == "de"
    await room.close()


async def test_what_is_saved_is_told_as_used(tmp_path: Path) -> None:
    room, teaching = await used_room()
    room.outgoing.save(tmp_path / "out.txt")
    await until(lambda: bool(teaching.accepted))

    assert teaching.accepted == [("hello", "Hallo")]
    await room.close()


async def test_what_is_translated_while_it_is_saved_is_not_told_as_used(tmp_path: Path) -> None:
    room, teaching = await used_room()
    disk, text = SlowDisk(), b"Hallo\nx@y.example"
    disk.gates[text] = threading.Event()
    room.outgoing._write_file = disk.write
    room.outgoing.save(tmp_path / "out.txt")
    await settle()
    room.presenter.show_translation(Translation("Servus", finished=(FinishedBlock(0, "hi", "Servus"),)))
    disk.gates[text].set()
    await until(lambda: not room.outgoing.is_busy)

    assert teaching.accepted == [("hello", "Hallo")]
    await room.close()

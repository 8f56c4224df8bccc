"""The text of a picture in the window's source: one step that can be undone, and the user's own edit comes first."""

from tests.ui.translate.room import Room
from translator.translation.request import Usage
from translator.ui.capture.source_reading import SourceReading

TOOK = Usage(900, 20, requests=1)


class Reading:
    """A picture on its way into the source of a room. ``took`` is what the translation was told."""

    def __init__(self, typed: str = "typed before") -> None:
        self.room = Room()
        self.screen = self.room.screen
        self.screen.type(typed)
        self.unwanted = 0
        self.took: list[Usage] = []
        self.shown = SourceReading(self.screen, self.room.editing, self._let_go, self.took.append)

    def _let_go(self) -> None:
        self.unwanted += 1


async def test_what_was_typed_stays_until_text_comes() -> None:
    reading = Reading()
    assert reading.screen.source == "typed before"
    assert reading.screen.status == ("Reading the picture", "ready")
    assert reading.screen.running
    reading.shown.say("Reading the picture · about 1,000 tokens")
    assert reading.screen.status[0].endswith("tokens")


async def test_the_text_replaces_the_source_piece_by_piece_and_is_translated() -> None:
    reading = Reading()
    reading.shown.add_text("Guten")
    assert reading.screen.source == "Guten"
    reading.shown.add_text(" Tag\nSuppe")
    assert reading.screen.source == "Guten Tag\nSuppe"
    assert reading.took == []
    reading.shown.end(TOOK)
    assert reading.took == [TOOK]
    assert not reading.screen.running


async def test_one_undo_brings_back_what_was_typed() -> None:
    reading = Reading()
    for piece in ("Guten", " Tag"):
        reading.shown.add_text(piece)
    reading.shown.end(TOOK)
    assert reading.screen.undo_offered
    reading.room.editing.undo()
    assert reading.screen.source == "typed before"


async def test_who_goes_on_typing_is_not_interrupted() -> None:
    reading = Reading()
    reading.shown.add_text("Guten")
    reading.screen.type("Guten Abend")
    reading.shown.add_text(" Tag")
    assert reading.screen.source == "Guten Abend"
    assert reading.unwanted == 1
    assert reading.screen.status == ("Stopped", "idle")
    reading.shown.add_text("!")
    reading.shown.end(TOOK)
    reading.shown.fail("No.", "error")
    reading.shown.say("Hm")
    reading.shown.let_go()
    assert (reading.screen.source, reading.took, reading.unwanted) == ("Guten Abend", [], 1)
    assert reading.screen.source_notice is None


async def test_what_is_typed_after_the_last_of_the_text_is_not_translated_in_its_place() -> None:
    reading = Reading()
    reading.shown.add_text("Guten Tag")
    reading.screen.type("Guten Tag, hm")
    reading.shown.end(TOOK)

    assert (reading.took, reading.unwanted, reading.screen.running) == ([], 1, False)


async def test_stopping_keeps_what_came() -> None:
    reading = Reading()
    reading.shown.add_text("Guten")
    reading.shown.let_go()
    assert reading.unwanted == 1
    assert reading.screen.source == "Guten"
    assert not reading.screen.running


async def test_a_picture_without_text_changes_nothing_and_says_so() -> None:
    reading = Reading()
    reading.shown.end(TOOK)
    assert reading.screen.source == "typed before"
    assert reading.screen.source_notice is not None
    assert reading.screen.source_notice.sentence == "There is no text to be seen in the picture."
    assert reading.took == []


async def test_a_failure_is_said_over_the_source() -> None:
    reading = Reading()
    reading.shown.fail("Svc cannot read pictures with x.", "error")
    assert reading.screen.source_notice is not None
    assert reading.screen.source_notice.severity == "error"
    assert reading.screen.status == ("Not read", "error")
    assert reading.screen.source == "typed before"


async def test_part_of_a_text_stays() -> None:
    reading = Reading()
    reading.shown.add_text("Half")
    reading.shown.fail("It broke off.", "info")
    assert reading.screen.source == "Half"
    assert reading.screen.status == ("Incomplete", "idle")

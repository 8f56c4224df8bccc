"""The text of a picture streams into the popup, and is translated there, as long as somebody wants it."""

from tests.fakes.translator import completed
from tests.support.waiting import settle
from tests.ui.popup.corner import Corner
from translator.translation.request import (
    Completed,
    TextAdded,
    Translation,
    Usage,
)


async def test_the_text_of_a_picture_streams_into_the_unfolded_source_and_is_translated_when_it_is_there() -> None:
    usage = Usage(10, 5, requests=1)
    corner = Corner([TextAdded("Hallo", 0), Completed(Translation("Hallo", usage=usage))])
    unwanted: list[bool] = []
    reading = corner.presenter.begin_reading_picture(lambda: unwanted.append(True))
    assert (corner.screen.folded, corner.screen.editable) == (False, False)
    assert corner.screen.status == ("Reading the picture", "ready")

    reading.say("Thinking")
    assert corner.screen.status == ("Thinking", "ready")
    reading.add_text("hello\n")
    reading.add_text("you")
    await settle()
    assert corner.screen.source == "hello\nyou"
    assert corner.translator.requests == []

    reading.end(Usage(800, 20, requests=1))
    await settle()
    assert (corner.translator.requests[0].text, corner.screen.target) == ("hello\nyou", "Hallo")
    assert corner.screen.editable
    assert "835 tokens" in corner.screen.meta
    assert unwanted == []
    await corner.close()


async def test_what_the_next_text_takes_is_not_what_the_picture_took() -> None:
    usage = Usage(10, 5, requests=1)
    corner = Corner([TextAdded("Hallo", 0), Completed(Translation("Hallo", usage=usage))], completed("Zweite"))
    reading = corner.presenter.begin_reading_picture(lambda: None)
    reading.add_text("hello")
    reading.end(Usage(800, 20, requests=1))
    await settle()
    await corner.show("hello you")

    assert "tokens" not in corner.screen.meta
    await corner.close()


async def test_a_picture_without_text_says_so() -> None:
    corner = Corner()
    corner.presenter.begin_reading_picture(lambda: None).end(Usage())

    assert "no text" in corner.screen.notice.sentence
    assert corner.translator.requests == []
    await corner.close()


async def test_a_picture_that_cannot_be_read_keeps_what_came_and_lets_it_be_translated() -> None:
    corner = Corner()
    reading = corner.presenter.begin_reading_picture(lambda: None)
    reading.add_text("hello")
    reading.fail("The model cannot see.", "error")

    assert (corner.screen.notice.sentence, corner.screen.source) == ("The model cannot see.", "hello")
    assert (corner.screen.offers_translating, corner.screen.editable) == (True, True)
    assert corner.screen.broken_off is False
    await corner.close()


async def test_of_a_picture_that_nobody_wants_any_more_nothing_comes() -> None:
    corner = Corner(completed("Hallo"))
    unwanted: list[bool] = []
    reading = corner.presenter.begin_reading_picture(lambda: unwanted.append(True))
    reading.add_text("Hola")
    await corner.show("hello")
    reading.add_text(" otra vez")
    reading.say("Thinking")
    reading.fail("The model cannot see.", "error")
    reading.end(Usage())

    assert unwanted == [True]
    assert (corner.screen.source, corner.screen.target, corner.screen.notice) == ("hello", "Hallo", None)
    assert not reading.is_wanted
    await corner.close()

"""Until something is chosen that translates, the choice is offered; then what waited is translated."""

from tests.fakes.translator import completed
from tests.support.waiting import settle
from tests.ui.popup.corner import Corner
from tests.ui.popup.stage import BOX, CHOSEN, tag
from translator.settings import Settings


async def test_before_a_service_is_chosen_nothing_is_translated_and_the_ways_in_are_offered() -> None:
    corner = Corner(settings=Settings())
    await corner.show("hello")

    assert corner.translator.requests == []
    assert (corner.screen.source, corner.screen.languages) == ("hello", ("en-US", "de"))
    corner.screen.notice.press("chooseServiceButton")
    assert corner.window.asked == ["welcome"]
    assert not corner.screen.is_open
    text, _, languages, goes_on = corner.window.reopened[0]
    assert (text, languages.target, goes_on) == ("hello", tag("de"), False), "it waits where the choice is made"
    await corner.close()


async def test_what_needs_no_text_asks_for_a_service_all_the_same() -> None:
    corner = Corner(settings=Settings())
    corner.presenter.ask_for_service()

    assert corner.screen.opened == [True]
    corner.screen.notice.press("chooseServiceButton")
    assert (corner.window.asked, corner.window.reopened) == (["welcome"], [])
    await corner.close()


async def test_as_soon_as_a_service_is_chosen_it_goes_on() -> None:
    corner = Corner(completed("Hallo"), settings=Settings())
    await corner.show("hello")
    corner.preferences.change(CHOSEN)
    await settle()
    assert (corner.screen.target, corner.screen.notice) == ("Hallo", None)

    corner.preferences.choose_service(BOX.id)
    await settle()
    assert len(corner.translator.requests) == 1, "only once"
    await corner.close()

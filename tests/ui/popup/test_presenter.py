"""What the popup shows, when it comes and goes, and that nothing of one text is left when the next one comes."""

import asyncio

import pytest

from tests.fakes.translator import completed
from tests.support.waiting import settle
from tests.ui.popup.corner import Corner
from tests.ui.popup.stage import BOX, tag
from translator.settings import Settings
from translator.surroundings.copied import (
    CannotGrab,
    CannotRead,
    MarkedSecret,
    NotAllowed,
    NothingThere,
    NotText,
    OwnerHangs,
    TooMuch,
)
from translator.surroundings.summons import Summons
from translator.translation.request import (
    Action,
    Began,
    Completed,
    TextAdded,
    Translation,
    Usage,
)
from translator.ui.popup.presenter import NEXT_LANGUAGE_AFTER


def waiting_at(gate: asyncio.Event) -> list:
    return [Began([(0, 5)]), TextAdded("Hal", 0), gate, Completed(Translation("Hallo"))]


# Coming


@pytest.mark.parametrize("takes_focus", [True, False])
async def test_a_text_is_shown_folded_and_translated(takes_focus: bool) -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello", takes_focus=takes_focus)

    assert corner.screen.opened == [takes_focus]
    assert (corner.screen.source, corner.screen.target) == ("hello", "Hallo")
    assert (corner.screen.folded, corner.screen.deliverable) == (True, True)
    assert corner.screen.languages == ("en-US", "de")
    assert [request.action for request in corner.translator.requests] == [Action.POPUP]
    assert corner.begun == 1
    await corner.close()


async def test_it_begins_with_the_windows_target_and_with_detect() -> None:
    corner = Corner(completed("Hola"))
    corner.window_languages.choose_source(tag("fr"))
    corner.window_languages.choose_target(tag("es"))
    await corner.show("hello")

    assert (corner.translator.requests[0].source, corner.translator.requests[0].target) == (tag("en-US"), tag("es"))
    await corner.close()


async def test_a_text_in_the_target_language_is_translated_into_the_second_one() -> None:
    corner = Corner(completed("Hello"))
    await corner.show("hallo")

    assert corner.translator.requests[0].target == tag("en-US")
    await corner.close()


async def test_another_text_takes_the_place_of_the_first_and_nothing_of_that_comes_any_more() -> None:
    gate = asyncio.Event()
    corner = Corner(waiting_at(gate), completed("Zweite"))
    await corner.show("hello")
    await corner.show("hello again")
    gate.set()
    await settle()

    assert (corner.screen.source, corner.screen.target) == ("hello again", "Zweite")
    assert corner.translator.left == 1, "the first was stopped"
    await corner.close()


async def test_that_nothing_is_kept_is_to_be_seen_as_long_as_it_is_so() -> None:
    corner = Corner(completed("Hallo"), completed("Hallo du"))
    corner.is_private = True
    await corner.show("hello")
    assert corner.screen.private

    corner.is_private = False
    await corner.show("hello you")
    assert not corner.screen.private
    await corner.close()


@pytest.mark.parametrize(("text", "words"), [("", "empty"), (" \n ", "only blanks"), ("\u200b\u2060", "only blanks")])
async def test_a_text_of_which_nothing_is_seen_is_nothing(text: str, words: str) -> None:
    corner = Corner()
    await corner.show(text)

    assert corner.translator.requests == []
    assert words in corner.screen.notice.sentence
    assert corner.screen.notice.buttons == ["typeInPopupButton"]
    await corner.close()


async def test_while_something_is_read_it_says_so_and_can_not_be_typed_into() -> None:
    corner = Corner(completed("Hallo"))
    corner.presenter.show_reading()

    assert (corner.screen.opened, corner.screen.editable) == ([True], False)
    assert corner.screen.status == ("Reading", "ready")
    assert not corner.screen.deliverable

    await corner.show("hello")
    assert (corner.screen.editable, corner.screen.target) == (True, "Hallo")
    assert corner.screen.stayed, "it does not run after the pointer"
    await corner.close()


async def test_what_is_read_after_it_was_closed_comes_up_at_the_pointer() -> None:
    corner = Corner(completed("Hallo"), completed("Hallo du"))
    corner.presenter.show_reading()
    corner.presenter.dismiss()
    await corner.show("hello")
    assert not corner.screen.stayed

    await corner.show("hello you")
    assert not corner.screen.stayed
    await corner.close()


@pytest.mark.parametrize(
    ("problem", "summons", "words"),
    [
        (NothingThere(), Summons.CLIPBOARD, "clipboard is empty"),
        (NothingThere(), Summons.SELECTION, "Nothing is selected"),
        (NotText(), Summons.CLIPBOARD, "neither a text nor a picture"),
        (NotText(), Summons.SELECTION, "no text"),
        (MarkedSecret(), Summons.CLIPBOARD, "marked it as secret"),
        (MarkedSecret(), Summons.SELECTION, "The clipboard holds a secret"),
        (OwnerHangs(), Summons.CLIPBOARD, "does not answer"),
        (TooMuch(), Summons.CLIPBOARD, "too large"),
        (NotAllowed(), Summons.SELECTION, "allow"),
        (CannotRead(), Summons.SELECTION, "could not be read"),
        (CannotGrab("no portal"), Summons.REGION, "No picture of the screen can be taken: no portal."),
        (NotAllowed(), Summons.REGION, "Screen Recording"),
    ],
)
async def test_where_nothing_can_be_read_it_says_why(problem: CannotRead, summons: Summons, words: str) -> None:
    corner = Corner()
    corner.presenter.show_problem(problem, summons)

    assert words in corner.screen.notice.sentence
    assert corner.screen.notice.buttons == ["typeInPopupButton"]
    assert not corner.screen.deliverable

    corner.screen.notice.press("typeInPopupButton")
    assert corner.screen.focused
    assert corner.screen.notice is None
    await corner.close()


async def test_what_did_not_answer_can_be_read_again() -> None:
    corner, again = Corner(), []
    corner.presenter.show_problem(OwnerHangs(), again=lambda: again.append(True))
    corner.screen.notice.press("readAgainButton")
    assert again == [True]

    corner.presenter.show_problem(MarkedSecret(), again=lambda: again.append(True))
    assert "readAgainButton" not in corner.screen.notice.buttons, "it would be marked again"
    await corner.close()


async def test_nothing_of_the_text_before_is_shown_where_another_cannot_be_read() -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello")
    corner.presenter.show_problem(OwnerHangs())

    assert (corner.screen.source, corner.screen.target, corner.screen.meta) == ("", "", "")
    await corner.close()


async def test_what_was_typed_before_takes_no_notice_away_from_what_comes_next() -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello")
    corner.screen.type("hello you")
    corner.presenter.show_problem(NothingThere())
    await settle()

    assert corner.screen.notice is not None
    await corner.close()


# Going


async def test_dismissed_it_forgets_everything_and_gives_the_keyboard_back() -> None:
    gate = asyncio.Event()
    corner = Corner(waiting_at(gate))
    await corner.show("hello")
    corner.presenter.dismiss()
    await settle()

    assert (corner.screen.is_open, corner.screen.source, corner.screen.target) == (False, "", "")
    assert (corner.translator.left, corner.front.returns) == (1, 1)
    await corner.close()


async def test_without_the_focus_it_has_nothing_to_give_back() -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello", takes_focus=False)
    corner.presenter.dismiss()

    assert (corner.screen.is_open, corner.front.returns) == (False, 0)
    await corner.close()


async def test_it_closes_when_the_user_goes_elsewhere_and_does_not_call_them_back() -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello")
    corner.presenter.leave()

    assert (corner.screen.is_open, corner.front.returns) == (False, 0)
    await corner.close()


async def test_pinned_it_stays_when_the_user_goes_elsewhere_and_keeps_its_language_for_the_next_text() -> None:
    corner = Corner(completed("Hallo"), completed("Hola"), completed("Hola otra vez"))
    await corner.show("hello")
    corner.screen.is_pinned = True
    corner.presenter.leave()
    assert (corner.screen.is_open, corner.screen.target) == (True, "Hallo")

    corner.languages.choice.choose_target(tag("es"))
    await corner.show("hello you")
    assert corner.translator.requests[-1].target == tag("es")

    corner.presenter.dismiss()
    await corner.show("hello again")
    assert corner.translator.requests[-1].target == tag("de")
    await corner.close()


# The source


async def test_an_edited_source_is_offered_for_translation() -> None:
    corner = Corner(completed("Hallo"), completed("Hallo du"))
    await corner.show("hello")
    assert not corner.screen.offers_translating

    corner.screen.type("hello you")
    await settle()
    assert corner.screen.offers_translating
    assert len(corner.translator.requests) == 1, "nothing is sent unasked"

    corner.presenter.translate()
    await settle()
    assert (corner.screen.target, corner.screen.offers_translating) == ("Hallo du", False)
    await corner.close()


async def test_an_emptied_source_is_offered_for_nothing() -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello")
    corner.screen.type("")

    assert not corner.screen.offers_translating
    await corner.close()


async def test_where_the_user_wants_it_what_is_typed_is_translated_after_a_rest() -> None:
    settings = Settings("box", (BOX,), translate_while_typing=True)
    corner = Corner(completed("Hallo"), completed("Hallo du"), settings=settings)
    await corner.show("hello")
    corner.screen.type("hello you")
    await settle()
    await settle()

    assert corner.screen.target == "Hallo du"
    await corner.close()


# Languages


async def test_tab_goes_round_the_targets_at_hand_after_a_rest_and_keeps_none_of_them() -> None:
    corner = Corner(completed("Hallo"), completed("Bonjour"))
    for target in ("fr", "es", "en", "de"):
        corner.window_languages.choose_target(tag(target))
    await corner.show("hello")

    corner.presenter.next_language()
    corner.presenter.next_language()
    assert corner.screen.languages == ("en-US", "fr"), "English is what the text is in"
    assert corner.screen.target == "", "what is there is in another language"
    await settle()
    assert len(corner.translator.requests) == 1, "the one between is not paid for"

    await corner.time.go_on(NEXT_LANGUAGE_AFTER)
    assert corner.screen.target == "Bonjour"
    assert corner.languages.wanted is None
    await corner.close()


async def test_shift_tab_goes_back() -> None:
    corner = Corner(completed("Hallo"))
    for target in ("fr", "es", "de"):
        corner.window_languages.choose_target(tag(target))
    await corner.show("hello")

    corner.presenter.next_language(-1)
    assert corner.screen.languages[1] == "fr"
    corner.presenter.next_language(1)
    assert corner.screen.languages[1] == "de"
    await corner.close()


async def test_tab_leads_back_from_a_language_picked_here_to_the_windows_that_nobody_has_picked() -> None:
    corner = Corner(completed("Hola"), completed("Hola"))
    await corner.show("hello")
    begun_with = corner.screen.languages[1]
    corner.languages.choice.choose_target(tag("es"))
    corner.presenter.follow_languages()
    await settle()

    corner.presenter.next_language()
    assert corner.screen.languages[1] == begun_with
    corner.presenter.next_language()
    assert corner.screen.languages[1] == "es"
    await corner.close()


async def test_where_there_is_no_other_language_at_hand_one_can_be_chosen() -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello")
    corner.presenter.next_language()

    assert corner.screen.picked == 1
    await corner.close()


async def test_a_language_that_was_picked_is_translated_into_at_once_and_is_the_next_popups_too() -> None:
    corner = Corner(completed("Hallo"), completed("Hola"), completed("Hola"))
    await corner.show("hello")
    corner.languages.choice.choose_target(tag("es"))
    corner.presenter.follow_languages()
    await settle()
    assert corner.screen.target == "Hola"
    assert corner.languages.wanted == tag("es")
    assert corner.window_languages.recent_targets == (tag("es"),)
    assert corner.window_languages.target == tag("de"), "the window's own stays"

    corner.presenter.dismiss()
    await corner.show("hello")
    assert corner.translator.requests[-1].target == tag("es")
    await corner.close()


async def test_picking_the_windows_target_follows_the_window_again() -> None:
    corner = Corner(completed("Hallo"))
    corner.languages.wanted = tag("es")
    corner.languages.begin()
    corner.languages.choice.choose_target(tag("de"))
    corner.presenter.follow_languages()

    assert corner.languages.wanted is None
    await corner.close()


# Pictures


async def test_a_language_picked_while_a_picture_is_read_waits_for_its_text() -> None:
    corner = Corner(completed("Hola"))
    reading = corner.presenter.begin_reading_picture(lambda: None)
    reading.add_text("hello")
    corner.languages.choice.choose_target(tag("es"))
    corner.presenter.follow_languages()
    await settle()
    assert corner.translator.requests == []

    reading.end(Usage())
    await settle()
    assert corner.translator.requests[0].target == tag("es")
    await corner.close()

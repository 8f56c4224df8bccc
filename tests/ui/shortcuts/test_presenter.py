"""Global shortcuts: bound as the settings say, let go of, told where another program has them."""

import asyncio
from dataclasses import replace

import pytest

from tests.fakes.shortcuts import FakeShortcuts
from tests.support.waiting import settle
from tests.ui.shortcuts.room import CLIPBOARD, DEFAULTS, F1, F2, F3, F5, REGION, SELECTION, Room
from translator.settings import Shortcuts
from translator.surroundings.hotkeys import Bound, Outcome
from translator.ui.shortcuts.presenter import Standing


@pytest.fixture
def room() -> Room:
    return Room()


async def test_the_keys_of_the_settings_are_taken_and_what_is_pressed_is_told(room: Room) -> None:
    assert room.presenter.standing == Standing()
    await room.start()
    assert room.shortcuts.held == DEFAULTS
    assert room.presenter.standing.bound[SELECTION] == Bound(Outcome.BOUND, "Ctrl+Shift+F2")
    room.shortcuts.press(SELECTION, "token")
    assert room.pressed == [(SELECTION, "token")]


async def test_a_change_of_the_settings_is_followed_and_no_other_asks_again(room: Room) -> None:
    await room.start()
    settings = replace(room.preferences.settings, shortcuts=Shortcuts(clipboard="Ctrl+Shift+F5", region=""))
    room.preferences.change(settings)
    room.preferences.change(replace(settings, text_size=120))
    await settle()
    assert room.shortcuts.held == {CLIPBOARD: F5, SELECTION: F2}
    assert len(room.shortcuts.asked) == 2


async def test_what_names_no_keys_is_left_out() -> None:
    room = Room(wanted=Shortcuts(clipboard="Ctrl+Banana"))
    await room.start()
    assert room.shortcuts.held == {SELECTION: F2, REGION: F3}


async def test_at_the_end_all_keys_are_let_go_of_and_none_are_taken_any_more(room: Room) -> None:
    await room.start()
    room.presenter.set_recording(recording=True)
    await settle()
    await room.presenter.close()
    room.presenter.set_recording(recording=False)  # as the settings are closed after
    room.shortcuts.press(SELECTION, "")
    await settle()

    assert (room.shortcuts.is_closed, room.shortcuts.held, room.pressed) == (True, {}, [])


async def test_while_paused_other_programs_have_the_keys(room: Room) -> None:
    told: list[str] = []
    await room.start()
    room.presenter.listen(lambda: told.append("changed"))
    room.presenter.set_paused(paused=True)
    await settle()
    assert (room.shortcuts.held, told) == ({}, ["changed"])
    assert room.presenter.standing.bound.keys() == DEFAULTS.keys()
    room.presenter.set_paused(paused=False)
    await settle()
    assert room.shortcuts.held == DEFAULTS


async def test_while_new_keys_are_pressed_none_are_held_and_then_the_new_ones(room: Room) -> None:
    await room.start()
    room.presenter.set_recording(recording=True)
    await settle()
    assert room.shortcuts.held == {}
    room.presenter.change(CLIPBOARD, F5)
    await settle()
    assert room.shortcuts.held == {}
    room.presenter.set_recording(recording=False)
    await settle()
    assert room.shortcuts.held == {**DEFAULTS, CLIPBOARD: F5}
    assert len(room.shortcuts.asked) == 3


async def test_a_pause_outlasts_the_pressing_of_new_keys(room: Room) -> None:
    await room.start()
    room.presenter.set_paused(paused=True)
    room.presenter.set_recording(recording=True)
    room.presenter.set_recording(recording=False)
    await settle()
    assert room.shortcuts.held == {}


async def test_keys_that_the_desktop_chooses_are_kept_in_a_pause_and_not_heard() -> None:
    room = Room(FakeShortcuts("portal", desktop_chooses=True))
    await room.start()
    room.presenter.set_paused(paused=True)
    room.shortcuts.press(CLIPBOARD, "")
    await settle()
    assert (len(room.shortcuts.asked), room.pressed) == (1, [])
    room.presenter.set_paused(paused=False)
    room.shortcuts.press(CLIPBOARD, "")
    assert room.pressed == [(CLIPBOARD, "")]


async def test_an_answer_that_comes_after_the_next_question_counts_no_more(room: Room) -> None:
    room.shortcuts.gate = asyncio.Event()
    room.shortcuts.taken[F1] = None
    await room.start()
    room.presenter.change(CLIPBOARD, F5)
    room.shortcuts.gate.set()
    await settle()
    assert room.presenter.standing.bound[CLIPBOARD] == Bound(Outcome.BOUND, "Ctrl+Shift+F5")
    assert room.notices.count == 0


async def test_a_conflict_is_said_with_the_way_out_of_it(room: Room) -> None:
    room.shortcuts.taken[F1] = F5
    await room.start()
    assert room.notices.shown == "Another program has Ctrl+Shift+F1, the shortcut for “Translate the clipboard”."
    assert list(room.notices.actions) == ["Use Ctrl+Shift+F5", "Change the shortcut…"]
    room.notices.actions["Change the shortcut…"].run()
    assert room.opened == 1
    room.notices.actions["Use Ctrl+Shift+F5"].run()
    await settle()
    assert (room.notices.shown, room.shortcuts.held[CLIPBOARD]) == ("", F5)
    assert room.preferences.settings.shortcuts.clipboard == "Ctrl+Shift+F5"


async def test_several_conflicts_are_one_notice(room: Room) -> None:
    room.shortcuts.taken = {F1: F5, F3: None}
    await room.start()
    assert room.notices.shown == "Other programs have these shortcuts: Ctrl+Shift+F1, Ctrl+Shift+F3."
    assert list(room.notices.actions) == ["Change the shortcut…"]
    room.presenter.change(CLIPBOARD, F5)
    await settle()
    assert (room.notices.shown, room.notices.count) == ("", 1)


async def test_a_conflict_is_said_once(room: Room) -> None:
    room.shortcuts.taken[F1] = None
    await room.start()
    for paused in (True, False):
        room.presenter.set_paused(paused=paused)
        await settle()
    assert room.notices.count == 1


async def test_a_conflict_over_keys_that_the_user_has_just_chosen_needs_no_notice(room: Room) -> None:
    await room.start()
    room.shortcuts.taken[F5] = None
    room.presenter.change(CLIPBOARD, F5)
    await settle()
    assert room.presenter.standing.bound[CLIPBOARD].outcome is Outcome.TAKEN
    assert room.notices.count == 0


async def test_at_the_end_it_lets_go(room: Room) -> None:
    await room.presenter.close()
    await room.start()
    await room.presenter.close()
    assert room.shortcuts.is_closed


async def test_a_conflict_that_is_still_to_be_seen_is_said_again_in_another_language(room: Room) -> None:
    room.presenter.say_again()
    assert room.notices.count == 0
    room.shortcuts.taken[F1] = None
    await room.start()
    said, room.notices.shown = room.notices.shown, ""

    room.presenter.say_again()

    assert room.notices.shown == said
    assert said


async def test_whoever_listens_no_more_is_not_told(room: Room) -> None:
    told: list[str] = []

    def listen() -> None:
        told.append("it")

    await room.start()
    room.presenter.listen(listen)
    room.presenter.listen_no_more(listen)
    room.presenter.set_paused(paused=True)

    assert told == []

"""What Carbon is asked for, and what is taken of its events."""

import pytest

from tests.fakes.hot_keys import RecordingCarbon
from tests.support.heard import Heard
from translator.desktop.hotkeys.keys import KeyShortcuts
from translator.desktop.hotkeys.macos import keys as macos
from translator.desktop.hotkeys.macos.codes import KEYS
from translator.surroundings.chord import FUNCTION_KEYS, OTHER_KEYS, Chord
from translator.surroundings.hotkeys import Outcome
from translator.surroundings.summons import Summons

WANTED = {Summons.CLIPBOARD: Chord.parse("Ctrl+Shift+F1")}
CONTROL, SHIFT, F1 = 0x1000, 0x0200, 122


@pytest.fixture
def carbon() -> RecordingCarbon:
    return RecordingCarbon()


@pytest.fixture
async def shortcuts(carbon: RecordingCarbon):
    made = KeyShortcuts(macos.NAME, "darwin", macos.MacKeys(carbon))
    yield made
    await made.close()


async def test_keys_are_asked_for_by_carbons_codes_and_for_us_alone(shortcuts, carbon) -> None:
    await shortcuts.bind(WANTED)
    assert [held[1:] for held in carbon.held.values()] == [(CONTROL | SHIFT, F1)]
    assert carbon.options == [macos.EXCLUSIVE]


async def test_without_a_handler_for_events_there_is_none(shortcuts, carbon) -> None:
    carbon.status = -50
    assert (await shortcuts.bind(WANTED))[Summons.CLIPBOARD].outcome is Outcome.IMPOSSIBLE
    assert carbon.held == {}


async def test_a_key_that_no_mac_has_is_impossible(shortcuts) -> None:
    bound = await shortcuts.bind({Summons.CLIPBOARD: Chord.parse("Ctrl+Pause")})
    assert bound[Summons.CLIPBOARD].outcome is Outcome.IMPOSSIBLE


async def test_another_error_than_taken_keys_is_impossible(shortcuts, carbon) -> None:
    carbon.RegisterEventHotKey = lambda *_: -50
    assert (await shortcuts.bind(WANTED))[Summons.CLIPBOARD].outcome is Outcome.IMPOSSIBLE


async def test_what_another_part_of_the_program_registered_is_not_ours(shortcuts, carbon) -> None:
    heard = Heard()
    shortcuts.listen(heard)
    await shortcuts.bind(WANTED)
    carbon.press(CONTROL | SHIFT, F1, signature=macos.four(b"Else"))
    carbon.press(CONTROL | SHIFT, F1)
    assert heard.everything == [Summons.CLIPBOARD]


async def test_an_event_that_cannot_be_read_is_let_pass(shortcuts, carbon) -> None:
    heard = Heard()
    shortcuts.listen(heard)
    await shortcuts.bind(WANTED)
    carbon.GetEventParameter = lambda *_: -50
    carbon.press(CONTROL | SHIFT, F1)
    assert heard.everything == []


async def test_nothing_is_raised_into_carbon(shortcuts, carbon, expected_log) -> None:
    def fail(*_: object) -> None:
        raise ValueError("this")

    expected_log("ERROR .*What a shortcut began has failed")
    shortcuts.listen(fail)
    await shortcuts.bind(WANTED)
    carbon.press(CONTROL | SHIFT, F1)


async def test_the_handler_goes_with_the_shortcuts(shortcuts, carbon) -> None:
    await shortcuts.bind(WANTED)
    await shortcuts.close()
    await shortcuts.close()
    assert (carbon.handlers_removed, carbon.held) == (1, {})


def test_every_key_that_a_mac_has_has_a_code_of_its_own() -> None:
    assert len(set(KEYS.values())) == len(KEYS)
    all_keys = {*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *FUNCTION_KEYS, *OTHER_KEYS}
    assert all_keys - KEYS.keys() == {*FUNCTION_KEYS[20:], "Pause", "Print", "ScrollLock"}
    assert KEYS.keys() <= all_keys

"""Global shortcuts on a real X server, with a real keyboard mapping, and other programs that want the same keys."""

import asyncio
import os
import signal
import socket
import sys
import threading
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("xcffib", exc_type=ImportError)

import xcffib
import xcffib.xproto

from tests.support.heard import Heard
from tests.support.selections import running_screen
from tests.support.system import require
from tests.support.waiting import until
from translator.desktop.hotkeys.keys import KeyShortcuts
from translator.desktop.hotkeys.x11 import keys as x11
from translator.desktop.hotkeys.x11.keyboard import Keyboard
from translator.desktop.x11.display import XServer, look_at
from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Outcome
from translator.surroundings.summons import Summons

ROOT = Path(__file__).resolve().parents[4]
CLIPBOARD, OTHER = Chord.parse("Ctrl+Shift+F1"), Chord.parse("Ctrl+Shift+F2")
F1_KEYCODE = 67
ANY_MODIFIER = 1 << 15


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    require({"Xvfb": "xvfb", "xdotool": "xdotool", "setxkbmap": "x11-xkb-utils"})
    with running_screen() as name:
        yield name


@pytest.fixture
async def shortcuts(display: str) -> AsyncIterator[KeyShortcuts]:
    made = x11.make_shortcuts(display)
    yield made
    await made.close()


@pytest.fixture
def heard(shortcuts: KeyShortcuts) -> Heard:
    heard = Heard()
    shortcuts.listen(heard)
    return heard


@pytest.fixture
def run(display: str) -> Callable[..., object]:
    async def run(*command: str) -> None:
        environment = {**os.environ, "DISPLAY": display}
        process = await asyncio.create_subprocess_exec(*command, env=environment)
        assert await process.wait() == 0

    return run


def connect(display: str) -> "xcffib.Connection":
    return xcffib.connect(display)


def grab(other: "xcffib.Connection", modifiers: int) -> None:
    root = other.setup.roots[0].root
    other.core.GrabKeyChecked(False, root, modifiers, F1_KEYCODE, 1, 1).check()


async def test_whatever_locks_are_on_the_keys_are_heard(shortcuts, heard, run) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    for lock in ("Num_Lock", "Caps_Lock", "Num_Lock", "Caps_Lock"):  # num, both, caps, none
        await run("xdotool", "key", lock, "key", "ctrl+shift+F1")
        assert (await heard.next())[0] is Summons.CLIPBOARD
    assert len(heard.everything) == 4


async def test_the_token_says_when_the_keys_were_pressed(shortcuts, heard, run) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    times = []
    for _ in range(2):
        await run("xdotool", "key", "ctrl+shift+F1")
        _, token = await heard.next()
        times.append(int(token.partition("_TIME")[2]))
    assert 0 < times[0] < times[1]


async def test_keys_that_are_held_down_count_once(shortcuts, heard, run) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD, Summons.SELECTION: OTHER})
    await run("xdotool", "keydown", "ctrl", "keydown", "shift", "keydown", "F1", "sleep", "0.9", "keyup", "F1")
    await run("xdotool", "keyup", "shift", "keyup", "ctrl", "key", "ctrl+shift+F2")
    assert [(await heard.next())[0] for _ in range(2)] == [Summons.CLIPBOARD, Summons.SELECTION]


async def test_other_modifiers_with_the_key_are_left_to_others(shortcuts, heard, run) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    await run("xdotool", "key", "F1", "key", "ctrl+F1", "key", "ctrl+shift+alt+F1", "key", "ctrl+shift+F1")
    await heard.next()
    assert heard.everything == [Summons.CLIPBOARD]


@pytest.mark.parametrize("modifiers", [5, 5 | 16, ANY_MODIFIER], ids=["the same", "with Num Lock", "any"])
async def test_keys_that_another_program_grabbed_are_taken_and_nothing_of_them_is_kept(
    shortcuts, display, modifiers
) -> None:
    other = connect(display)
    grab(other, modifiers)
    bound = await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    assert bound[Summons.CLIPBOARD].outcome is Outcome.TAKEN
    assert str(bound[Summons.CLIPBOARD].free) == "Ctrl+Shift+F2"
    other.core.UngrabKeyChecked(F1_KEYCODE, other.setup.roots[0].root, ANY_MODIFIER).check()
    grab(other, ANY_MODIFIER)
    other.disconnect()
    await asyncio.to_thread(connect(display).disconnect)  # the server has seen to the other's end by then
    again = await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    assert again[Summons.CLIPBOARD].outcome is Outcome.BOUND


async def test_another_layout_moves_the_keys(shortcuts, heard, run) -> None:
    letter = Chord.parse("Ctrl+Alt+A")
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD, Summons.SELECTION: letter})
    try:
        for layout, keycode in (("fr", "24"), ("ru", "38"), ("us", "38")):  # where it has A; where a US keyboard has it
            await run("setxkbmap", layout)
            await run("xdotool", "key", "ctrl+shift+F1", "keydown", "Control_L", "keydown", "Alt_L")
            await run("xdotool", "key", keycode, "keyup", "Alt_L", "keyup", "Control_L")
            assert [(await heard.next())[0] for _ in range(2)] == [Summons.CLIPBOARD, Summons.SELECTION]
    finally:
        await run("setxkbmap", "us")


async def test_keys_are_never_let_go_of_while_they_stay_where_they_are(shortcuts, heard, run, display) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD, Summons.SELECTION: OTHER})
    let_go: list[Chord] = []
    shortcuts._keys.release = let_go.append
    f1, f2 = 0xFFBE, 0xFFBF
    other = connect(display)
    try:
        for keysyms in ([f1, f1], [f1, f2]):  # as they are; and on another layer as well, which is no other place
            other.core.ChangeKeyboardMappingChecked(1, F1_KEYCODE, len(keysyms), keysyms).check()
            await run("xdotool", "key", "ctrl+shift+F1")
            assert (await heard.next())[0] is Summons.CLIPBOARD
        assert let_go == []
    finally:
        other.disconnect()
        del shortcuts._keys.release
        await run("setxkbmap", "us")


async def test_keys_that_another_has_on_a_layout_are_missed_on_that_layout_alone(
    shortcuts, heard, run, display, expected_log
) -> None:
    wanted = {Summons.CLIPBOARD: CLIPBOARD, Summons.SELECTION: Chord.parse("Ctrl+Alt+A")}
    await shortcuts.bind(wanted)
    other = connect(display)
    other.core.GrabKeyChecked(False, other.setup.roots[0].root, ANY_MODIFIER, 24, 1, 1).check()
    expected_log("WARNING .*Ctrl.Alt.A is not to be had on it: taken")
    try:
        await run("setxkbmap", "fr")
        await run("xdotool", "key", "ctrl+shift+F1")
        assert (await heard.next())[0] is Summons.CLIPBOARD
        assert (await shortcuts.bind(wanted))[Summons.SELECTION].outcome is Outcome.TAKEN
        await run("setxkbmap", "us")
        await run("xdotool", "key", "ctrl+shift+F1")
        assert (await heard.next())[0] is Summons.CLIPBOARD
        assert (await shortcuts.bind(wanted))[Summons.SELECTION].outcome is Outcome.BOUND
    finally:
        other.disconnect()
        await run("setxkbmap", "us")


async def test_keys_missed_on_a_layout_come_back_with_the_next(shortcuts, heard, run, display, expected_log) -> None:
    await shortcuts.bind({Summons.SELECTION: Chord.parse("Ctrl+Alt+A"), Summons.CLIPBOARD: CLIPBOARD})
    other = connect(display)
    other.core.GrabKeyChecked(False, other.setup.roots[0].root, ANY_MODIFIER, 24, 1, 1).check()
    expected_log("WARNING .*Ctrl.Alt.A is not to be had on it: taken")
    try:
        for layout in ("fr", "us"):
            await run("setxkbmap", layout)
            await run("xdotool", "key", "ctrl+shift+F1")
            await heard.next()
        await run("xdotool", "key", "ctrl+alt+a")
        assert (await heard.next())[0] is Summons.SELECTION
    finally:
        other.disconnect()


async def test_a_key_that_the_keyboard_lacks_is_impossible(shortcuts) -> None:
    bound = await shortcuts.bind({Summons.CLIPBOARD: Chord((), "Pause"), Summons.SELECTION: CLIPBOARD})
    assert bound[Summons.SELECTION].outcome is Outcome.BOUND
    shortcuts._keys._keyboard = x11.Keyboard(8, ((),), {"Ctrl": 4}, ())
    bound = await shortcuts.bind({Summons.REGION: Chord.parse("Ctrl+Pause"), Summons.CLIPBOARD: Chord.parse("Meta+A")})
    assert {each.outcome for each in bound.values()} == {Outcome.IMPOSSIBLE}


async def test_a_program_that_is_killed_leaves_the_keys_to_others(shortcuts, display) -> None:
    script = (
        "import asyncio, sys\n"
        "from translator.desktop.hotkeys.x11.keys import make_shortcuts\n"
        "from translator.surroundings.chord import Chord\n"
        "from translator.surroundings.summons import Summons\n"
        "async def main():\n"
        "    wanted = {Summons.CLIPBOARD: Chord.parse('Ctrl+Shift+F1')}\n"
        "    print((await make_shortcuts(sys.argv[1]).bind(wanted))[Summons.CLIPBOARD].outcome.value, flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", script, display, cwd=ROOT, stdout=PIPE)
    assert other.stdout is not None
    assert await other.stdout.readline() == b"bound\n"
    wanted = {Summons.CLIPBOARD: CLIPBOARD}
    assert (await shortcuts.bind(wanted))[Summons.CLIPBOARD].outcome is Outcome.TAKEN
    other.send_signal(signal.SIGKILL)
    await other.wait()

    while (await shortcuts.bind(wanted))[Summons.CLIPBOARD].outcome is not Outcome.BOUND:
        pass  # the server may not have seen to its end yet; the test's own timeout ends this


async def test_a_server_that_is_gone_ends_the_shortcuts_and_nothing_else(shortcuts, expected_log) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    keys = shortcuts._keys
    expected_log("WARNING .*The connection to the X server is lost")
    with socket.socket(fileno=os.dup(keys._descriptor)) as line:
        line.shutdown(socket.SHUT_RDWR)
    await until(lambda: keys._connection is None)
    bound = await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD, Summons.REGION: OTHER})
    assert bound[Summons.REGION].outcome is Outcome.IMPOSSIBLE
    await shortcuts.close()


@pytest.mark.parametrize("busy", ["take", "release"])
async def test_a_server_that_goes_in_the_middle_of_it_is_no_crash_either(display, expected_log, busy) -> None:
    shortcuts = x11.make_shortcuts(display)
    await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    expected_log("WARNING .*The connection to the X server is lost")
    with socket.socket(fileno=os.dup(shortcuts._keys._descriptor)) as line:
        line.shutdown(socket.SHUT_RDWR)
    wanted = {Summons.CLIPBOARD: CLIPBOARD, Summons.REGION: OTHER} if busy == "take" else {}
    bound = await shortcuts.bind(wanted)
    assert Summons.REGION not in bound or bound[Summons.REGION].outcome is Outcome.IMPOSSIBLE
    await shortcuts.close()


async def test_who_closes_while_the_server_is_still_being_asked_leaves_nothing_open(display, monkeypatch) -> None:
    connected: list[xcffib.Connection] = []
    go_on = threading.Event()

    def wait_with_the_line_open(connection: "xcffib.Connection") -> Keyboard:
        connected.append(connection)
        go_on.wait(10)
        return read_keyboard(connection)

    read_keyboard = x11._read_keyboard
    monkeypatch.setattr(x11, "_read_keyboard", wait_with_the_line_open)
    shortcuts = x11.make_shortcuts(display)
    binding = asyncio.create_task(shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD}))
    await until(lambda: connected)
    binding.cancel()
    await asyncio.wait([binding])
    await shortcuts.close()
    go_on.set()
    await until(lambda: not connected[0]._conn)


async def test_where_no_server_answers_nothing_is_to_be_had() -> None:
    shortcuts = x11.make_shortcuts(":99999")
    bound = await shortcuts.bind({Summons.CLIPBOARD: CLIPBOARD})
    assert bound[Summons.CLIPBOARD].outcome is Outcome.IMPOSSIBLE
    await shortcuts.close()


def test_a_server_is_known_for_what_it_is(display) -> None:
    assert look_at(display) is XServer.REAL
    assert look_at(":99999") is XServer.NONE

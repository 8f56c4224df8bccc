"""What the program may count on from global shortcuts, in each way that there is to have them."""

import asyncio
import ctypes
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from ctypes import wintypes
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from tests.fakes.hot_keys import RecordingCarbon, RecordingUser32
from tests.support.heard import Heard
from tests.support.system import require
from tests.support.waiting import until
from translator.desktop.hotkeys import windows
from translator.desktop.hotkeys.keys import KeyShortcuts
from translator.desktop.hotkeys.macos import keys as macos
from translator.desktop.hotkeys.macos.codes import KEYS, MODIFIERS
from translator.desktop.hotkeys.none import NoShortcuts
from translator.surroundings.chord import Chord
from translator.surroundings.chord_rules import fault_of
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import Summons
from translator.ui.desktop_ports import Shortcuts

FIRST, SECOND, THIRD = (Chord.parse(f"Ctrl+Shift+F{number}") for number in (1, 2, 3))
ON_LINUX = sys.platform.startswith("linux")


class Desktop(Protocol):
    """A desktop with the shortcuts under test, other programs, and hands on the keyboard."""

    shortcuts: Shortcuts

    async def press(self, chord: Chord) -> None: ...

    async def other_program_takes(self, chord: Chord) -> bool: ...


class X11Desktop:
    def __init__(self, display: str) -> None:
        from translator.desktop.hotkeys.x11 import keys as x11

        self._display = display
        self._make = x11.make_shortcuts
        self.shortcuts: Shortcuts = self._make(display)
        self._others: list[Shortcuts] = []

    async def press(self, chord: Chord) -> None:
        keys = str(chord).replace("Ctrl", "ctrl").replace("Shift", "shift")
        process = await asyncio.create_subprocess_exec("xdotool", "key", keys, env={"DISPLAY": self._display})
        assert await process.wait() == 0

    async def other_program_takes(self, chord: Chord) -> bool:
        other = self._make(self._display)
        self._others.append(other)
        return (await other.bind({Summons.OPEN: chord}))[Summons.OPEN].outcome is Outcome.BOUND

    async def aclose(self) -> None:
        for each in (self.shortcuts, *self._others):
            await each.close()


class WindowsDesktop:
    def __init__(self) -> None:
        self._user32 = RecordingUser32()
        self._keys = windows.WindowsKeys(self._user32, self._user32.last_error)
        self.shortcuts: Shortcuts = KeyShortcuts(windows.NAME, "win32", self._keys)

    def _codes(self, chord: Chord) -> tuple[int, int]:
        modifiers = sum(windows.MODIFIERS[name] for name in chord.modifiers)
        return modifiers | windows.NO_REPEAT, windows.virtual_key_of(chord.key)

    async def press(self, chord: Chord) -> None:
        for number, codes in list(self._user32.held.items()):
            if codes == self._codes(chord) and self._keys._filter is not None:
                message = wintypes.MSG(message=windows.WM_HOTKEY, wParam=number)
                kind = QByteArray(b"windows_generic_MSG")
                assert self._keys._filter.nativeEventFilter(kind, ctypes.addressof(message)) == (True, 0)

    async def other_program_takes(self, chord: Chord) -> bool:
        is_free = self._codes(chord) not in self._user32.held.values()
        self._user32.taken |= {self._codes(chord)} if is_free else set()
        return is_free

    async def aclose(self) -> None:
        await self.shortcuts.close()


class MacDesktop:
    def __init__(self) -> None:
        self._carbon = RecordingCarbon()
        self.shortcuts: Shortcuts = KeyShortcuts(macos.NAME, "darwin", macos.MacKeys(self._carbon))

    def _codes(self, chord: Chord) -> tuple[int, int]:
        return sum(MODIFIERS[name] for name in chord.modifiers), KEYS[chord.key]

    async def press(self, chord: Chord) -> None:
        self._carbon.press(*self._codes(chord))

    async def other_program_takes(self, chord: Chord) -> bool:
        is_free = self._codes(chord) not in [held[1:] for held in self._carbon.held.values()]
        self._carbon.taken |= {self._codes(chord)} if is_free else set()
        return is_free

    async def aclose(self) -> None:
        await self.shortcuts.close()


class PortalDesktop:
    def __init__(self, address: str) -> None:
        from tests.fakes.portal import MockPortal
        from translator.desktop.hotkeys.portal.shortcuts import PortalShortcuts

        self.portal = MockPortal(address)
        self.shortcuts: Shortcuts = PortalShortcuts(address, lambda summons: summons.value)

    async def press(self, chord: Chord) -> None:
        from translator.desktop.hotkeys.portal.triggers import trigger_of

        for session, bound in self.portal.bound.items():
            for name, trigger in bound.items():
                if trigger == trigger_of(chord):
                    await self.portal.activate(name, session=session)

    async def other_program_takes(self, chord: Chord) -> bool:
        await until(lambda: not any(str(chord).upper() in bound.values() for bound in self.portal.bound.values()))
        return True

    async def aclose(self) -> None:
        await self.shortcuts.close()


class BareDesktop:
    def __init__(self) -> None:
        self.shortcuts: Shortcuts = NoShortcuts()

    async def press(self, chord: Chord) -> None:
        pass

    async def other_program_takes(self, chord: Chord) -> bool:
        return True

    async def aclose(self) -> None:
        await self.shortcuts.close()


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    require({"Xvfb": "xvfb", "xdotool": "xdotool"})
    from tests.support.selections import running_screen

    with running_screen() as name:
        yield name


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require({"dbus-daemon": "dbus"})
    from tests.support.buses import running_bus

    folder: Path = tmp_path_factory.mktemp("bus")
    with running_bus(folder) as address:
        yield address


TAKING = ["windows", "macos", *(["x11"] if ON_LINUX else [])]
SERVING = [*TAKING, *(["portal"] if ON_LINUX else [])]


@pytest.fixture
async def desktop(request: pytest.FixtureRequest, qapp: QApplication) -> AsyncIterator[Desktop]:
    makers = {"windows": WindowsDesktop, "macos": MacDesktop, "none": BareDesktop}
    async with AsyncExitStack() as stack:
        if request.param == "x11":
            made = X11Desktop(request.getfixturevalue("display"))
        elif request.param == "portal":
            made = PortalDesktop(request.getfixturevalue("bus"))
            await stack.enter_async_context(made.portal)
        else:
            made = makers[request.param]()
        stack.push_async_callback(made.aclose)
        yield made


every = pytest.mark.parametrize("desktop", [*SERVING, "none"], indirect=True)
serving = pytest.mark.parametrize("desktop", SERVING, indirect=True)
taking = pytest.mark.parametrize("desktop", TAKING, indirect=True)


@every
async def test_only_what_has_a_name_can_bind(desktop: Desktop) -> None:
    bound = await desktop.shortcuts.bind({Summons.CLIPBOARD: FIRST})
    assert list(bound) == [Summons.CLIPBOARD]
    assert (bound[Summons.CLIPBOARD].outcome is Outcome.BOUND) == bool(desktop.shortcuts.name)
    assert bool(bound[Summons.CLIPBOARD].keys) == bool(desktop.shortcuts.name)


@every
async def test_binding_nothing_and_closing_twice_is_no_fault(desktop: Desktop) -> None:
    assert await desktop.shortcuts.bind({}) == {}
    await desktop.shortcuts.close()
    await desktop.shortcuts.close()


@serving
async def test_each_press_is_told_once_as_what_it_was_bound_to(desktop: Desktop) -> None:
    heard = Heard()
    desktop.shortcuts.listen(heard)
    await desktop.shortcuts.bind({Summons.CLIPBOARD: FIRST, Summons.REGION: SECOND})
    for chord in (FIRST, SECOND, FIRST):
        await desktop.press(chord)
    told = [(await heard.next())[0] for _ in range(3)]
    assert told == [Summons.CLIPBOARD, Summons.REGION, Summons.CLIPBOARD] == heard.everything


@serving
async def test_binding_anew_lets_go_of_the_others(desktop: Desktop) -> None:
    heard = Heard()
    desktop.shortcuts.listen(heard)
    await desktop.shortcuts.bind({Summons.CLIPBOARD: FIRST, Summons.REGION: SECOND})
    again = await desktop.shortcuts.bind({Summons.CLIPBOARD: SECOND, Summons.SELECTION: THIRD})
    assert {bound.outcome for bound in again.values()} == {Outcome.BOUND}
    for chord in (FIRST, SECOND, THIRD):
        await desktop.press(chord)
    assert [(await heard.next())[0] for _ in range(2)] == [Summons.CLIPBOARD, Summons.SELECTION]
    assert await desktop.other_program_takes(FIRST)
    assert len(heard.everything) == 2


@serving
async def test_whoever_closes_hears_nothing_more_and_leaves_the_keys_to_others(desktop: Desktop) -> None:
    heard = Heard()
    desktop.shortcuts.listen(heard)
    await desktop.shortcuts.bind({Summons.CLIPBOARD: FIRST})
    await desktop.shortcuts.close()
    await desktop.press(FIRST)
    assert await desktop.other_program_takes(FIRST)
    assert heard.everything == []
    assert await desktop.shortcuts.bind({Summons.CLIPBOARD: SECOND}) == {Summons.CLIPBOARD: Bound(Outcome.IMPOSSIBLE)}


@taking
async def test_keys_of_another_program_are_told_and_free_ones_proposed(desktop: Desktop) -> None:
    assert await desktop.other_program_takes(FIRST)
    wanted = {Summons.CLIPBOARD: FIRST, Summons.SELECTION: SECOND}
    bound = await desktop.shortcuts.bind(wanted)
    assert bound[Summons.SELECTION].outcome is Outcome.BOUND
    assert bound[Summons.CLIPBOARD].outcome is Outcome.TAKEN
    free = bound[Summons.CLIPBOARD].free
    assert free is not None
    assert free not in wanted.values()
    assert fault_of(free, sys.platform) is None
    again = await desktop.shortcuts.bind(wanted | {Summons.CLIPBOARD: free})
    assert {bound.outcome for bound in again.values()} == {Outcome.BOUND}


@taking
async def test_of_two_with_the_same_keys_the_first_has_them(desktop: Desktop) -> None:
    bound = await desktop.shortcuts.bind({Summons.CLIPBOARD: FIRST, Summons.SELECTION: FIRST})
    assert [bound[summons].outcome for summons in (Summons.CLIPBOARD, Summons.SELECTION)] == [
        Outcome.BOUND,
        Outcome.TAKEN,
    ]


@taking
async def test_two_whose_keys_are_taken_are_offered_different_ones(desktop: Desktop) -> None:
    for chord in (FIRST, SECOND):
        assert await desktop.other_program_takes(chord)
    bound = await desktop.shortcuts.bind({Summons.CLIPBOARD: FIRST, Summons.SELECTION: SECOND})
    assert len({each.free for each in bound.values()} - {None}) == 2

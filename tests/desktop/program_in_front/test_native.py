"""The program in front on Windows and macOS: what is asked of each system, and in which order."""

import ctypes
from collections.abc import Callable
from typing import Any

import pytest

from tests.fakes.library import FakeLibrary
from tests.fakes.objective_c import FakeItem, FakeObjects, FakePasteboard
from tests.fakes.windows_clipboard import FakeWindowsClipboard
from translator.desktop.clipboard.macos import TEXT, MacBoard
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.clipboard.windows import WindowsBoard
from translator.desktop.program_in_front.native import native
from translator.desktop.program_in_front.native import windows as win
from translator.desktop.program_in_front.native.macos import MacDesktop
from translator.desktop.program_in_front.native.native import NativeProgramInFront, Waiting
from translator.desktop.program_in_front.native.windows import Input, KeyboardInput, WindowsDesktop
from translator.surroundings.copied import CannotReplace, NotAllowed, NothingThere
from translator.surroundings.obstacles import Obstacle

CF_UNICODE = 13
OWN, EDITOR, OWN_WINDOW, EDITOR_WINDOW = 10, 20, 100, 200


class Time:
    """Goes on by as much as is slept."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


class Windows:
    """A computer with an editor on it, which does as its keys say."""

    def __init__(self) -> None:
        self.board = FakeWindowsClipboard()
        self.front = EDITOR_WINDOW
        self.class_name = "Notepad"
        self.selected = "Wort"
        self.obeys = True
        self.hangs = False
        self.held: set[int] = set()
        self.pressed: list[tuple[int, bool]] = []
        self.user = FakeLibrary(
            GetForegroundWindow=lambda: self.front,
            GetWindowThreadProcessId=self._process,
            GetClassNameW=self._class,
            SetForegroundWindow=self._bring,
            GetAsyncKeyState=lambda key: 0x8000 if key in self.held else 0,
            SendMessageTimeoutW=lambda *_: not self.hangs,
            SendInput=self._input,
        )
        time = Time()
        own_use = OwnUse()
        self.program = NativeProgramInFront(
            WindowsDesktop(self.user, OWN, own_thread=3),
            lambda: WindowsBoard(own_use, self.board.libraries, now=time.now, sleep=time.sleep),
            own_use,
            Waiting(time.now, time.sleep),
        )

    def _process(self, window: int, into: Any) -> int:
        if into is not None:
            ctypes.cast(into, ctypes.POINTER(ctypes.c_ulong))[0] = EDITOR if window == EDITOR_WINDOW else OWN
        return 5

    def _class(self, _window: int, into: Any, _size: int) -> int:
        into.value = self.class_name
        return len(self.class_name)

    def _bring(self, window: int) -> bool:
        if self.obeys:
            self.front = window
        return self.obeys

    def _input(self, count: int, inputs: Any, size: int) -> int:
        assert size == ctypes.sizeof(Input)
        keys = [(each.what.keyboard.key, not each.what.keyboard.flags & 2) for each in inputs[:count]]
        self.pressed += keys
        down = {key for key, is_down in keys if is_down}
        if down in ({win.CONTROL, win.C}, {win.CONTROL, win.INSERT}) and self.selected:
            self.board.copy({CF_UNICODE: (self.selected + "\0").encode("utf-16-le")})
        if down in ({win.CONTROL, win.V}, {win.SHIFT, win.INSERT}):
            self.selected = self.board.formats[CF_UNICODE].decode("utf-16-le").rstrip("\0")
        return count


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the figures are those of 64 bits")
def test_an_input_is_laid_out_as_windows_has_it() -> None:
    assert ctypes.sizeof(Input) == 40  # SendInput does nothing at all for any other size
    assert Input.what.offset == 8
    assert (KeyboardInput.flags.offset, KeyboardInput.extra.offset) == (4, 16)


async def test_windows_takes_and_replaces_the_selected_text() -> None:
    windows = Windows()
    before = {CF_UNICODE: "before\0".encode("utf-16-le")}
    windows.board.copy(before)
    windows.program.remember()
    windows.held = {0xA2}  # the left Ctrl of the shortcut
    assert windows.program.obstacle is None

    assert await windows.program.selected_text() == "Wort"
    assert windows.pressed == [(0xA2, False), (0x11, True), (0x43, True), (0x43, False), (0x11, False)]
    assert windows.board.formats == before

    windows.front = OWN_WINDOW
    await windows.program.replace("word")
    assert windows.selected == "word"
    assert windows.front == EDITOR_WINDOW
    assert windows.board.formats == before
    assert [call[1:] for call in windows.user.called("AttachThreadInput")] == [(3, 5, 1), (3, 5, 0)]


async def test_it_is_the_program_that_was_in_front_when_that_was_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows()

    async def call_late(call: Callable[[], object], _seconds: float) -> object:
        windows.front = OWN_WINDOW
        windows.program.remember()
        windows.front = EDITOR_WINDOW
        return call()

    monkeypatch.setattr(native, "call_in_daemon_thread", call_late)
    windows.program.remember()
    assert await windows.program.selected_text() == "Wort"
    windows.program.remember()
    await windows.program.replace("word")
    assert windows.selected == "word"


async def test_windows_interrupts_nothing_in_a_console() -> None:
    windows = Windows()
    windows.class_name = "ConsoleWindowClass"
    windows.program.remember()
    assert await windows.program.selected_text() == "Wort"
    await windows.program.replace("word")
    assert {key for key, _ in windows.pressed} == {win.CONTROL, win.SHIFT, win.INSERT}


async def test_windows_pastes_into_nothing_but_what_was_in_front() -> None:
    windows = Windows()
    windows.program.remember()
    windows.front, windows.obeys = OWN_WINDOW, False
    with pytest.raises(CannotReplace):
        await windows.program.replace("word")
    assert windows.pressed == []

    windows.obeys, windows.hangs = True, True
    with pytest.raises(CannotReplace):
        await windows.program.replace("word")


async def test_where_this_program_is_in_front_nothing_is_read_or_replaced() -> None:
    windows = Windows()
    windows.front = OWN_WINDOW
    await windows.program.warm()
    windows.program.remember()
    assert windows.program.obstacle is Obstacle.NOBODY_IN_FRONT
    with pytest.raises(NothingThere):
        await windows.program.selected_text()
    with pytest.raises(CannotReplace):
        await windows.program.replace("word")
    windows.program.return_focus()
    assert not windows.user.called("SetForegroundWindow")


def test_the_keyboard_is_given_back_on_windows() -> None:
    windows = Windows()
    windows.program.remember()
    windows.front = OWN_WINDOW
    windows.program.return_focus()
    assert windows.front == EDITOR_WINDOW


class Application:
    """NSRunningApplication, and NSWorkspace as well."""

    def __init__(self, mac: "Mac") -> None:
        self._mac = mac

    def shared_workspace(self) -> "Application":
        return self

    def frontmost_application(self) -> "Application | None":
        return self if self._mac.front else None

    def process_identifier(self) -> int:
        return self._mac.front

    def running_application_with_process_identifier(self, process: int) -> "Application | None":
        return self if process == EDITOR else None

    def activate_with_options(self, options: int) -> int:
        assert options == 2
        self._mac.front = EDITOR
        return 1


class Mac:
    """A Mac with an editor on it, which does as its keys say."""

    def __init__(self, **places: int) -> None:
        """``places`` are those of keys that its layout has elsewhere than a US one."""
        self.copy_key = places.get("C", 8)
        self.front = EDITOR
        self.is_trusted = True
        self.selected = "Wort"
        self.board = FakePasteboard()
        application = Application(self)
        objects = FakeObjects(
            NSPasteboard=self.board, NSPasteboardItem=FakeItem(), NSWorkspace=application,
            NSRunningApplication=application,
        )  # fmt: skip
        self.objects = objects
        self.services = FakeLibrary(
            AXIsProcessTrusted=lambda: self.is_trusted,
            CGEventCreateKeyboardEvent=lambda _source, key, is_down: (key << 1) + is_down,
            CGEventPost=lambda _place, event: self._press(event >> 1, is_down=bool(event & 1)),
        )
        time = Time()
        own_use = OwnUse()
        self.program = NativeProgramInFront(
            MacDesktop(objects.runtime, self.services, OWN, places),
            lambda: MacBoard(own_use, objects.runtime, now=time.now, sleep=time.sleep),
            own_use,
            Waiting(time.now, time.sleep),
        )

    def _press(self, key: int, *, is_down: bool) -> None:
        if is_down and key == self.copy_key:
            self.board.copy({TEXT: self.selected.encode()})
        elif is_down:
            self.selected = self.board.content[0][TEXT].decode()


async def test_macos_takes_and_replaces_the_selected_text() -> None:
    mac = Mac()
    before = [{TEXT: b"before", "public.html": b"<b>before</b>"}]
    mac.board.copy(*before)
    mac.program.remember()
    assert mac.program.obstacle is None
    assert await mac.program.selected_text() == "Wort"
    assert mac.board.content == before

    mac.front = OWN
    await mac.program.replace("word")
    assert (mac.selected, mac.front) == ("word", EDITOR)
    assert mac.board.content == before
    assert {call[2] for call in mac.services.called("CGEventSetFlags")} == {1 << 20}
    assert len(mac.services.called("CFRelease")) == 4
    assert mac.objects.pools == 0


async def test_macos_copies_with_the_key_that_writes_the_letter() -> None:
    """As on a Dvorak layout, where C is at the I of a US one, and J at its C."""
    mac = Mac(C=34, V=47)
    mac.board.copy({TEXT: b"before"})
    mac.program.remember()
    assert await mac.program.selected_text() == "Wort"
    await mac.program.replace("word")
    assert {call[2] for call in mac.services.called("CGEventCreateKeyboardEvent")} == {34, 47}


async def test_macos_asks_for_the_permission_before_anything_else() -> None:
    mac = Mac()
    mac.is_trusted = False
    mac.program.remember()
    assert mac.program.obstacle is Obstacle.PERMISSION
    with pytest.raises(NotAllowed):
        await mac.program.selected_text()
    with pytest.raises(CannotReplace):
        await mac.program.replace("word")
    assert not mac.services.called("CGEventPost")


async def test_macos_knows_when_nobody_is_in_front() -> None:
    mac = Mac()
    mac.front = 0
    mac.program.remember()
    assert mac.program.obstacle is Obstacle.NOBODY_IN_FRONT

"""What Windows is asked for, and what is taken of its messages."""

import ctypes
from ctypes import wintypes
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication

from tests.fakes.hot_keys import RecordingUser32
from tests.support.heard import Heard
from translator.desktop.hotkeys import windows
from translator.desktop.hotkeys.keys import KeyShortcuts
from translator.surroundings.chord import FUNCTION_KEYS, OTHER_KEYS, Chord
from translator.surroundings.hotkeys import Outcome
from translator.surroundings.summons import Summons

ACCESS_DENIED = 5


@pytest.fixture
def user32() -> RecordingUser32:
    return RecordingUser32()


@pytest.fixture
async def shortcuts(user32: RecordingUser32):
    made = KeyShortcuts(windows.NAME, "win32", windows.WindowsKeys(user32, user32.last_error))
    yield made
    await made.close()


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("Ctrl+Shift+F1", (0x4006, 0x70)),
        ("Alt+Shift+A", (0x4005, 0x41)),
        ("Ctrl+Meta+F24", (0x400A, 0x87)),
        ("Ctrl+Alt+PgDown", (0x4003, 0x22)),
        ("Alt+Shift+7", (0x4005, 0x37)),
    ],
)
async def test_keys_are_asked_for_by_windows_codes_and_without_repeats(shortcuts, user32, keys, codes) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: Chord.parse(keys)})
    assert list(user32.held.values()) == [codes]


async def test_another_error_than_taken_keys_is_impossible(shortcuts, user32) -> None:
    user32.RegisterHotKey = lambda *_: 0
    user32.error = ACCESS_DENIED
    bound = await shortcuts.bind({Summons.CLIPBOARD: Chord.parse("Ctrl+Shift+F1")})
    assert bound[Summons.CLIPBOARD].outcome is Outcome.IMPOSSIBLE


@pytest.mark.parametrize(
    ("kind", "message", "number"),
    [(b"windows_dispatcher_MSG", 0x0312, 1), (b"windows_generic_MSG", 0x0100, 1), (b"windows_generic_MSG", 0x0312, 9)],
    ids=["from elsewhere", "a key", "not ours"],
)
async def test_other_messages_are_not_ours(shortcuts, kind, message, number) -> None:
    heard = Heard()
    shortcuts.listen(heard)
    await shortcuts.bind({Summons.CLIPBOARD: Chord.parse("Ctrl+Shift+F1")})
    told = wintypes.MSG(message=message, wParam=number)
    took, _ = shortcuts._keys._filter.nativeEventFilter(QByteArray(kind), ctypes.addressof(told))
    assert took == (number == 9)
    assert heard.everything == []


async def test_without_an_application_there_is_nobody_to_hear(monkeypatch, shortcuts) -> None:
    monkeypatch.setattr(windows, "QCoreApplication", SimpleNamespace(instance=lambda: None))
    bound = await shortcuts.bind({Summons.CLIPBOARD: Chord.parse("Ctrl+Shift+F1")})
    assert bound[Summons.CLIPBOARD].outcome is Outcome.IMPOSSIBLE


async def test_the_application_keeps_no_filter_after_the_end(shortcuts) -> None:
    await shortcuts.bind({Summons.CLIPBOARD: Chord.parse("Ctrl+Shift+F1")})
    await shortcuts.close()
    assert shortcuts._keys._filter is None
    assert QCoreApplication.instance() is not None


def test_every_key_has_a_code_of_its_own() -> None:
    keys = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *FUNCTION_KEYS, *OTHER_KEYS)
    codes = {windows.virtual_key_of(key) for key in keys}
    assert len(codes) == len(keys)
    assert all(0 < code < 0xFF for code in codes)

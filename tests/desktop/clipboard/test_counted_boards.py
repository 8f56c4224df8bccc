"""The clipboards of Windows and macOS are used for a moment, and given back format by format."""

from collections.abc import Callable

import pytest

from tests.fakes.objective_c import FakeItem, FakeObjects, FakePasteboard
from tests.fakes.windows_clipboard import FakeWindowsClipboard
from translator.desktop.clipboard.macos import TEXT, MacBoard
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.clipboard.windows import WindowsBoard
from translator.surroundings.copied import (
    CannotRead,
    ClipboardNotRestored,
    Copied,
    MarkedSecret,
    NothingThere,
    NotText,
    OwnerHangs,
)

CF_TEXT, CF_BITMAP, CF_DIB, CF_UNICODE, CF_ENHMETAFILE, CF_OWNERDISPLAY = 1, 2, 8, 13, 14, 0x80


class Time:
    """Goes on by as much as is slept; ``then`` is done at the first sleep."""

    def __init__(self, then: Callable[[], None] = lambda: None) -> None:
        self.seconds = 0.0
        self._then = then

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        self._then()


def utf16(text: str) -> bytes:
    return (text + "\0").encode("utf-16-le")


# Windows


@pytest.fixture
def windows() -> FakeWindowsClipboard:
    return FakeWindowsClipboard()


def board_of(windows: FakeWindowsClipboard, own_use: OwnUse | None = None, time: Time | None = None) -> WindowsBoard:
    time = time or Time()
    return WindowsBoard(own_use or OwnUse(), windows.libraries, now=time.now, sleep=time.sleep)


def test_windows_gives_every_format_back(windows: FakeWindowsClipboard) -> None:
    html, ole = windows.register("HTML Format"), windows.register("DataObject")
    before = {CF_UNICODE: utf16("before"), CF_DIB: bytes(range(256)), html: b"<b>\0</b>", CF_ENHMETAFILE: b"EMF"}
    # Windows makes bitmaps of the others by itself, and what points into another program cannot live on.
    windows.copy({**before, CF_BITMAP: b"made of the DIB", ole: b"pointer"})
    own_use = OwnUse()
    with board_of(windows, own_use) as board:
        kept = board.keep()
        assert board.put("line\nline")
        assert windows.formats[CF_UNICODE] == utf16("line\r\nline")
        board.give_back(kept, board.change_number())

    assert windows.formats == before
    assert own_use.is_own(windows.number)
    assert not windows.is_open
    assert windows.user32.called("DestroyWindow")


def test_windows_reads_the_text_up_to_its_end(windows: FakeWindowsClipboard) -> None:
    windows.copy({CF_UNICODE: utf16("größer 🦉") + b"left over"})
    assert board_of(windows).read() == Copied("größer 🦉")


@pytest.mark.parametrize(
    ("formats", "reason"),
    [({}, NothingThere), ({CF_DIB: b"picture"}, NotText), ({CF_UNICODE: utf16("")}, NothingThere)],
)
def test_windows_says_what_is_there_instead_of_text(
    windows: FakeWindowsClipboard, formats: dict[int, bytes], reason: type[CannotRead]
) -> None:
    windows.copy(formats)
    with pytest.raises(reason):
        board_of(windows).read()


@pytest.mark.parametrize(
    ("mark", "value", "is_secret"),
    [
        ("ExcludeClipboardContentFromMonitorProcessing", b"\0", True),
        ("CanIncludeInClipboardHistory", bytes(4), True),
        ("CanIncludeInClipboardHistory", b"\1\0\0\0", False),
    ],
)
def test_windows_keeps_no_secret(windows: FakeWindowsClipboard, mark: str, value: bytes, is_secret: bool) -> None:
    windows.copy({CF_UNICODE: utf16("hunter2"), windows.register(mark): value})
    board = board_of(windows)
    for use in (board.keep, board.read):
        if is_secret:
            with pytest.raises(MarkedSecret):
                use()
        else:
            use()


def test_windows_touches_nothing_that_cannot_be_kept(windows: FakeWindowsClipboard) -> None:
    windows.copy({CF_OWNERDISPLAY: b"drawn by its owner"})
    with pytest.raises(CannotRead):
        board_of(windows).keep()
    windows.owner_hangs = True
    with pytest.raises(OwnerHangs):
        board_of(windows).keep()
    assert not board_of(windows).put("text")
    assert windows.formats == {CF_OWNERDISPLAY: b"drawn by its owner"}


def test_windows_waits_for_others_to_close_the_clipboard(windows: FakeWindowsClipboard) -> None:
    windows.copy({CF_UNICODE: utf16("text")})
    windows.busy = 3
    assert board_of(windows).read() == Copied("text")
    windows.busy = 1000
    with pytest.raises(OwnerHangs):
        board_of(windows).read()


def test_what_cannot_be_put_back_is_told(windows: FakeWindowsClipboard) -> None:
    windows.copy({CF_UNICODE: utf16("before")})
    board = board_of(windows)
    kept = board.keep()
    windows.full = True
    with pytest.raises(ClipboardNotRestored):
        board.give_back(kept, board.change_number())
    assert windows.kernel32.called("GlobalFree")


def test_what_was_copied_meanwhile_stays(windows: FakeWindowsClipboard) -> None:
    windows.copy({CF_UNICODE: utf16("before")})
    board = board_of(windows)
    kept = board.keep()
    board.put("translation")
    number = board.change_number()
    windows.copy({CF_UNICODE: utf16("meanwhile")})
    board.give_back(kept, number)
    assert board.read() == Copied("meanwhile")


def test_a_change_is_waited_for(windows: FakeWindowsClipboard) -> None:
    board = board_of(windows, time=Time(lambda: windows.copy({CF_TEXT: b"new"})))
    assert board.wait_for_change(board.change_number(), 1)
    time = Time()
    board = board_of(windows, time=time)
    assert not board.wait_for_change(board.change_number(), 1)
    assert time.seconds >= 1


# macOS


@pytest.fixture
def pasteboard() -> FakePasteboard:
    return FakePasteboard()


@pytest.fixture
def objects(pasteboard: FakePasteboard) -> FakeObjects:
    return FakeObjects(NSPasteboard=pasteboard, NSPasteboardItem=FakeItem())


def test_macos_gives_every_item_back(pasteboard: FakePasteboard, objects: FakeObjects) -> None:
    before = [{TEXT: "größer 🦉".encode(), "public.html": b"<b>\0</b>", "empty": b""}, {"public.tiff": bytes(256)}]
    pasteboard.copy(*before)
    own_use = OwnUse()
    with MacBoard(own_use, objects.runtime) as board:
        assert board.read() == Copied("größer 🦉")
        kept = board.keep()
        assert board.put("translation")
        assert pasteboard.content == [{TEXT: b"translation", "org.nspasteboard.TransientType": b""}]
        board.give_back(kept, board.change_number())

    assert pasteboard.content == before
    assert own_use.is_own(pasteboard.count)
    assert objects.pools == 0


def test_macos_leaves_an_empty_pasteboard_empty(pasteboard: FakePasteboard, objects: FakeObjects) -> None:
    with MacBoard(OwnUse(), objects.runtime) as board:
        kept = board.keep()
        board.put("translation")
        board.give_back(kept, board.change_number())
        assert pasteboard.content == []
        with pytest.raises(NothingThere):
            board.read()


def test_macos_tells_what_cannot_be_put_back(pasteboard: FakePasteboard, objects: FakeObjects) -> None:
    pasteboard.copy({TEXT: b"before"})
    board = MacBoard(OwnUse(), objects.runtime)
    kept = board.keep()
    pasteboard.refuses = True
    with pytest.raises(ClipboardNotRestored):
        board.give_back(kept, board.change_number())


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ({"public.tiff": b"picture"}, NotText),
        ({TEXT: b""}, NothingThere),
        ({TEXT: b"hunter2", "org.nspasteboard.ConcealedType": b""}, MarkedSecret),
    ],
)
def test_macos_says_why_there_is_no_text(
    pasteboard: FakePasteboard, objects: FakeObjects, item: dict[str, bytes], reason: type[CannotRead]
) -> None:
    pasteboard.copy(item)
    board = MacBoard(OwnUse(), objects.runtime)
    with pytest.raises(reason):
        board.read()
    if reason is MarkedSecret:
        with pytest.raises(MarkedSecret):
            board.keep()

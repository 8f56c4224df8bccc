"""The clipboard of X11 among other programs on a real X server: honest, secretive, huge, and hanging ones."""

import asyncio
import sys
import time
from contextlib import suppress
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.support.selections import Offered, owning, speaking, text
from translator.desktop.clipboard.own_use import OwnUse
from translator.surroundings.copied import CannotRead, Copied, MarkedSecret, NothingThere, NotText, OwnerHangs, TooMuch

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is on Linux"),
    pytest.mark.usefixtures("patience"),
]

HINT = "x-kde-passwordManagerHint"
GENEROUS_SECONDS = 10  # an owner that hangs holds Qt up for half as long again


def clipboard(display: str, own_use: OwnUse | None = None):
    from translator.desktop.clipboard.x11.x11_clipboard import X11Clipboard

    return X11Clipboard(own_use or OwnUse(), display)


async def read(display: str, *formats: Offered, **how: object) -> Copied:
    """Return what is read where another program offers this."""
    with owning(display, *formats, **how):
        return await clipboard(display).read()


def picture(kind: str, side: int = 4) -> bytes:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


async def test_where_nobody_offers_anything_nothing_is_there(qapp: QApplication, display: str) -> None:
    with pytest.raises(NothingThere):
        await clipboard(display).read()


async def test_a_text_is_read_in_the_best_form_that_is_offered(qapp: QApplication, display: str) -> None:
    latin = ("STRING", "STRING", 8, "Größe".encode("latin-1"))
    assert await read(display, latin) == Copied("Größe")
    assert await read(display, latin, *text("Größe 🦉\0")) == Copied("Größe 🦉")


@pytest.mark.parametrize("pieces", [100, 70_000])
async def test_a_long_text_comes_in_pieces(qapp: QApplication, display: str, pieces: int) -> None:
    content = "длинный текст " * (600 if pieces == 100 else 40_000)
    assert await read(display, *text(content), pieces=pieces) == Copied(content)


async def test_a_picture_is_read_where_there_is_no_text(qapp: QApplication, display: str) -> None:
    png = ("image/png", "image/png", 8, picture("PNG"))
    bmp = ("image/bmp", "image/bmp", 8, picture("BMP"))

    found = (await read(display, png, bmp)).picture
    assert found is not None
    assert (found.content, found.width, found.height) == (picture("PNG"), 4, 4)

    found = (await read(display, bmp)).picture
    assert found is not None
    assert found.mime == "image/png"
    assert QImage.fromData(found.content).pixel(1, 1) & 0xFFFFFF == 0x336699

    assert (await read(display, png, *text("a caption"))).text == "a caption"


async def test_a_copied_file_is_known_by_its_path(qapp: QApplication, display: str) -> None:
    uris = ("text/uri-list", "text/uri-list", 8, b"file:///home/me/a%20letter.txt\r\n")
    assert (await read(display, uris)).file == "/home/me/a letter.txt"


@pytest.mark.parametrize(
    ("formats", "reason"),
    [
        ([("application/pdf", "application/pdf", 8, b"%PDF")], NotText),
        ([("image/png", "image/png", 8, b"no picture")], NotText),
        (text(""), NothingThere),
        ([*text("hunter2"), (HINT, "STRING", 8, b"secret")], MarkedSecret),
        (text("x" * (20 * 1024 * 1024 + 1)), TooMuch),
    ],
    ids=["other", "broken picture", "empty", "secret", "too much"],
)
async def test_what_cannot_be_read_says_why(
    qapp: QApplication, display: str, formats: list[Offered], reason: type[CannotRead]
) -> None:
    with pytest.raises(CannotRead) as raised:
        await read(display, *formats)
    assert raised.type is reason


async def test_a_secret_is_not_even_asked_for(qapp: QApplication, display: str) -> None:
    with owning(display, *text("hunter2"), (HINT, "STRING", 8, b"secret")) as owner:
        with pytest.raises(MarkedSecret):
            await clipboard(display).read()
        assert [owner.next_line(), owner.next_line()] == ["asked TARGETS", f"asked {HINT}"]
        # Whatever had been asked for before this would have been told before it.
        with owning(display, *text("another")):
            assert owner.next_line() == "lost"


@pytest.mark.parametrize(
    "how",
    [{"hang": ["TARGETS"]}, {"hang": ["UTF8_STRING"]}, {"pieces": 10, "stall": True}],
    ids=["at once", "with the text", "in the middle of it"],
)
async def test_a_program_that_hangs_does_not_hold_up_the_window(
    qapp: QApplication, display: str, how: dict[str, object], patience: pytest.MonkeyPatch
) -> None:
    patience.undo()
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    with owning(display, *text("a text that is cut in pieces"), **how):
        ticking = asyncio.ensure_future(tick())
        begun = time.monotonic()
        with pytest.raises(OwnerHangs):
            await clipboard(display).read()
        assert time.monotonic() - begun < GENEROUS_SECONDS
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking
    assert ticks > 2


def test_of_what_others_copy_one_is_told_and_of_ones_own_doing_not(display: str) -> None:
    with speaking(display, "tests.support.clipboard_user", is_ours=True) as user:
        assert user.next_line() == "ready"

        def does(order: str) -> str:
            user.tell(order.encode() + b"\n")
            return user.next_line()

        with owning(display, *text("one")):
            assert user.next_line() == "changed"
            assert does("read") == "one"
            assert does("borrow") == "borrow"
            assert does("read") == "one"
            with owning(display, *text("one")):  # the same once more
                assert user.next_line() == "changed"
        assert does("set") == "set"
        assert does("read") == "own text"
        assert does("borrow") == "borrow"  # its own text goes to another thread, and comes back
        assert does("read") == "own text"
        with owning(display, *text("two")):
            assert user.next_line() == "changed"
            assert does("read") == "two"


async def test_who_copies_here_while_the_owner_is_asked_for_is_no_other(
    qapp: QApplication, display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translator.desktop.clipboard.x11 import x11_clipboard

    told, owns = [], [True, False]
    monkeypatch.setattr(x11_clipboard, "_owner", lambda _display: 77)
    monkeypatch.setattr(x11_clipboard, "system_clipboard", lambda: SimpleNamespace(ownsClipboard=owns.pop))
    used = clipboard(display)
    await used._tell_foreign(lambda: told.append("another program's"))
    await used._tell_foreign(lambda: told.append("our own"))
    assert told == ["another program's"]


def test_what_was_given_back_is_handed_to_the_desktop_at_the_end(display: str) -> None:
    with (
        owning(display, ("SAVE_TARGETS", "NULL", 32, b""), selection="CLIPBOARD_MANAGER") as manager,
        speaking(display, "tests.support.clipboard_user", is_ours=True) as user,
    ):
        assert user.next_line() == "ready"

        def close() -> None:
            user.tell(b"close\n")
            user.wait_for("close")

        close()
        with owning(display, *text("one")):
            user.tell(b"borrow\n")
            user.wait_for("borrow")
            with owning(display, *text("two")):
                close()  # another program has copied since
                user.tell(b"borrow\n")
                user.wait_for("borrow")
        close()
        assert manager.next_line() == "asked SAVE_TARGETS"
        with owning(display, *text("of another manager"), selection="CLIPBOARD_MANAGER"):
            assert manager.next_line() == "lost"  # so it was asked once

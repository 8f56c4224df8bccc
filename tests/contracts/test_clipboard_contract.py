"""What the window may count on from a clipboard: the fake of its tests, and the system's own."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.fakes.clipboard import FakeClipboard
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.clipboard.qt_clipboard import QtClipboard
from translator.surroundings.copied import CannotRead, Copied, MarkedSecret, NothingThere, NotText
from translator.ui.desktop_ports import Clipboard


def system() -> Clipboard:
    return QtClipboard(OwnUse())


@pytest.fixture(params=[FakeClipboard, system], ids=["fake", "system"])
def clipboard(request: pytest.FixtureRequest, qapp: QApplication) -> Clipboard:
    make: Callable[[], Clipboard] = request.param
    return make()


@pytest.mark.parametrize("text", ["one", "two\nlines\tand a tab", "Grüße 🦉 \u202eabc", "<b>not bold</b> & so on"])
async def test_what_was_put_on_it_is_read_as_it_was(clipboard: Clipboard, text: str) -> None:
    clipboard.set_text("something else")
    clipboard.set_text(text)
    assert await clipboard.read() == Copied(text)


async def test_nothing_is_not_read_as_a_text(clipboard: Clipboard) -> None:
    clipboard.set_text("")
    with pytest.raises(NothingThere):
        await clipboard.read()


def test_own_doing_is_not_told(clipboard: Clipboard) -> None:
    told: list[None] = []
    clipboard.listen(lambda: told.append(None))
    clipboard.set_text("own")
    assert not told


async def test_closing_it_leaves_what_is_there(clipboard: Clipboard) -> None:
    clipboard.set_text("own")
    await clipboard.close()
    assert await clipboard.read() == Copied("own")


def offer(**formats: bytes | str) -> None:
    """Put this on Qt's clipboard."""
    content = QMimeData()
    for name, value in formats.items():
        if isinstance(value, str):
            content.setText(value)
        else:
            content.setData(name, value)
    QApplication.clipboard().setMimeData(content)


async def raised() -> type[CannotRead]:
    with pytest.raises(CannotRead) as reason:
        await system().read()
    return reason.type


async def test_what_is_neither_text_nor_picture_is_neither(qapp: QApplication) -> None:
    colour = QMimeData()
    colour.setColorData(QColor("red"))
    QApplication.clipboard().setMimeData(colour)
    assert await raised() is NotText


async def test_a_picture_is_read_as_png_and_a_text_beside_it_goes_first(qapp: QApplication) -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    content = QMimeData()
    content.setImageData(image)
    QApplication.clipboard().setMimeData(content)

    picture = (await asyncio.wait_for(system().read(), 10)).picture

    assert picture is not None
    assert (picture.width, picture.height, picture.mime) == (3, 2, "image/png")
    assert QImage.fromData(picture.content).pixelColor(2, 1) == QColor("red")

    content = QMimeData()
    content.setImageData(image)
    content.setText("a caption")
    QApplication.clipboard().setMimeData(content)
    assert await system().read() == Copied("a caption")


async def test_a_copied_file_is_known_by_its_path(qapp: QApplication) -> None:
    offer(**{"text/uri-list": b"https://example.org/a\r\nfile:///home/me/a%20letter.txt\r\n"})
    assert (await system().read()).file == "/home/me/a letter.txt"


@pytest.mark.parametrize(
    ("mark", "value"),
    [
        ("x-kde-passwordManagerHint", b"secret"),
        ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
        ("com.apple.nspboard/org.nspasteboard.ConcealedType", b""),
    ],
)
async def test_what_its_owner_marked_as_secret_is_not_read(qapp: QApplication, mark: str, value: bytes) -> None:
    offer(text="hunter2", **{mark: value})
    assert await raised() is MarkedSecret


async def test_a_hint_that_says_public_hides_nothing(qapp: QApplication) -> None:
    offer(text="hello", **{"x-kde-passwordManagerHint": b"public"})
    assert await system().read() == Copied("hello")


async def test_the_nul_that_some_programs_end_a_text_with_is_left_out(qapp: QApplication) -> None:
    offer(text="a text\0")
    assert await system().read() == Copied("a text")

"""What the window may count on from a clipboard: the fake of its tests, and the system's own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from tests.fakes.clipboard import FakeClipboard
from translator.desktop.clipboard import SystemClipboard
from translator.ui.ports import Clipboard


@pytest.fixture(params=[FakeClipboard, SystemClipboard], ids=["fake", "system"])
def clipboard(request: pytest.FixtureRequest, qapp: QApplication) -> Clipboard:
    make: Callable[[], Clipboard] = request.param
    return make()


@pytest.mark.parametrize("text", ["one", "", "two\nlines\tand a tab", "Grüße 🦉 \u202eabc", "<b>not bold</b> & so on"])
def test_what_was_put_on_it_is_read_as_it_was(clipboard: Clipboard, text: str) -> None:
    clipboard.set_text("something else")
    clipboard.set_text(text)
    assert clipboard.text() == text


def test_what_is_no_text_is_no_text(qapp: QApplication) -> None:
    picture = QMimeData()
    picture.setColorData(QColor("red"))
    QApplication.clipboard().setMimeData(picture)
    assert SystemClipboard().text() == ""


@pytest.mark.parametrize(
    ("mark", "value"),
    [
        ("x-kde-passwordManagerHint", b"secret"),
        ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
        ("com.apple.nspboard/org.nspasteboard.ConcealedType", b""),
    ],
)
def test_what_its_owner_marked_as_secret_is_not_read(qapp: QApplication, mark: str, value: bytes) -> None:
    password = QMimeData()
    password.setText("hunter2")
    password.setData(mark, value)
    QApplication.clipboard().setMimeData(password)

    assert SystemClipboard().text() == ""


def test_a_hint_that_says_public_hides_nothing(qapp: QApplication) -> None:
    text = QMimeData()
    text.setText("hello")
    text.setData("x-kde-passwordManagerHint", b"public")
    QApplication.clipboard().setMimeData(text)

    assert SystemClipboard().text() == "hello"

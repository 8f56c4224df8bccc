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

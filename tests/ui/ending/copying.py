"""Run by tests/test_conftest.py alone: a test that leaves something on the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def test_it_copies_what_was_made_in_python() -> None:
    content = QMimeData()
    content.setText("copied")
    QGuiApplication.clipboard().setMimeData(content)
    assert QGuiApplication.clipboard().text() == "copied"

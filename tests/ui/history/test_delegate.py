"""How a row of the history is drawn: each of its texts runs as its own letters do."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.themes import theme
from translator.ui.history.delegate import HistoryDelegate
from translator.ui.history.model import HistoryModel
from translator.ui.history.screen import HistoryRow
from translator.ui.look.theme import Theme

__all__ = ["theme"]

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


class Watched(QPainter):
    """Keeps which way each text was drawn."""

    def __init__(self, picture: QImage) -> None:
        super().__init__(picture)
        self.drawn: list[tuple[str, Qt.LayoutDirection]] = []

    def drawText(self, room: QRect, flags: Qt.AlignmentFlag, text: str) -> None:  # type: ignore[override]  # noqa: N802 - Qt's
        self.drawn.append((text, self.layoutDirection()))
        super().drawText(room, flags, text)


@pytest.mark.parametrize("interface", [LTR, RTL])
def test_source_and_translation_each_run_as_they_are_written(
    theme: Theme, qtbot: QtBot, interface: Qt.LayoutDirection
) -> None:
    view, model = QListView(), HistoryModel()
    qtbot.addWidget(view)
    view.setLayoutDirection(interface)
    model.show_rows([HistoryRow(1, "שלום עולם.", "Hello world.", "2026"), HistoryRow(2, "12. Uhr!", "99", "10:00")], 2)
    delegate = HistoryDelegate(theme, view)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, 72)
    picture = QImage(400, 72, QImage.Format.Format_ARGB32)
    with Watched(picture) as painter:
        for place in range(2):
            delegate.paint(painter, option, model.index(place))

    assert painter.drawn == [
        ("שלום עולם.", RTL), ("Hello world.", LTR), ("2026", interface),
        ("12. Uhr!", LTR), ("99", interface), ("10:00", interface),
    ]  # fmt: skip

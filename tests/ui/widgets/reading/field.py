"""What the tests of a text field have in common."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock

from translator.ui.widgets.reading.plain_edit import PlainEdit

LATIN_LINE, LARGE_LINE, ARABIC_LINE = 28, 36, 34


class Count:
    """Counts how often a signal came."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


def line_heights(edit: PlainEdit) -> set[float]:
    """Return the heights that lines have, as they are laid out; nothing may be left at another."""
    blocks: list[QTextBlock] = []
    block = edit.document().begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    return {block.blockFormat().lineHeight() for block in blocks}


def plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data

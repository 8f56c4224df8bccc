"""A row with one line of text in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from translator.ui.look.theme import Theme
from translator.ui.widgets.groups.group import Row


class LineRow(Row):
    """One line of text; ``finished`` carries it when one has done with it."""

    finished = Signal(str)

    def __init__(self, theme: Theme, title: str, hint: str, object_name: str, placeholder: str = "") -> None:
        self.field = QLineEdit()
        self.field.setObjectName(object_name)
        self.field.setPlaceholderText(placeholder)
        self.field.editingFinished.connect(lambda: self.finished.emit(self.field.text()))
        super().__init__(theme, title, hint, self.field)

    def show_text(self, text: str) -> None:
        """Show this, from its beginning."""
        self.field.setText(text)
        self.field.setCursorPosition(0)

"""A field to search in."""

from PySide6.QtWidgets import QLineEdit

from translator.i18n import tr
from translator.ui.look.theme import Theme


class SearchField(QLineEdit):
    """One line with a lens before it; ``words`` say what is searched."""

    def __init__(self, theme: Theme, object_name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setProperty("role", "search")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        lens = theme.icon("search", self, "text_3", 18)
        self.addAction(lens, QLineEdit.ActionPosition.LeadingPosition).setText(tr("Search"))

"""Warns of what travels unencrypted."""

from PySide6.QtWidgets import QHBoxLayout

from translator.ui.look.theme import Theme
from translator.ui.widgets.groups.group import Row
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.labels.labels import label


class ExposureRow(Row):
    """A sentence about a danger, with a sign that does not need its colour. It is there while it has one to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self._sentence = label("", "error", wrap=True)
        self._sentence.setObjectName("serviceExposureLabel")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel(theme, "warning", "error_line"))
        line.addWidget(self._sentence, 1)
        self.fill(line)
        self._arms.setContentsMargins(16, 12, 16, 12)
        self.title.hide()
        self._has_sentence = self._is_wanted = False
        self._tell()

    def show_sentence(self, sentence: str) -> None:
        """Say this; nothing if empty."""
        self._sentence.setText(sentence)
        self._has_sentence = bool(sentence)
        self._tell()

    def set_wanted(self, *, wanted: bool) -> None:
        """Show the row with its form, where it has a sentence."""
        self._is_wanted = wanted
        self._tell()

    @property
    def words(self) -> str:
        """What a search looks at."""
        return self._sentence.text()

    def _tell(self) -> None:
        super().set_wanted(wanted=self._has_sentence and self._is_wanted)

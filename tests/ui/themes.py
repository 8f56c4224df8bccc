"""A theme for widgets that are tested by themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from translator.assets import resources
from translator.ui.look.icons import Icons
from translator.ui.look.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at its own size, gone after the test."""
    qapp.setStyle("Fusion")
    made = Theme(qapp, Icons(resources() / "icons"))
    made.choose("light", 100)
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect(made._apply)
    qapp.styleHints().accessibility().contrastPreferenceChanged.disconnect(made._apply)
    qapp.setStyleSheet("")
    made.deleteLater()

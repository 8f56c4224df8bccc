"""What keys are called."""

import pytest
from PySide6.QtWidgets import QApplication

from translator.ui.look.language import speak
from translator.ui.widgets.keys import key_names, named_with_keys


def test_keys_are_called_what_they_are_in_english() -> None:
    assert key_names("Ctrl+Shift+C") == "Ctrl+Shift+C"
    assert named_with_keys("Translate", "Ctrl+Enter") == "Translate (Ctrl+Enter)"


def test_keys_are_called_what_stands_on_a_german_keyboard(qapp: QApplication, request: pytest.FixtureRequest) -> None:
    speak(qapp, "de")
    request.addfinalizer(lambda: speak(qapp, "en"))
    assert key_names("Ctrl+Shift+C") == "Strg+Umschalt+C"

"""What keys are called."""

from collections.abc import Iterator

import pytest

from translator import i18n
from translator.assets import resources
from translator.ui.widgets.labels.keys import key_names, named_with_keys


@pytest.fixture
def german() -> Iterator[None]:
    i18n.install(resources() / "i18n", lambda: "de")
    yield
    i18n.install(resources() / "i18n", lambda: "en")


def test_keys_are_called_what_they_are_in_english() -> None:
    assert key_names("Ctrl+Shift+C") == "Ctrl+Shift+C"
    assert named_with_keys("Translate", "Ctrl+Enter") == "Translate (Ctrl+Enter)"


@pytest.mark.usefixtures("german")
def test_keys_are_called_what_stands_on_a_german_keyboard() -> None:
    assert key_names("Ctrl+Shift+C") == "Strg+Umschalt+C"
    assert key_names("Esc") == "Esc"
    assert (key_names("Del"), key_names("Alt+Left")) == ("Entf", "Alt+←")


def test_on_macos_they_are_its_own_signs(qapp: object) -> None:
    assert key_names("Esc", platform="darwin") == "Esc"

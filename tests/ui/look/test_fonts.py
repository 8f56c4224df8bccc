"""Letters are drawn as they are written."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from translator.ui.look.fonts import reading_font

_ALTERNATES = QFont.Tag("calt")


@pytest.mark.parametrize("script", ["Latn", "Grek", "Cyrl"])
def test_no_font_puts_other_characters_in_place_of_what_is_written(script: str, qtbot: QtBot) -> None:
    font = reading_font(script, 17)
    assert font.isFeatureSet(_ALTERNATES)
    assert font.featureValue(_ALTERNATES) == 0


def test_scripts_that_join_their_letters_keep_what_they_need_for_it(qtbot: QtBot) -> None:
    assert not reading_font("Arab", 17).isFeatureSet(_ALTERNATES)

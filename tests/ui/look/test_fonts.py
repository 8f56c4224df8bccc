"""Letters are drawn as they are written."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from tests.support.catalogues import write_catalogue
from translator.i18n import install
from translator.ui.look.fonts import interface_font, reading_font

_ALTERNATES = QFont.Tag("calt")


@pytest.mark.parametrize("script", ["Latn", "Grek", "Cyrl"])
def test_no_font_puts_other_characters_in_place_of_what_is_written(script: str, qtbot: QtBot) -> None:
    font = reading_font(script, 17)
    assert font.isFeatureSet(_ALTERNATES)
    assert font.featureValue(_ALTERNATES) == 0


def test_scripts_that_join_their_letters_keep_what_they_need_for_it(qtbot: QtBot) -> None:
    assert not reading_font("Arab", 17).isFeatureSet(_ALTERNATES)


@pytest.mark.parametrize(
    ("language", "family"), [("zh_CN", "Noto Sans CJK SC"), ("zh_TW", "Noto Sans CJK TC"), ("ja", "Noto Sans CJK JP")]
)
def test_han_letters_of_the_interface_have_the_shapes_of_its_language(
    language: str, family: str, qtbot: QtBot, tmp_path: Path
) -> None:
    english = interface_font(13).families()
    write_catalogue(tmp_path, language, str)
    install(tmp_path, lambda: language)
    try:
        families = interface_font(13).families()
    finally:
        install(Path(), lambda: "en")

    assert len(english) == 1
    assert families[0] == english[0]
    assert family in families

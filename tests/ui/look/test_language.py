"""What Qt itself says, and which way it is laid out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from translator.locales.offered import OFFERED
from translator.ui.look.language import speak


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    speak(qapp, "en")
    QLocale.setDefault(before)


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "Abbrechen"), ("zh_CN", "取消"), ("zh_TW", "取消"), ("ja", "キャンセル"), ("ru", "Отмена"), ("ar", "ألغِ")],
)
def test_qt_says_its_own_words_in_the_language(app: QApplication, language: str, word: str) -> None:
    speak(app, language)

    assert cancel() == word


def test_every_language_but_english_has_words_of_qts_own(app: QApplication) -> None:
    speechless = []
    for language in OFFERED:
        speak(app, language)
        if cancel() == "Cancel":
            speechless.append(language)

    assert speechless == ["en"]


def test_one_language_takes_the_place_of_another(app: QApplication) -> None:
    for language in ("de", "fr", "en"):
        speak(app, language)
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete

    assert cancel() == "Cancel"
    assert len(app.findChildren(QTranslator, "qtWords")) == 1


def test_arabic_is_laid_out_from_the_right_and_nothing_after_it(app: QApplication) -> None:
    speak(app, "ar")
    assert app.layoutDirection() is Qt.LayoutDirection.RightToLeft
    speak(app, "de")

    assert app.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_numbers_are_written_as_the_language_does(app: QApplication) -> None:
    speak(app, "de")

    assert QLocale().language() is QLocale.Language.German
    assert QLocale().toString(1234567) == "1.234.567"

"""What Qt itself says, and which way it is laid out."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from translator import i18n
from translator.assets import resources
from translator.locales.offered import OFFERED
from translator.ui.look.language import speak
from translator.ui.widgets.labels.keys import key_names


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    i18n.install(resources() / "i18n", lambda: "en")
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


def keys_in_menus(keys: str) -> str:
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has signs for keys")
@pytest.mark.parametrize("language", OFFERED)
@pytest.mark.parametrize("keys", ["Ctrl+Enter", "Ctrl+Shift+C", "Ctrl+Z"])
def test_menus_call_keys_what_tooltips_call_them(app: QApplication, language: str, keys: str) -> None:
    i18n.install(resources() / "i18n", lambda: language)
    speak(app, language)

    assert keys_in_menus(keys) == key_names(keys)
    assert language != "de" or keys_in_menus("Ctrl+Enter") == "Strg+Eingabe"


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

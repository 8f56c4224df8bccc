"""What of the interface's language is Qt's: its own words, numbers, and the side on which reading begins."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from translator.locales.offered import RIGHT_TO_LEFT
from translator.ui.look.key_words import KeyWords

_NAME = "qtWords"
_KEYS = "keyWords"


def speak(app: QApplication, language: str) -> None:
    """Let Qt speak this language, in gettext's spelling, from now on; what is there already keeps its words.

    Qt's words are in the files that come with it; English, and what has no file, is in Qt itself.
    """
    for translator in (*app.findChildren(QTranslator, _NAME), *app.findChildren(QTranslator, _KEYS)):
        app.removeTranslator(translator)
        translator.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    keys = KeyWords(app)
    keys.setObjectName(_KEYS)
    app.installTranslator(keys)  # last: Qt asks it first
    QLocale.setDefault(_locale(language))
    rtl = language in RIGHT_TO_LEFT
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)


def _locale(language: str) -> QLocale:
    """Return how numbers and times are written: as the system does, where it speaks the same language."""
    wanted, system = QLocale(language), QLocale.system()
    same = (wanted.language(), wanted.script()) == (system.language(), system.script())
    return system if same else wanted

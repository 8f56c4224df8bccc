"""What can be done by menu and by key, each with its words, its key and its place in the menu."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from translator.i18n import tr

_ENGLISH = QKeySequence.SequenceFormat.PortableText


class Actions:
    """The window's actions. Whoever does the work connects to ``triggered``.

    Of two keys the first is the one that menus show.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.translate = self._make("translateAction", tr("Translate"), "Ctrl+Enter", "Ctrl+Return")
        self.afresh = self._make(
            "translateAfreshAction", tr("Translate afresh"), "Ctrl+Shift+Enter", "Ctrl+Shift+Return"
        )
        self.edit = self._make("editTargetAction", tr("Edit the translation"), "Ctrl+E")
        self.open_file = self._make("openFileAction", tr("Open a text file…"), "Ctrl+O")
        self.region = self._make("regionAction", tr("Read a part of the screen"), "Ctrl+Shift+R")
        self.save = self._make("saveAction", tr("Save the translation…"), "Ctrl+S")
        self.copy = self._make("copyAction", tr("Copy the translation"), "Ctrl+Shift+C")
        self.clear = self._make("clearAction", tr("Clear"), "Ctrl+L")
        self.swap = self._make("swapAction", tr("Swap the languages"), "Ctrl+T")
        self.undo = self._make("undoAction", tr("Undo"), "Ctrl+Z")
        # For the menu to say it: which text is meant is for the one to know that has the focus.
        self.undo.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.find = self._make("findAction", tr("Find…"), "Ctrl+F")
        self.next_finding = self._make("nextFindingAction", tr("Next finding"), "F8")
        self.previous_finding = self._make("previousFindingAction", tr("Previous finding"), "Shift+F8")
        self.matches = self._make_check("matchesAction", tr("Similar translations"), "F7")
        self.source_language = self._make("sourceLanguageAction", tr("Source language…"), "Ctrl+Shift+S")
        self.target_language = self._make("targetLanguageAction", tr("Target language…"), "Ctrl+Shift+T")
        self.history = self._make("historyAction", tr("History…"), "Ctrl+H")
        self.glossaries = self._make("glossariesAction", tr("Glossaries…"), "Ctrl+Shift+G")
        self.memory = self._make("memoryAction", tr("Translation memory…"))
        self.add_term = self._make("addTermAction", tr("Add the selection to a glossary…"), "Ctrl+G")
        self.alternatives = self._make("alternativesAction", tr("Say it in another way…"), "Ctrl+.")
        self.typing = self._make_check("typingAction", tr("Translate while typing"))
        self.dictionary = self._make_check("dictionaryAction", tr("Dictionary entries for single words"))
        self.romanisation = self._make_check("romanisationAction", tr("Show the translation in Latin letters"))
        self.private = self._make_check("privateAction", tr("Private mode"), "Ctrl+Shift+P")
        self.settings = self._make("settingsAction", tr("Settings…"), "Ctrl+,")
        self.guide = self._make("guideAction", tr("User guide"), "F1")
        self.guide.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # from every window
        self.about = self._make("aboutAction", tr("About Translator"))
        self.quit = self._make("quitAction", tr("Quit"), "Ctrl+Q")
        self.quit.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # from the settings as well

    def _make(self, name: str, text: str, *keys: str) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence.fromString(key, _ENGLISH) for key in keys])
        self._window.addAction(action)
        return action

    def _make_check(self, name: str, text: str, *keys: str) -> QAction:
        action = self._make(name, text, *keys)
        action.setCheckable(True)
        return action

    def _groups(self) -> Iterator[tuple[QAction, ...]]:
        yield self.translate, self.afresh, self.source_language, self.target_language, self.swap
        yield self.open_file, self.region, self.save, self.copy
        yield self.undo, self.clear, self.edit, self.alternatives, self.find
        yield self.next_finding, self.previous_finding, self.matches
        yield self.typing, self.dictionary, self.romanisation, self.private
        yield self.history, self.memory, self.glossaries, self.add_term
        yield self.settings, self.guide, self.about, self.quit

    def fill(self, menu: QMenu) -> None:
        """Put every action into the menu."""
        for group in self._groups():
            menu.addActions(group)
            menu.addSeparator()

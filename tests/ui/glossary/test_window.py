"""The window of the glossaries, and the form for a term, as one sees and uses them."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.glossary import DE, EN, FR, ListedGlossaries, glossary_of
from tests.support.waiting import settle, until
from tests.support.watched_log import WatchedLog
from tests.ui.glossary.fake_screen import FakeFiles
from tests.ui.themes import theme
from translator.assets import resources
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.glossary.exchange import ImportedTerms
from translator.translation.glossary.term import Term
from translator.ui.glossary.forms import GlossaryForm, TermDialog
from translator.ui.glossary.model import Column
from translator.ui.glossary.opener import GlossaryOpener
from translator.ui.glossary.table import TermTable
from translator.ui.glossary.window import GlossaryWindow
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.lists.line_list import LineList

__all__ = ["theme"]

W = TypeVar("W", bound=QWidget)
Key = Qt.Key

NAMES = [
    "glossaryList", "addGlossaryButton", "glossarySwitch", "editGlossaryButton", "deleteGlossaryButton",
    "termSearchField", "importTermsButton", "exportTermsButton", "termTable", "deleteTermsButton", "addTermButton",
]  # fmt: skip
FORM_NAMES = ["glossaryNameField", "glossarySourcePicker", "glossaryTargetPicker", "glossarySaveButton"]
TERM_NAMES = [
    "termSourceField", "termTargetField", "termNoteField", "termGlossaryPicker", "termCaseSwitch", "termKeepSwitch",
    "termSaveButton", "termCancelButton",
]  # fmt: skip


class Open:
    """The open window on two glossaries, the second of which is shown, with three terms."""

    def __init__(self, theme: Theme) -> None:
        self.main = QWidget()
        self.store = ListedGlossaries()
        self.files = FakeFiles()
        self.changes = 0
        catalogue = Catalogue.load(resources() / "languages.json")
        self.opener = GlossaryOpener(theme, self.main, self.store, catalogue, self.files.port, self._note)

    def _note(self) -> None:
        self.changes += 1

    async def open(self) -> None:
        await self.store.save_glossary(glossary_of("Art", (EN, FR), is_on=False))
        works = await self.store.save_glossary(glossary_of("Works"))
        anlage = Term("Anlage", "plant", "a note", "noun", forbidden=("annex",))
        await self.store.save_terms(works.id, [anlage, Term("Rad", "wheel"), Term("Werk", "works")])
        self.opener.open()
        await settle()
        self.find(LineList, "glossaryList").setCurrentRow(1)
        await settle()

    @property
    def window(self) -> GlossaryWindow:
        window = self.main.findChild(GlossaryWindow)
        assert isinstance(window, GlossaryWindow)
        return window

    @property
    def table(self) -> TermTable:
        return self.find(TermTable, "termTable")

    @property
    def terms(self) -> list[str]:
        return [term.source for term in self.store.kept[2][1].values()]

    def find(self, kind: type[W], name: str) -> W:
        found = self.main.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    async def click(self, name: str) -> None:
        button = self.find(QWidget, name)
        assert isinstance(button, QPushButton | QToolButton)
        button.click()
        await settle()

    def choose(self, *rows: int, column: Column = Column.SOURCE) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.terms.index(rows[0], column))
        for row in rows[1:]:
            self.table.selectionModel().select(
                self.table.terms.index(row, column),
                self.table.selectionModel().SelectionFlag.Select | self.table.selectionModel().SelectionFlag.Rows,
            )

    @property
    def editor(self) -> QLineEdit:
        editor = self.table.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        return editor


@pytest.fixture
async def shown(theme: Theme) -> AsyncIterator[Open]:
    made = Open(theme)
    await made.open()
    yield made
    made.window.hide()
    await made.opener.close()
    await settle()
    made.main.deleteLater()


async def test_every_control_has_a_name_that_is_read_out(shown: Open) -> None:
    await shown.click("addGlossaryButton")
    shown.opener.add_term("a", "b", LanguagePair(DE, EN))
    await settle()
    for name in (*NAMES, *FORM_NAMES, *TERM_NAMES):
        interface = QAccessible.queryAccessibleInterface(shown.find(QWidget, name))
        assert interface.text(QAccessible.Text.Name), name
    buddies = {label.buddy() for label in shown.main.findChildren(QLabel)}
    assert set(shown.main.findChildren(QComboBox)) <= buddies
    shown.find(GlossaryForm, "glossaryForm").reject()
    shown.find(TermDialog, "termForm").reject()


async def test_it_stands_beside_the_main_window_and_escape_empties_the_search_first(shown: Open, qtbot: QtBot) -> None:
    assert not shown.window.isModal()
    search = shown.find(QLineEdit, "termSearchField")
    qtbot.keyClick(shown.window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search.setText("wer")
    assert shown.find(QLabel, "termCountLabel").text() == "1 of 3 terms"
    qtbot.keyClick(shown.window, Key.Key_Escape)
    assert (search.text(), shown.window.isVisible()) == ("", True)
    qtbot.keyClick(shown.window, Key.Key_Escape)
    assert not shown.window.isVisible()


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize(("width", "size"), [(360, 100), (360, 200), (960, 100)])
async def test_it_fits_a_small_window_and_large_letters(
    shown: Open, theme: Theme, appearance: str, width: int, size: int
) -> None:
    theme.choose("dark" if appearance == "dark" else "light", size)
    shown.window.setMinimumSize(width, 640)  # as on a screen with room for no more
    shown.window.resize(width, 640)
    await settle()
    assert shown.window.width() == width
    for name in NAMES:
        part = shown.find(QWidget, name)
        assert part.mapTo(shown.window, QPoint(part.width(), 0)).x() <= width, name
    assert shown.table.viewport().height() > 0
    if size == 100:
        beside = shown.find(QWidget, "glossaryList").y() == 0 and width == 960
        assert (shown.table.horizontalScrollBar().maximum() == 0) == beside


async def test_a_glossary_is_switched_off(shown: Open) -> None:
    switch = shown.find(Switch, "glossarySwitch")
    assert switch.isChecked()
    switch.click()
    await settle()
    assert not shown.store.kept[2][0].is_on
    assert shown.changes == 1
    shown.find(LineList, "glossaryList").setCurrentRow(0)
    await settle()
    assert not switch.isChecked()
    assert shown.changes == 1


async def test_a_new_glossary_is_made(shown: Open) -> None:
    await shown.click("addGlossaryButton")
    form = shown.find(GlossaryForm, "glossaryForm")
    assert (form.isVisible(), form.windowTitle()) == (True, "New glossary")
    await shown.click("glossarySaveButton")
    problem = shown.find(QLabel, "glossaryProblemLabel")
    assert problem.text() == "Choose both languages."
    for name, tag in (("glossarySourcePicker", "ja"), ("glossaryTargetPicker", "de")):
        box = shown.find(QComboBox, name)
        box.setCurrentIndex(box.findData(tag))
    await shown.click("glossarySaveButton")
    assert problem.text() == "Give the glossary a name."
    shown.find(QLineEdit, "glossaryNameField").setText("Neu")
    await shown.click("glossarySaveButton")
    assert not form.isVisible()
    assert shown.store.kept[3][0].source_language == LanguageTag("ja")
    assert shown.find(QLabel, "glossaryNameLabel").text() == "Neu"
    assert shown.find(QLabel, "glossaryEmptyLabel").text() == "No terms yet"


async def test_name_and_languages_are_changed_also_where_a_language_is_not_offered(shown: Open) -> None:
    odd = LanguageTag("xx", region="YY")
    await shown.store.save_glossary(glossary_of("Odd", (odd, DE), id=2))
    shown.opener.open()
    await settle()
    await shown.click("editGlossaryButton")
    assert shown.find(QComboBox, "glossarySourcePicker").currentText() == "xx-YY"
    assert shown.find(QComboBox, "glossaryTargetPicker").currentData() == "de"
    shown.find(QLineEdit, "glossaryNameField").setText("Better")
    await shown.click("glossarySaveButton")
    assert (shown.store.kept[2][0].name, shown.store.kept[2][0].source_language) == ("Better", odd)


async def test_a_deleted_glossary_comes_back(shown: Open) -> None:
    await shown.click("deleteGlossaryButton")
    assert list(shown.store.kept) == [1]
    await shown.click("undoGlossaryButton")
    assert shown.terms == ["Anlage", "Rad", "Werk"]


async def test_all_terms_are_deleted_and_brought_back_by_keyboard(shown: Open, qtbot: QtBot) -> None:
    await until(shown.window.isActiveWindow)
    search = shown.find(QLineEdit, "termSearchField")
    qtbot.keyClick(search, Key.Key_Down)
    qtbot.keyClick(shown.table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown.table, Key.Key_Delete)
    await settle()
    assert shown.terms == []
    assert shown.window.focusWidget() is search
    qtbot.keyClick(search, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await settle()
    assert sorted(shown.terms) == ["Anlage", "Rad", "Werk"]


async def test_without_any_glossary_there_is_the_button_for_the_first_alone(shown: Open) -> None:
    for _ in range(2):
        await shown.click("deleteGlossaryButton")
    assert shown.find(QLabel, "glossaryEmptyLabel").text() == "No glossaries yet"
    seen = [name for name in NAMES if shown.find(QWidget, name).isVisible()]
    assert seen == ["addGlossaryButton"]


async def test_a_cell_is_changed_by_the_keyboard(shown: Open, qtbot: QtBot) -> None:
    shown.choose(1, column=Column.TARGET)
    qtbot.keyClick(shown.table, Key.Key_Return)
    shown.editor.setText("gear")
    qtbot.keyClick(shown.editor, Key.Key_Return)
    await settle()
    assert shown.store.kept[2][1][2].target == "gear"
    assert shown.table.terms.index(1, Column.TARGET).data() == "gear"


async def test_escape_leaves_a_cell_as_it_was(shown: Open, qtbot: QtBot) -> None:
    shown.choose(1)
    qtbot.keyClick(shown.table, Key.Key_F2)
    shown.editor.setText("gear")
    qtbot.keyClick(shown.editor, Key.Key_Escape)
    await settle()
    assert shown.terms == ["Anlage", "Rad", "Werk"]
    assert shown.window.isVisible()


async def test_a_tick_is_set_by_the_space_bar(shown: Open, qtbot: QtBot) -> None:
    shown.choose(1, column=Column.KEEP)
    qtbot.keyClick(shown.table, Key.Key_Space)
    await settle()
    assert shown.store.kept[2][1][2].do_not_translate
    shown.choose(1, column=Column.CASE)
    qtbot.keyClick(shown.table, Key.Key_Space)
    await settle()
    assert shown.store.kept[2][1][2].case_sensitive


async def test_the_part_of_speech_is_chosen_from_a_list(shown: Open) -> None:
    index = shown.table.terms.index(0, Column.PART_OF_SPEECH)
    shown.table.setCurrentIndex(index)
    shown.table.edit(index)
    box = shown.table.viewport().findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "noun"
    box.setCurrentIndex(box.findData("verb"))
    box.activated.emit(box.currentIndex())
    await settle()
    assert shown.store.kept[2][1][1].part_of_speech == "verb"


async def test_a_term_is_added_in_the_table(shown: Open, qtbot: QtBot) -> None:
    shown.find(QLineEdit, "termSearchField").setText("nothing")
    await shown.click("addTermButton")
    shown.editor.setText("Naht")
    qtbot.keyClick(shown.editor, Key.Key_Tab)
    await settle()
    shown.editor.setText("seam")
    qtbot.keyClick(shown.editor, Key.Key_Return)
    await settle()
    assert shown.store.kept[2][1][4] == Term("Naht", "seam", id=4)
    assert shown.find(QLabel, "termCountLabel").text() == "4 terms"


async def test_a_new_row_without_a_word_goes_away(shown: Open, qtbot: QtBot) -> None:
    shown.choose(0)
    qtbot.keyClick(shown.table, Key.Key_Insert)
    assert shown.table.terms.rowCount() == 4
    qtbot.keyClick(shown.editor, Key.Key_Escape)
    assert shown.table.terms.rowCount() == 3
    assert shown.terms == ["Anlage", "Rad", "Werk"]


async def test_what_is_being_typed_is_kept_when_the_window_closes_or_the_list_changes(shown: Open) -> None:
    for text, go in (
        ("eins", shown.window.hide),
        ("zwei", lambda: shown.find(QLineEdit, "termSearchField").setText("w")),
    ):
        shown.window.show()
        shown.choose(1)
        shown.table.edit(shown.table.currentIndex())
        shown.editor.setText(text)
        go()
        await settle()
        assert shown.store.kept[2][1][2].source == text


async def test_chosen_terms_are_deleted_and_come_back(shown: Open, qtbot: QtBot) -> None:
    delete = shown.find(QToolButton, "deleteTermsButton")
    assert not delete.isEnabled()
    shown.choose(0, 2)
    assert delete.isEnabled()
    qtbot.keyClick(shown.table, Key.Key_Delete)
    await settle()
    assert shown.terms == ["Rad"]
    assert not delete.isEnabled()
    await shown.click("undoGlossaryButton")
    assert sorted(shown.terms) == ["Anlage", "Rad", "Werk"]
    shown.choose(0)
    await shown.click("deleteTermsButton")
    assert sorted(shown.terms) == ["Rad", "Werk"]


async def test_a_file_is_asked_for_and_taken_in(shown: Open) -> None:
    shown.files.imported = ImportedTerms((Term("Naht", "seam"),))
    await shown.click("importTermsButton")
    dialog = shown.find(QFileDialog, "openFileDialog")
    assert dialog.windowTitle() == "Import terms"
    dialog.fileSelected.emit("/somewhere/terms.csv")
    dialog.reject()
    await until(lambda: "Naht" in shown.terms)
    await until(lambda: shown.find(QLabel, "bannerSentence").text() == "1 term added from terms.csv.")


@pytest.mark.parametrize("kind", ["csv", "tsv", "tbx"])
async def test_the_glossary_is_written_as_what_was_chosen(shown: Open, kind: str, watched_log: WatchedLog) -> None:
    watched_log.allow("This plugin does not support grabbing the keyboard")
    await shown.store.save_glossary(glossary_of("A/B: c", id=2))
    shown.opener.open()
    await settle()
    await shown.click("exportTermsButton")
    shown.find(QMenu, "exportTermsMenu").hide()
    action = shown.window.findChild(QAction, f"exportTerms{kind.title()}Action")
    assert isinstance(action, QAction)
    action.trigger()
    dialog = shown.find(QFileDialog, "saveFileDialog")
    assert dialog.defaultSuffix() == kind
    assert [Path(name).name for name in dialog.selectedFiles()] == [f"A-B- c.{kind}"]
    dialog.fileSelected.emit(f"/somewhere/x.{kind}")
    dialog.reject()
    await until(lambda: bool(shown.files.written))
    assert shown.files.written[f"x.{kind}"][0] == kind


async def test_a_selected_term_is_added_and_seen_in_the_open_window(shown: Open) -> None:
    shown.opener.add_term("Naht", "seam", LanguagePair(DE, EN))
    await settle()
    form = shown.find(TermDialog, "termForm")
    assert form.isVisible()
    assert shown.find(QLineEdit, "termTargetField").text() == "seam"
    shown.find(QLineEdit, "termSourceField").setText(" ")
    await shown.click("termSaveButton")
    assert "cannot be empty" in shown.find(QLabel, "termProblemLabel").text()
    shown.find(QLineEdit, "termSourceField").setText("Naht")
    shown.find(Switch, "termCaseSwitch").click()
    await shown.click("termSaveButton")
    assert not form.isVisible()
    assert shown.store.kept[2][1][4] == Term("Naht", "seam", case_sensitive=True, id=4)
    assert shown.table.terms.rowCount() == 4
    assert shown.changes == 1


async def test_a_term_that_stays_as_it_is_needs_no_translation(shown: Open) -> None:
    shown.opener.add_term("Acme", "ACME", LanguagePair(DE, EN))
    await settle()
    shown.find(Switch, "termKeepSwitch").click()
    assert not shown.find(QLineEdit, "termTargetField").isEnabled()
    await shown.click("termSaveButton")
    assert shown.store.kept[2][1][4] == Term("Acme", do_not_translate=True, id=4)


async def test_the_form_works_before_the_window_was_ever_opened(theme: Theme) -> None:
    made = Open(theme)
    made.opener.add_term("", "", LanguagePair(DE, EN))
    await settle()
    assert not made.main.findChildren(GlossaryWindow)
    shown_in = made.find(QComboBox, "termGlossaryPicker")
    assert [shown_in.itemText(place) for place in range(shown_in.count())] == ["A new glossary"]
    made.find(QLineEdit, "termSourceField").setText("Naht")
    made.find(QLineEdit, "termTargetField").setText("seam")
    await made.click("termSaveButton")
    assert made.store.kept[1][0].name == "German → English (US)"
    await made.opener.close()
    made.main.deleteLater()

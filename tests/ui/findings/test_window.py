"""Findings in the window: under their words, in the bar and its list, by mouse and by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from tests.fakes.detector import FakeDetector
from tests.fakes.translator import FakeCurrentService, ScriptedTranslator
from translator.language.tag import LanguageTag
from translator.parts import make_catalogue
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.request import FinishedBlock, Translation
from translator.ui.findings.view import FindingsView
from translator.ui.look.theme import Theme
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.ending import Endings
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.widgets.reading.mark import Mark
from translator.ui.window.main_window import MainWindow

SOURCES = ("😀 It costs 5 euros.", "Bring a cup.", "Bye.")
TARGETS = ("😀 Es kostet 6 Euro.", "Bring etwas mit.", "Bye.")
NUMBER = Finding(Check.NUMBERS, Severity.ERROR, (11, 12), (12, 13), "5", "<b>6</b>")
MISSING = Finding(Check.GLOSSARY, Severity.WARNING, (8, 11), None, "Tasse")
ECHO = Finding(Check.UNTRANSLATED, Severity.WARNING, (0, 3), (0, 3), "", "Bye")


class Reader:
    """A person before a window with a translation."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.view, self.qtbot = window, window.view, qtbot
        self.bar = window.view.target.findings
        self.list = self.bar.list
        languages = LanguageChoice(LanguageTag("de"))
        languages.use_detector(FakeDetector())
        catalogue = make_catalogue("en")
        self.screen = WindowScreen(window.view, catalogue)
        current = FakeCurrentService(ScriptedTranslator())
        self.presenter = TranslatePresenter(self.screen, languages, current, Endings(self.screen, catalogue.name))
        self.findings_view = FindingsView(window.view, self.presenter.findings)

    def read(self, *findings: list[Finding]) -> None:
        """Let a translation be there in which this was found, block by block."""
        count = len(findings)
        self.view.source.editor.replace_text("\n".join(SOURCES[:count]))
        blocks = [FinishedBlock(i, SOURCES[i], TARGETS[i], findings=found) for i, found in enumerate(findings)]
        self.presenter.show_translation(Translation("\n".join(TARGETS[:count]), finished=blocks))

    @property
    def words(self) -> str:
        label = self.window.findChild(QLabel, "findingsLabel")
        assert label is not None
        return label.text() if label.isVisible() else ""

    def button(self, name: str) -> QPushButton:
        found = self.window.findChild(QPushButton, name)
        assert found is not None
        return found

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> Iterator[Reader]:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield Reader(window, qtbot)
    QToolTip.hideText()


ALL = ([NUMBER], [MISSING], [ECHO])


def test_words_are_marked_in_both_texts_in_qts_own_units(reader: Reader) -> None:
    reader.read(*ALL)
    source, target = reader.view.source.editor.marks, reader.view.target.target.marks

    assert source.of(Mark.ERROR) == [(12, 13)]
    assert target.of(Mark.ERROR) == [(13, 14)]
    text = reader.view.target.target.text().encode("utf-16-le")
    assert [text[2 * a : 2 * b].decode("utf-16-le") for a, b in target.of(Mark.WARNING)] == ["mit.", "Bye"]


def test_marks_stay_at_their_words_while_text_before_them_changes(reader: Reader) -> None:
    from translator.text.difference import TextEdit

    reader.read([], [], [ECHO])

    reader.screen.edit_target([TextEdit(2, 2, "Das da"), TextEdit(0, 0, "!")])

    start, end = reader.view.target.target.marks.of(Mark.WARNING)[0]
    assert reader.view.target.target.text().encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "Bye"


def test_without_findings_there_is_no_bar(reader: Reader) -> None:
    reader.read([], [])

    assert reader.bar.isHidden()


def test_one_finding_is_a_sentence_with_a_button_and_no_list(reader: Reader) -> None:
    reader.read([NUMBER])

    assert reader.words == "The number 5 has become <b>6</b>."
    assert reader.button("fixBlockButton").isVisible()
    assert reader.button("dismissFindingButton").isVisible()
    assert not reader.button("fixAllButton").isVisible()
    assert not reader.bar.toggle.isVisible()


def test_a_count_opens_the_list(reader: Reader) -> None:
    reader.read(*ALL)
    assert reader.words == "1 error, 2 warnings"
    assert not reader.list.isVisible()
    assert reader.button("fixAllButton").isVisible()

    reader.qtbot.mouseClick(reader.bar.toggle, Qt.MouseButton.LeftButton)

    assert reader.list.hasFocus()
    spoken = [reader.list.item(row).text() for row in range(reader.list.count())]
    assert spoken[0] == "Error: The number 5 has become <b>6</b>."
    assert spoken[1] == "Warning: The glossary has Tasse here."


def test_the_list_goes_by_keyboard(reader: Reader) -> None:
    reader.read(*ALL)
    reader.bar.toggle.setChecked(True)

    reader.qtbot.keyClick(reader.list, Qt.Key.Key_Down)
    assert reader.words == "2 of 3: The glossary has Tasse here."
    reader.qtbot.keyClick(reader.list, Qt.Key.Key_Return)
    assert reader.view.source.editor.textCursor().selectedText() == "cup"
    assert reader.view.target.target.textCursor().selectedText() == "mit."
    reader.qtbot.keyClick(reader.list, Qt.Key.Key_Delete)
    assert reader.words == "2 of 2: This was left untranslated: Bye"
    reader.qtbot.keyClick(reader.list, Qt.Key.Key_Escape)
    assert not reader.list.isVisible()
    assert reader.bar.toggle.hasFocus()


def test_a_click_in_the_list_goes_to_the_words(reader: Reader) -> None:
    reader.read(*ALL)
    reader.bar.toggle.setChecked(True)
    third = reader.list.visualItemRect(reader.list.item(2)).center()

    reader.qtbot.mouseClick(reader.list.viewport(), Qt.MouseButton.LeftButton, pos=third)

    assert reader.view.target.target.textCursor().selectedText() == "Bye"


def test_the_key_goes_round_and_puts_the_caret_into_the_translation(reader: Reader) -> None:
    reader.read(*ALL)

    reader.findings_view.go_on(1)
    assert reader.view.target.target.hasFocus()
    assert reader.view.target.target.textCursor().selectedText() == "6"
    assert reader.view.source.editor.textCursor().selectedText() == "5"
    reader.findings_view.go_on(-1)
    assert reader.words.startswith("3 of 3")


def test_the_key_leaves_the_focus_in_the_list(reader: Reader) -> None:
    reader.read(*ALL)
    reader.bar.toggle.setChecked(True)

    reader.findings_view.go_on(1)

    assert reader.list.hasFocus()


def test_the_focus_stays_in_the_bar_when_its_button_goes(reader: Reader) -> None:
    reader.read(*ALL)
    reader.findings_view.go_on(-1)
    reader.button("fixAllButton").setFocus()

    reader.presenter.findings.choose(0)
    reader.presenter.findings.dismiss()

    assert reader.bar.has_focus_within()


def test_dismissed_it_is_gone(reader: Reader) -> None:
    reader.read([NUMBER])

    reader.press("dismissFindingButton")

    assert reader.bar.isHidden()
    assert reader.view.target.target.marks.of(Mark.ERROR) == []


def tip_at(reader: Reader, letter: int) -> str:
    view = reader.view.target.target
    rect = view.rects(letter, letter + 1)[0].toRect()
    event = QHelpEvent(QEvent.Type.ToolTip, rect.center(), view.viewport().mapToGlobal(rect.center()))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()


def test_the_sentence_is_said_beside_the_words_and_never_read_as_markup(reader: Reader) -> None:
    reader.read([NUMBER])

    assert tip_at(reader, 13) == "<span>The number 5 has become &lt;b&gt;6&lt;/b&gt;.</span>"


def test_elsewhere_nothing_is_said(reader: Reader) -> None:
    reader.read([NUMBER])

    assert tip_at(reader, 4) == ""


@pytest.mark.parametrize("width", [1100, 760, 480, 360])
def test_nothing_forces_the_window_wider_or_hides_a_button(reader: Reader, width: int) -> None:
    reader.read(*ALL)
    reader.window.resize(width, 720)
    reader.findings_view.go_on(1)
    buttons = [reader.button(name) for name in ("fixBlockButton", "fixAllButton", "dismissFindingButton")]

    def all_are_seen() -> bool:
        places = [button.rect().translated(button.mapTo(reader.bar, QPoint(0, 0))) for button in buttons]
        return all(reader.bar.rect().contains(place) for place in places)

    reader.qtbot.waitUntil(all_are_seen)
    assert reader.window.width() == width


def test_a_notice_lies_above_the_bar(reader: Reader) -> None:
    reader.read(*ALL)
    reader.screen.show_notice("Something happened.", "info")
    notice = reader.view.target.notice

    def lies_above() -> bool:
        return notice.mapTo(reader.view, QPoint(0, notice.height())).y() <= reader.bar.mapTo(reader.view, QPoint()).y()

    reader.qtbot.waitUntil(lies_above)


def test_the_bar_says_what_it_is(reader: Reader) -> None:
    reader.read(*ALL)

    assert reader.bar.accessibleName() == reader.list.accessibleName() == "Findings"
    assert reader.bar.toggle.accessibleName() == "Show the list of findings"
    reader.bar.toggle.setChecked(True)
    assert reader.bar.toggle.accessibleName() == "Hide the list of findings"

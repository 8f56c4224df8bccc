"""On a screen of 360 pixels, with letters of 200 %, nothing scrolls sideways or is cut unsaid, in any language."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.support.waiting import settle
from tests.ui.accessible.test_fitting import labels, lay_out, scrolled_sideways
from tests.ui.accessible.windows import EVERY, RETRY, views
from translator.assets import resources
from translator.i18n import install
from translator.locales.offered import OFFERED
from translator.ui.glossary.table import TermTable
from translator.ui.look.language import speak
from translator.ui.look.theme import Theme
from translator.ui.popup import window as popup_window
from translator.ui.popup.placement import Area
from translator.ui.popup.window import PopupWindow
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.widgets.lists.edit_table import EditTable
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.windows import scrolling_dialog, searched_window
from translator.ui.window import main_window
from translator.ui.window.main_window import MainWindow

SMALL = QSize(344, 600)
"""What such a screen leaves to a window with a frame."""
LOW = QSize(784, 560)
"""What a screen of 800 by 600 pixels does."""


@pytest.fixture(params=OFFERED)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    install(resources() / "i18n", lambda: request.param)
    speak(qapp, request.param)
    yield request.param
    install(Path(), lambda: "en")
    speak(qapp, "en")


@pytest.fixture(autouse=True)
def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's screen that is none has the size that it has."""
    have_room(monkeypatch, SMALL)


def have_room(monkeypatch: pytest.MonkeyPatch, size: QSize) -> None:
    for module in (searched_window, main_window, scrolling_dialog, popup_window):
        monkeypatch.setattr(module, "room_for", lambda _window: size)


@asynccontextmanager
async def laid_out(theme: Theme, name: str, size: QSize = SMALL) -> AsyncIterator[QWidget]:
    """Open the window of this name with letters of 200 %, at this size."""
    theme.choose("light", 200)
    async with EVERY[name](theme) as window:
        await settle()
        await lay_out(window, size)
        yield window


def too_high(label: QLabel) -> bool:
    """Return whether the lines that it needs at its width have too little height."""
    return label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 2


def too_narrow(picker: LanguageButton) -> bool:
    return picker.width() < picker.minimumSizeHint().width()


def buttons_in(window: QWidget) -> list[QPushButton]:
    return [button for button in window.findChildren(QPushButton) if button.isVisibleTo(window)]


def narrower_than_words(buttons: Iterable[QPushButton]) -> list[str]:
    return [button.objectName() for button in buttons if button.width() < button.sizeHint().width()]


def cut_unsaid(window: QWidget) -> list[str]:
    """Return the buttons that are narrower than their words, and do not tell them otherwise."""
    buttons = [button for button in buttons_in(window) if button.window() is window]
    narrow = [b for b in buttons if b.text() and b.width() < b.sizeHint().width()]
    for button in narrow:
        button.grab()  # each tells it as it is painted
    return [f"{b.objectName()} {b.text()!r}" for b in narrow if not b.toolTip() and not b.accessibleName()]


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("name", ["settings", "first_run", "memory", "glossaries", "history", "kept_back"])
async def test_nothing_scrolls_sideways_or_is_cut_unsaid(theme: Theme, name: str) -> None:
    found: list[str] = []
    async with laid_out(theme, name) as window:
        async for page in views(window):
            high = [label.text() for label in labels(window) if too_high(label)]
            found += [f"{page}: {each}" for each in (*scrolled_sideways(window), *high, *cut_unsaid(window))]
        assert window.size() == SMALL

    assert found == []


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize(("name", "count"), [("memory", "memoryCountLabel"), ("glossaries", "termCountLabel")])
async def test_a_count_is_there_to_its_end(theme: Theme, name: str, count: str) -> None:
    async with laid_out(theme, name) as window:
        label = window.findChild(ElidedLabel, count)
        assert label is not None
        assert label.text()
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("name", ["term_form", "crash_report", "stay_question"])
async def test_a_dialog_scrolls_above_buttons_that_are_in_sight(theme: Theme, name: str) -> None:
    async with laid_out(theme, name) as window:
        buttons = buttons_in(window)
        unseen = [button.objectName() for button in buttons if button.visibleRegion().boundingRect() != button.rect()]

        assert window.size() == SMALL
        assert unseen == []
        assert [each.text() for each in labels(window) if too_high(each)] == []
        assert scrolled_sideways(window) == []
        assert narrower_than_words(buttons) == []


@pytest.mark.usefixtures("language")
async def test_what_adds_a_term_says_so_to_its_end(theme: Theme) -> None:
    async with laid_out(theme, "glossaries") as window:
        button = window.findChild(QPushButton, "addTermButton")
        assert button is not None
        assert button.width() >= button.sizeHint().width()


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("size", [SMALL, LOW])
async def test_a_glossary_and_a_term_are_to_be_seen_whole(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, size: QSize
) -> None:
    have_room(monkeypatch, size)
    async with laid_out(theme, "glossaries", size) as window:
        shelf, table = window.findChild(LineList), window.findChild(TermTable)
        assert shelf is not None
        assert table is not None
        assert window.size() == size
        assert shelf.viewport().rect().contains(shelf.visualRect(shelf.model().index(0, 0)))
        assert table.viewport().height() >= table.rowHeight(0)
        assert cut_unsaid(window) == []


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("name", ["memory", "glossaries"])
async def test_the_head_of_a_column_is_whole_or_says_what_is_cut(theme: Theme, name: str) -> None:
    async with laid_out(theme, name) as window:
        table = window.findChild(EditTable)
        assert table is not None
        head, model = table.horizontalHeader(), table.model()
        assert head.textElideMode() is Qt.TextElideMode.ElideRight
        shown = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
        for column in shown:
            is_cut = head.sectionSize(column) < head.sectionSizeHint(column)
            told = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            assert not is_cut or told == model.headerData(column, Qt.Orientation.Horizontal)
            assert not is_cut or name == "memory"  # the other table is scrolled to the side instead


@pytest.mark.usefixtures("language")
async def test_the_popup_has_room_for_its_languages_and_its_buttons(theme: Theme) -> None:
    theme.choose("light", 200)
    async with EVERY["popup"](theme) as window:
        assert isinstance(window, PopupWindow)
        window.fitting.pull()
        window.stand_at(Area(0, 0, SMALL.width(), window.height_for_text(SMALL.width())))
        await settle()
        await settle()
        narrow = [each.objectName() for each in window.findChildren(LanguageButton) if too_narrow(each)]
        buttons = buttons_in(window)
        cut = narrower_than_words(buttons)
        unnamed = [button.objectName() for button in buttons if not button.accessibleName() or not button.toolTip()]

        assert window.area().width == SMALL.width()
        assert window.header.height() == window.header.height_for(window.header.width())
        assert (narrow, cut, unnamed) == ([], [], [])


@pytest.mark.parametrize("size", [SMALL, LOW])
@pytest.mark.parametrize("has_notice", [False, True])
async def test_a_line_of_both_texts_is_left_whatever_is_said_below(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, size: QSize, has_notice: bool
) -> None:
    have_room(monkeypatch, size)
    async with laid_out(theme, "working_window", size) as window:
        assert isinstance(window, MainWindow)
        view = window.view
        if has_notice:
            view.target.notice.show_sentence("Stopped: some of it is missing.", "warning", [RETRY])
            await settle()
        for pane in (view.source, view.target):
            line = pane.view.cursorRect(QTextCursor(pane.view.document().firstBlock()))
            assert pane.view.viewport().rect().contains(line)
            assert line.height() > 0
        if has_notice:
            top = view.target.notice.mapTo(view.target, QPoint(0, 0)).y()
            assert view.target.view.geometry().bottom() <= top

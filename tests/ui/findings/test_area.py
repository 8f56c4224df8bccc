"""The room of the findings: what has the focus is in sight, however low the window and large the letters are."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from tests.support.waiting import settle
from tests.ui.accessible.test_fitting import lay_out
from tests.ui.accessible.windows import EVERY
from translator.translation.checks.finding import Severity
from translator.ui.findings.area import FindingsArea
from translator.ui.findings.bar import FindingsBar
from translator.ui.findings.screen import FindingRow, FindingsShown
from translator.ui.look.theme import Theme
from translator.ui.popup.placement import Area
from translator.ui.popup.window import PopupWindow
from translator.ui.translate.target.target_pane import TargetPane
from translator.ui.window import main_window
from translator.ui.window.main_window import MainWindow

LOW = QSize(784, 560)
"""What a screen of 800 by 600 pixels leaves to a window with a frame."""
NARROW = QSize(344, 600)
ROOMY = QSize(1000, 1100)
ROWS = [FindingRow(Severity.ERROR, f"{number}. The number {number} is missing.") for number in range(1, 8)]


def findings(chosen: int) -> FindingsShown:
    return FindingsShown("7 findings", Severity.ERROR, ROWS, chosen, can_fix=True, can_fix_all=True)


@pytest.fixture
async def pane(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TargetPane]:
    """A translation with seven findings, in letters of 200 %."""
    monkeypatch.setattr(main_window, "room_for", lambda _window: NARROW.boundedTo(LOW))
    theme.choose("light", 200)
    async with EVERY["working_window"](theme) as window:
        assert isinstance(window, MainWindow)
        window.view.target.findings.toggle.setChecked(False)
        window.view.target.show_findings(findings(0))
        yield window.view.target


async def open_list(pane: TargetPane, size: QSize) -> FindingsBar:
    """Open the list in a window of this size."""
    await lay_out(pane.window(), size)
    pane.findings.toggle.setChecked(True)
    await settle()
    await lay_out(pane.window(), size)
    assert pane.window().size() == size
    return pane.findings


def is_in_sight(bar: FindingsBar, row: int) -> bool:
    """Return whether all of a row is to be seen."""
    place = bar.list.visualItemRect(bar.list.item(row))
    return bar.list.viewport().visibleRegion().boundingRect().contains(place)


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def scrolls(bar: FindingsBar) -> bool:
    """Return whether the list and what stands below it scroll as one."""
    area = bar.window().findChild(QScrollArea, "findingsScrollArea")
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_in_a_low_window_the_finding_that_is_chosen_is_in_sight(pane: TargetPane, size: QSize) -> None:
    bar = await open_list(pane, size)

    for row in range(len(ROWS)):
        assert bar.list.currentRow() == row
        assert is_in_sight(bar, row)
        QTest.keyClick(bar.list, Qt.Key.Key_Down)
        await settle()

    pane.show_findings(findings(0))
    await settle()
    assert is_in_sight(bar, 0)


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_there_the_list_and_the_buttons_scroll_as_one(pane: TargetPane, size: QSize) -> None:
    bar = await open_list(pane, size)

    assert scrolls(bar)
    assert bar.list.verticalScrollBar().maximum() == 0
    for name in ("fixBlockButton", "fixAllButton", "dismissFindingButton"):
        button = bar.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        await settle()
        assert is_whole(button)


async def test_an_open_list_has_the_room_of_the_footer_and_gives_it_back(pane: TargetPane) -> None:
    await lay_out(pane.window(), LOW)
    before = pane.height(), pane.minimumSizeHint().height()

    bar = await open_list(pane, LOW)
    assert pane.footer.isHidden()
    assert bar.visibleRegion().boundingRect().height() > pane.height() / 2
    assert (pane.height(), pane.minimumSizeHint().height()) == before

    bar.toggle.setChecked(False)
    await settle()
    assert pane.footer.isVisible()


async def test_in_a_roomy_window_only_the_rows_scroll(pane: TargetPane) -> None:
    bar = await open_list(pane, ROOMY)

    assert not scrolls(bar)
    assert bar.list.verticalScrollBar().maximum() > 0
    assert is_whole(bar.toggle)
    assert pane.footer.isVisible()
    pane.show_findings(findings(6))
    await settle()
    assert is_in_sight(bar, 6)


async def test_without_findings_it_takes_no_room(pane: TargetPane) -> None:
    area = pane.findChild(FindingsArea)
    assert isinstance(area, FindingsArea)
    assert area.isVisible()

    pane.show_findings(FindingsShown("", None, [], None, can_fix=False, can_fix_all=False))

    assert area.isHidden()


async def test_the_text_keeps_a_line_with_the_air_above_it(pane: TargetPane) -> None:
    await open_list(pane, QSize(720, 640))

    first_line = pane.target.cursorRect()
    assert pane.target.verticalScrollBar().value() == 0
    assert first_line.bottom() <= pane.target.viewport().height()


async def test_in_a_low_popup_the_finding_that_is_chosen_is_in_sight(theme: Theme) -> None:
    theme.choose("light", 200)
    async with EVERY["popup"](theme) as window:
        assert isinstance(window, PopupWindow)
        window.target.show_findings(findings(0))
        window.target.findings.toggle.setChecked(True)
        window.fitting.pull()
        window.setMinimumSize(0, 0)
        window.stand_at(Area(0, 0, 600, 560))
        for row in (0, 6):
            window.target.show_findings(findings(row))
            await settle()
            assert is_in_sight(window.target.findings, row)
        foot = window.target.mapTo(window, QPoint(0, window.target.height())).y()
        assert foot <= window.footer.mapTo(window, QPoint()).y()

"""The window of the guide as one sees and uses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.watched_log import WatchedLog
from tests.ui.themes import theme
from translator.ui.guide.opener import GuideOpener
from translator.ui.guide.page_view import PageView
from translator.ui.guide.pages import parse_page
from translator.ui.guide.window import GuideWindow
from translator.ui.look.theme import Theme

__all__ = ["theme"]

LONG = "\n\n".join(f"Paragraph {n} of something." for n in range(80))
PAGES = {
    "index": "# Guide\n\nBegin with [pictures](pictures.md#wide), or [the memory](memory.md).\n\n- x\n",
    "pictures": f"# Pictures\n\n![A window](../../images/wide.png)\n\n{LONG}\n\n## Wide\n\n{LONG}\n",
    "memory": "# Memory\n\n| a | b |\n| --- | --- |\n| `one` | two |\n\n> kept\n\n1. three\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide" / "en").mkdir(parents=True)
    for name, text in PAGES.items():
        (tmp_path / "guide" / "en" / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "images").mkdir()
    picture = QImage(2400, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(tmp_path / "images" / "wide.png"))
    return tmp_path / "guide"


@pytest.fixture
def window(theme: Theme, folder: Path, qtbot: QtBot) -> Iterator[GuideWindow]:
    main = QWidget()
    opener = GuideOpener(theme, main, folder)
    opener.open()
    made = main.findChild(GuideWindow)
    assert made is not None
    made.activateWindow()
    yield made
    made.close()
    main.deleteLater()
    QApplication.sendPostedEvents(main, QEvent.Type.DeferredDelete)


def page(window: GuideWindow) -> PageView:
    found = window.findChild(PageView, "guidePage")
    assert found is not None
    return found


def line(window: GuideWindow) -> QLineEdit:
    found = window.findChild(QLineEdit, "guideSearchField")
    assert found is not None
    return found


def contents(window: GuideWindow) -> QListWidget:
    found = window.findChild(QListWidget, "guideContentsList")
    assert found is not None
    return found


def test_everything_in_it_has_a_name_that_is_read_out(window: GuideWindow) -> None:
    for name in ("guidePage", "guideSearchField", "guideContentsList", "guideBackButton"):
        interface = QAccessible.queryAccessibleInterface(window.findChild(QWidget, name))
        assert interface.text(QAccessible.Text.Name), name


def test_a_link_is_followed_by_keyboard_and_back_leads_back(window: GuideWindow, qtbot: QtBot) -> None:
    view = page(window)
    assert window.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.accessibleName() == "Pictures"
    assert view.place > 0.3

    back = window.findChild(QToolButton, "guideBackButton")
    assert back is not None
    assert back.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: view.accessibleName() == "Guide")
    assert not back.isEnabled()


def test_what_a_search_finds_without_its_marks_is_marked_as_it_is_written(window: GuideWindow) -> None:
    page(window).show_page(parse_page("x", "# A\n\n😀 Über den Fluss, über ALLES.\n\nTu\u0308r\n"), words="uber tur")
    assert [mark.cursor.selectedText() for mark in page(window).extraSelections()] == ["Über", "über", "Tu\u0308r"]


def test_a_search_by_keyboard_opens_what_it_finds_with_the_words_marked(window: GuideWindow, qtbot: QtBot) -> None:
    field = line(window)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.focusWidget() is field)
    qtbot.keyClicks(field, "kept")
    assert contents(window).count() == 1
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page(window).accessibleName() == "Memory"
    assert [mark.cursor.selectedText() for mark in page(window).extraSelections()] == ["kept"]

    field.setText("no such thing")
    nothing = window.findChild(QLabel, "guideNothingLabel")
    assert nothing is not None
    assert nothing.isVisible()
    assert not contents(window).isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert contents(window).count() == 3
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert page(window).accessibleName() == "Pictures"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_pictures_are_as_wide_as_the_text_and_nothing_else_is_read(
    window: GuideWindow, folder: Path, qtbot: QtBot
) -> None:  # fmt: skip
    view = page(window)
    url = QUrl("../../images/wide.png")
    kind = QTextDocument.ResourceType.ImageResource.value

    def fits() -> bool:
        margins = view.document().rootFrame().frameFormat()
        room = view.viewport().width() - margins.leftMargin() - margins.rightMargin()
        return abs(view.document().resource(kind, url).deviceIndependentSize().width() - room) < 2

    contents(window).setCurrentRow(1)
    for width in (940, 620, 420):
        window.resize(width, 600)
        qtbot.waitUntil(fits)
        assert view.horizontalScrollBar().maximum() == 0
    drawn = view.document().resource(kind, url).cacheKey()  # type: ignore[union-attr]
    low = view.viewport().height()
    window.resize(420, 640)
    qtbot.waitUntil(lambda: view.viewport().height() > low and not view._fitting.isActive())
    assert view.document().resource(kind, url).cacheKey() == drawn  # type: ignore[union-attr]
    for other in ("file:///etc/hostname", "https://example.org/wide.png", "../../images/../guide/en/x.png", "../x.png"):
        assert view.loadResource(kind, QUrl(other)).isNull()  # type: ignore[attr-defined]
    assert view.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("x.css")) is None


@pytest.mark.parametrize(("width", "size"), [(360, 200), (360, 100), (940, 80)])
def test_it_fits_a_small_window_in_large_letters_and_both_themes(
    window: GuideWindow, theme: Theme, qtbot: QtBot, width: int, size: int
) -> None:  # fmt: skip
    contents(window).setCurrentRow(2)
    theme.choose("dark", size)
    window.setMinimumSize(width, 500)  # as on a screen with room for no more
    window.resize(width, 500)
    view = page(window)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0 and window.width() == width)
    assert view.document().defaultFont().pixelSize() == round(15 * size / 100)
    menu = window.findChild(QPushButton, "guidePageMenuButton")
    assert menu is not None
    assert menu.isVisible() == (width < 560)
    assert contents(window).isVisible() == (width >= 560)


def test_a_mirrored_window_points_back_the_other_way(window: GuideWindow, qtbot: QtBot) -> None:
    before = window.findChild(QToolButton, "guideBackButton").icon().pixmap(20, 20).toImage()  # type: ignore[union-attr]
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = window.findChild(QToolButton, "guideBackButton").icon().pixmap(20, 20).toImage()  # type: ignore[union-attr]
    assert before != after


def test_a_click_beside_a_link_follows_nothing(window: GuideWindow, qtbot: QtBot) -> None:
    view = page(window)
    place = QPointF(view.viewport().width() - 5, view.viewport().height() - 5)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        click = QMouseEvent(
            kind, place, view.viewport().mapToGlobal(place), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), click)
    assert view.accessibleName() == "Guide"


def test_it_is_one_window_however_often_it_is_opened(theme: Theme, folder: Path) -> None:
    main = QWidget()
    opener = GuideOpener(theme, main, folder)
    assert opener.page == "index"
    opener.open()
    opener.open("memory")
    assert opener.page == "memory"
    [made] = main.findChildren(GuideWindow)
    assert page(made).accessibleName() == "Memory"
    made.close()
    main.deleteLater()
    QApplication.sendPostedEvents(main, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("first", [None, b"# Guide\n\nSee [more](gone.md).\n", b"\xff\xfe\x00"])
def test_a_guide_that_is_not_there_or_damaged_is_told(
    theme: Theme, tmp_path: Path, watched_log: WatchedLog, first: bytes | None
) -> None:
    if first is not None:
        (tmp_path / "en").mkdir()
        (tmp_path / "en" / "index.md").write_bytes(first)
        watched_log.expect("The guide cannot be read")
    main = QWidget()
    opener = GuideOpener(theme, main, tmp_path)
    opener.open("memory")
    made = main.findChild(GuideWindow)
    assert made is not None
    absence = made.findChild(QLabel, "guideAbsenceLabel")
    assert absence is not None
    assert absence.text() == "The guide is not installed."
    made.close()
    main.deleteLater()
    QApplication.sendPostedEvents(main, QEvent.Type.DeferredDelete)


def test_a_section_stays_at_the_top_while_what_is_above_it_is_laid_out_anew_until_one_scrolls(
    window: GuideWindow, qtbot: QtBot
) -> None:  # fmt: skip
    view = page(window)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return)

    def top() -> float:
        block = next(b for b in view._headings if b.text() == "Wide")
        return view.document().documentLayout().blockBoundingRect(block).top() - view.verticalScrollBar().value()

    for width in (500, 900):
        window.resize(width, 600)
        qtbot.waitUntil(lambda: abs(top()) < 2)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    window.resize(600, 600)
    qtbot.waitUntil(lambda: not view._fitting.isActive())
    assert top() < -50

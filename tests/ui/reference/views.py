"""Every view that a picture is taken of, and how it is drawn so that it holds still.

A view is a window in a state, at a size. What belongs to the desktop stays out of it: frame, caret, pointer.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QWidget

from tests.fakes.detector import FakeDetector
from tests.fakes.translator import completed
from tests.support.waiting import settle, until
from tests.ui.accessible import windows
from tests.ui.accessible.windows import Open
from tests.ui.popup.stage import Stage
from tests.ui.reference import empty_windows
from tests.ui.reference.window_states import GERMAN, LETTER, STATES, end
from translator.assets import guide
from translator.ui.guide.opener import GuideOpener
from translator.ui.look.theme import Theme
from translator.ui.settings.window import SettingsWindow

SIZES = (QSize(1100, 640), QSize(760, 640), QSize(480, 760), QSize(360, 480))
SMALLEST = SIZES[-1]
PAGES = (
    "translation", "services", "memory", "usage", "shortcuts", "desktop", "appearance", "transfer", "privacy", "about",
)  # fmt: skip
_FAR = QPoint(-1000, -1000)
_STILL = 3
"""So many pictures in a row have to be the same."""


class View(NamedTuple):
    """A window in a state, at a size, or the nearest to it that it takes; None is what it opens with."""

    open: Open
    size: QSize | None = None


def _settings_page(key: str) -> Open:
    @asynccontextmanager
    async def opened(theme: Theme) -> AsyncIterator[QWidget]:
        async with windows.settings(theme) as window:
            assert isinstance(window, SettingsWindow)
            window.open_page(key)
            yield window

    return opened


@asynccontextmanager
async def _guide(theme: Theme) -> AsyncIterator[QWidget]:
    main = QWidget()
    GuideOpener(theme, main, guide()).open()
    window = main.findChild(QWidget, "guideWindow")
    assert isinstance(window, QWidget)
    try:
        yield window
    finally:
        end(main)


@asynccontextmanager
async def _popup(theme: Theme) -> AsyncIterator[QWidget]:
    stage = Stage(theme, completed(GERMAN.split("\n\n")[1], "gpt-6-luna"))
    stage.languages.use_detector(FakeDetector(Thank="en"))
    await stage.work_elsewhere()
    stage.desk.show_text(LETTER.split("\n\n")[1], takes_focus=True)
    await settle()
    await until(stage.popup.window.isActiveWindow)
    stage.popup.window.footer.show_meta("gpt-6-luna · 0.9 s")
    try:
        yield stage.popup.window
    finally:
        await stage.close()


_OTHERS = {
    "guide": _guide, "popup": _popup, "notices": windows.failed_window, "picker": windows.picking_language,
    "alternatives": windows.other_ways, "masked": windows.kept_back, "history": windows.history,
    "glossaries": windows.glossaries, "term": windows.term_form, "memory": windows.memory,
    "history-empty": empty_windows.history, "glossaries-empty": empty_windows.glossaries,
    "memory-empty": empty_windows.memory, "report": windows.crash_report, "stay": windows.stay_question,
}  # fmt: skip


_ROOMY = {
    "guide": QSize(940, 680), "memory": QSize(840, 600), "memory-empty": QSize(840, 600),
    "glossaries": QSize(960, 600), "glossaries-empty": QSize(960, 600),
} | {f"settings-{page}": QSize(840, 600) for page in PAGES}  # fmt: skip
"""What these open with on a screen that has room for it; the one of pictures has 800 pixels."""


def _every() -> dict[str, View]:
    views = {f"{name}-{size.width()}": View(opened, size) for name, opened in STATES.items() for size in SIZES}
    others = {f"settings-{page}": _settings_page(page) for page in PAGES} | _OTHERS
    for name, opened in others.items():
        views |= {name: View(opened, _ROOMY.get(name)), f"{name}-{SMALLEST.width()}": View(opened, SMALLEST)}
    return views


EVERY = _every()


async def draw(view: View, theme: Theme) -> QImage:
    """Return the view's picture, once it holds still."""
    theme.is_still = lambda: True
    QCursor.setPos(_FAR)
    async with view.open(theme) as window:
        if view.size is not None:
            window.resize(view.size)
        await settle()
        if (focused := window.focusWidget()) is not None:
            focused.clearFocus()
        return await _when_still(window)


async def _when_still(window: QWidget) -> QImage:
    picture, same = window.grab().toImage(), 0
    async with asyncio.timeout(10):
        while same < _STILL:
            await asyncio.sleep(0.06)
            before, picture = picture, window.grab().toImage()
            same = same + 1 if picture == before else 0
    return picture

"""Where the popup's window stands, and how large it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor

from translator.ui.popup.placement import ENOUGH, LEAST, Area, Point, Spot
from translator.ui.widgets.windows.on_screen import screen_at

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from translator.ui.look.theme import Theme
    from translator.ui.popup.window import PopupWindow

WIDTH = 420
HIGHEST = 480
_PICKER = 48 + 420
"""How high the popup is while a language is picked in it."""


class Fitting(QObject):
    """Fits the window to its text, beside the pointer or where the user has put it. A child of it, it goes with it.

    ``size_by_hand`` is what the user has made of its width and of how high it gets; None for the design's own.
    """

    resized_by_hand = Signal()

    def __init__(self, window: PopupWindow, theme: Theme, size_by_hand: tuple[int, int] | None) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.size_by_hand = size_by_hand
        self._spot: Spot | None = None
        self._floor = 0
        self._is_dragged = False
        self._is_pulled = False
        self._has_picker = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        theme.changed.connect(self._soon.start)

    def begin(self, *, stays: bool) -> None:
        """Fit it to another text: beside the pointer, or where it was, if it ``stays``."""
        if not stays:
            self._spot = None
            self._is_dragged = self._is_pulled = False
        self._floor = 0
        self._fit()

    def hold_height(self, *, held: bool) -> None:
        """Do not become lower while a translation is on its way: what is to come would only make it higher again."""
        self._floor = self._window.area().height if held and self._window.isVisible() else 0
        self.follow_height()

    def make_room_for_picker(self, *, room: bool) -> None:
        """Be high enough to pick a language in, or as high as the text again."""
        self._has_picker = room
        self._fit()

    def follow_height(self) -> None:
        """Grow at once, so that nothing scrolls that need not; become lower only once it is known how low."""
        if self._window.isVisible() and self._wanted_height() > self._window.area().height:
            self._fit()
        else:
            self._soon.start()

    # What the user does

    def drag(self) -> None:
        """Take note that the user has begun to put it elsewhere."""
        self._is_dragged = True

    def pull(self) -> None:
        """Take note that the user has begun to make it larger or smaller: it is as they make it from now on."""
        self._is_pulled = True

    def follow_size(self) -> None:
        """Take note of another size."""
        if self._is_pulled:
            area = self._window.area()
            self.size_by_hand = area.width, area.height
            self.resized_by_hand.emit()

    # How

    def _fit(self) -> None:
        """Be as high as the text, as far as there is room; stay where it is otherwise."""
        if self._is_pulled:
            return
        if self._is_dragged:
            self._spot = Spot.of(self._window.area(), work_area(self._window.geometry().center()))
        elif self._spot is None:
            at, px = QCursor.pos(), self._theme.px
            self._spot = Spot.beside(
                Point(at.x(), at.y()), work_area(at), self._wanted_width(), enough=px(ENOUGH), least=px(LEAST)
            )
        self._window.stand_at(self._spot.area(max(self._floor, self._wanted_height())))

    def _wanted_width(self) -> int:
        return self._theme.px(WIDTH) if self.size_by_hand is None else self.size_by_hand[0]

    def _wanted_height(self) -> int:
        px = self._theme.px
        if self._has_picker:
            return px(_PICKER)
        highest = px(HIGHEST) if self.size_by_hand is None else self.size_by_hand[1]
        width = self._spot.width if self._spot is not None else self._wanted_width()
        return min(highest, self._window.height_for_text(width))


def work_area(at: QPoint) -> Area:
    """Return the work area of the screen that a place of the desktop is on."""
    work = screen_at(at).availableGeometry()
    return Area(work.x(), work.y(), work.width(), work.height())

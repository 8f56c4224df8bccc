"""The popup's window: frameless, beside the pointer, as high as its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.popup.edges import make_edges
from translator.ui.popup.footer import PopupFooter
from translator.ui.popup.header import PopupHeader
from translator.ui.popup.keys import PopupKeys
from translator.ui.popup.placement import ENOUGH, LEAST, Area, Point, Spot
from translator.ui.popup.sheet import AROUND, PopupSheet
from translator.ui.popup.source import PopupSource
from translator.ui.popup.target import PopupTarget
from translator.ui.widgets.sheets.shadow import paint_shadow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from translator.ui.look.theme import Theme

WIDTH = 420
HIGHEST = 480
_SMALLEST = QSize(320, 180)
_PICKER = 48 + 420
"""How high the popup is while a language is picked in it."""

_ASKED_AGAIN_MS = (60, 250, 1000)
"""When it asks again for a keyboard that it was not given. A window manager that is busy sees the first too late."""

_SHOWN_WITHOUT_FOCUS = "_q_showWithoutActivating"
"""Qt sets this property once, when the window is made; here it changes with every opening."""


class PopupWindow(QWidget):
    """Says what the user does with it, and decides nothing but where it stands and how large it is.

    It is a Tool, as the accessibility tree has no Popups. ``has_shadow`` says that the desktop can show a translucent
    window. ``size_by_hand`` is what the user has made of its width and of how high it gets; None for the design's own.
    """

    dismissed = Signal()
    left = Signal()
    """The focus went somewhere else, or there was a click beside the sheet."""
    entered = Signal()
    """It has the focus now."""
    refused = Signal()
    """It was asked for twice or more often, and has no focus still."""
    enter_pressed = Signal()
    resized_by_hand = Signal()

    def __init__(self, theme: Theme, *, has_shadow: bool, size: tuple[int, int] | None = None) -> None:
        super().__init__(None, _FLAGS)
        self._theme = theme
        self._has_shadow = has_shadow
        self._around = AROUND if has_shadow else QMargins()
        self.size_by_hand = size
        self._spot: Spot | None = None
        self._floor = 0
        self._is_dragged = False
        self._is_pulled = False
        self._has_picker = False
        self._had_focus = False
        self._pauses: Iterator[int] = iter(())
        self.setObjectName("popupWindow")
        self.setWindowTitle(tr("Translation"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, has_shadow)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self._hold_least()
        theme.changed.connect(self._hold_least)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        self._insist = QTimer(self)
        self._insist.setSingleShot(True)
        self._insist.timeout.connect(self._activate_again)
        self._make_parts()
        self._make_edges()
        self.keys = PopupKeys(self)
        theme.changed.connect(self._soon.start)

    def _hold_least(self) -> None:
        """Be never smaller than letters of this size need."""
        self.setMinimumSize(self._theme.least(_SMALLEST).grownBy(self._around))

    def _make_parts(self) -> None:
        theme = self._theme
        self.sheet = PopupSheet(theme, is_square=not self._has_shadow)
        self.header = PopupHeader(theme)
        self.source = PopupSource(theme)
        self.footer = PopupFooter(theme)
        self.target = PopupTarget(theme, self.sheet, self.footer)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        for part in (self.header, rule, self.source):
            column.addWidget(part)
        column.addWidget(self.target, 1)
        column.addWidget(self.footer)
        self.sheet.setParent(self)
        self.source.height_changed.connect(self._follow_height)
        self.target.height_changed.connect(self._follow_height)
        self.header.dragged.connect(self._begin_dragging)

    def _make_edges(self) -> None:
        self._edges = make_edges(self)
        for edge in self._edges:
            edge.pulled.connect(self._begin_pulling)

    # Coming and going

    @property
    def is_pinned(self) -> bool:
        """Whether it stays until it is closed."""
        return self.header.pin.isChecked()

    def open(self, *, takes_focus: bool, stays: bool = False) -> None:
        """Show it beside the pointer; where it was, if it ``stays``, or while it is open and pinned."""
        if not stays and not (self.isVisible() and self.is_pinned):
            self._spot = None
            self._is_dragged = self._is_pulled = False
        self._floor = 0
        self._fit()
        self._had_focus = self.isVisible() and self.isActiveWindow()
        takes_focus = takes_focus or self._had_focus
        self._show(takes_focus=takes_focus)

    def _show(self, *, takes_focus: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_focus)
        handle = self.windowHandle()
        if handle is not None:
            handle.setProperty(_SHOWN_WITHOUT_FOCUS, not takes_focus)
        self.target.target.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.show()
        self.raise_()
        if takes_focus:
            self.activateWindow()
            self._pauses = iter(_ASKED_AGAIN_MS)
            self._insist.start(next(self._pauses))

    def _activate_again(self) -> None:
        """Ask once more for the focus.

        A window manager may refuse it to a program in which nobody did anything for a while. By now it has told this
        window of its place, and with that the time, which makes of the second request a fresh one.
        """
        if self._had_focus or not self.isVisible():
            return
        self.activateWindow()
        self.refused.emit()
        if pause := next(self._pauses, 0):
            self._insist.start(pause)

    def put_away(self) -> None:
        """Take it from the screen. That the focus goes with it, told while it still counts as shown, is no leaving."""
        self._had_focus = False
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Want the focus no more."""
        super().hideEvent(event)
        self._insist.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to others what closing means."""
        event.ignore()
        self.dismissed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the focus comes and goes; a menu of its own takes it nowhere."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.ActivationChange:
            return
        if self.isActiveWindow():
            self._had_focus = True
            self.entered.emit()
        elif self._had_focus and self.isVisible() and QApplication.activePopupWidget() is None:
            self._had_focus = False  # only then: that the last popup lost the focus may be told while this one opens
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the shadow for one beside the popup."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape and Enter where nothing inside wanted them; a button that has the focus wants Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # which would ask for a copy, and take that back, thirty times a second
            self._take_enter()

    def _take_enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self.enter_pressed.emit()

    # Where it stands, and how large it is

    def area(self) -> Area:
        """Return where its sheet is on the desktop."""
        sheet = self.geometry().marginsRemoved(self._around)
        return Area(sheet.x(), sheet.y(), sheet.width(), sheet.height())

    def hold_height(self, *, held: bool) -> None:
        """Do not become lower while a translation is on its way: what is to come would only make it higher again."""
        self._floor = self.sheet.height() if held and self.isVisible() else 0
        self._follow_height()

    def make_room_for_picker(self, *, room: bool) -> None:
        """Be high enough to pick a language in, or as high as the text again."""
        self._has_picker = room
        self._fit()

    def _follow_height(self) -> None:
        """Grow at once, so that nothing scrolls that need not; become lower only once it is known how low."""
        if self.isVisible() and self._wanted_height() > self.sheet.height():
            self._fit()
        else:
            self._soon.start()

    def _fit(self) -> None:
        """Be as high as the text, as far as there is room; stay where it is otherwise."""
        if self._is_pulled:
            return
        if self._is_dragged:
            self._spot = Spot.of(self.area(), work_area(self.geometry().center()))
        elif self._spot is None:
            at, px = QCursor.pos(), self._theme.px
            self._spot = Spot.beside(
                Point(at.x(), at.y()), work_area(at), self._wanted_width(), enough=px(ENOUGH), least=px(LEAST)
            )
        place = self._spot.area(max(self._floor, self._wanted_height()))
        around = self._around
        self.setGeometry(*place.grown(around.left(), around.top(), around.right(), around.bottom()))

    def _wanted_width(self) -> int:
        return self._theme.px(WIDTH) if self.size_by_hand is None else self.size_by_hand[0]

    def _wanted_height(self) -> int:
        px = self._theme.px
        if self._has_picker:
            return px(_PICKER)
        highest = px(HIGHEST) if self.size_by_hand is None else self.size_by_hand[1]
        width = self._spot.width if self._spot is not None else self._wanted_width()
        rest = self.header.height() + 1 + self.source.sizeHint().height() + self.footer.height() + 1
        return min(highest, rest + self.target.wanted_height(width - 2))

    def _begin_dragging(self) -> None:
        self._is_dragged = True

    def _begin_pulling(self) -> None:
        self._is_pulled = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the sheet out; take note of a size that the user has given it."""
        super().resizeEvent(event)
        self.sheet.setGeometry(self.rect().marginsRemoved(self._around))
        for edge in self._edges:
            edge.place_around(self.sheet.geometry())
        if self._is_pulled:
            self.size_by_hand = self.sheet.width(), self.sheet.height()
            self.resized_by_hand.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shadow, where anything of it is to be drawn."""
        sheet = self.sheet.geometry()
        if not self._has_shadow or sheet.contains(event.rect()):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_shadow(painter, QRectF(sheet), is_dark=self._theme.is_dark)


_FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


def work_area(at: QPoint) -> Area:
    """Return the work area of the screen that a place of the desktop is on."""
    screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
    work = screen.availableGeometry()
    return Area(work.x(), work.y(), work.width(), work.height())

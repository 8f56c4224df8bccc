"""The popup's window: frameless, beside the pointer, as high as its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.popup.edges import make_edges
from translator.ui.popup.fitting import Fitting
from translator.ui.popup.focus import PopupFocus
from translator.ui.popup.footer import PopupFooter
from translator.ui.popup.header import PopupHeader
from translator.ui.popup.keys import PopupKeys
from translator.ui.popup.placement import Area
from translator.ui.popup.sheet import AROUND, PopupSheet
from translator.ui.popup.source import PopupSource
from translator.ui.popup.target import PopupTarget
from translator.ui.widgets.sheets.shadow import paint_shadow
from translator.ui.widgets.windows.on_screen import room_for

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from translator.ui.look.theme import Theme

_SMALLEST = QSize(320, 180)

_SHOWN_WITHOUT_FOCUS = "_q_showWithoutActivating"
"""Qt sets this property once, when the window is made; here it changes with every opening."""


class PopupWindow(QWidget):
    """Says what the user does with it, and decides nothing.

    It is a Tool, as the accessibility tree has no Popups. ``has_shadow`` says that the desktop can show a translucent
    window, ``size`` what the user had made of its size. ``fitting`` knows where it stands, ``focus`` whether it has
    the keyboard.
    """

    dismissed = Signal()
    left = Signal()
    """The focus went somewhere else, or there was a click beside the sheet."""
    enter_pressed = Signal()

    def __init__(self, theme: Theme, *, has_shadow: bool, size: tuple[int, int] | None = None) -> None:
        super().__init__(None, _FLAGS)
        self._theme = theme
        self._has_shadow = has_shadow
        self._around = AROUND if has_shadow else QMargins()
        self.setObjectName("popupWindow")
        self.setWindowTitle(tr("Translation"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, has_shadow)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self._hold_least()
        theme.changed.connect(self._hold_least)
        self._make_parts()
        self._edges = make_edges(self)
        self.focus = PopupFocus(self)
        self.fitting = Fitting(self, theme, size)
        self._connect()
        self.keys = PopupKeys(self)

    def _hold_least(self) -> None:
        """Be never smaller than letters of this size need, as far as the screen has room."""
        self.setMinimumSize(self._theme.least(_SMALLEST).boundedTo(room_for(self)).grownBy(self._around))

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

    def _connect(self) -> None:
        self.focus.left.connect(self.left)
        for part in (self.source, self.target):
            part.height_changed.connect(self.fitting.follow_height)
        self.header.dragged.connect(self.fitting.drag)
        for edge in self._edges:
            edge.pulled.connect(self.fitting.pull)

    # Coming and going

    @property
    def is_pinned(self) -> bool:
        """Whether it stays until it is closed."""
        return self.header.pin.isChecked()

    def open(self, *, takes_focus: bool, stays: bool = False) -> None:
        """Show it beside the pointer; where it was, if it ``stays``, or while it is open and pinned."""
        self.fitting.begin(stays=stays or (self.isVisible() and self.is_pinned))
        had_focus = self.focus.look()
        self._show(takes_focus=takes_focus or had_focus)

    def _show(self, *, takes_focus: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_focus)
        handle = self.windowHandle()
        if handle is not None:
            handle.setProperty(_SHOWN_WITHOUT_FOCUS, not takes_focus)
        self.target.target.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.show()
        self.raise_()
        if takes_focus:
            self.focus.ask()

    def put_away(self) -> None:
        """Take it from the screen. That the focus goes with it, told while it still counts as shown, is no leaving."""
        self.focus.let_go()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Want the focus no more."""
        super().hideEvent(event)
        self.focus.give_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to others what closing means."""
        event.ignore()
        self.dismissed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the focus comes and goes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.focus.follow_activation()

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

    def stand_at(self, area: Area) -> None:
        """Have its sheet there."""
        around = self._around
        self.setGeometry(*area.grown(around.left(), around.top(), around.right(), around.bottom()))

    def height_for_text(self, width: int) -> int:
        """Return how high its sheet is with all of the text to be seen, at this width."""
        rest = self.header.height_for(width - 2) + 1 + self.source.sizeHint().height() + self.footer.height() + 1
        return rest + self.target.wanted_height(width - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the sheet out."""
        super().resizeEvent(event)
        self.sheet.setGeometry(self.rect().marginsRemoved(self._around))
        for edge in self._edges:
            edge.place_around(self.sheet.geometry())
        self.fitting.follow_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shadow, where anything of it is to be drawn."""
        sheet = self.sheet.geometry()
        if not self._has_shadow or sheet.contains(event.rect()):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_shadow(painter, QRectF(sheet), is_dark=self._theme.is_dark)


_FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint

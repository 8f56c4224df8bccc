"""The line at the foot of the window: how things stand, which service, and the keys to know."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import COMPACT_BELOW, STACK_BELOW, STATUS_HEIGHT, STATUS_HEIGHT_NARROW
from translator.ui.vocabulary import State
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.labels.keys import key_names
from translator.ui.widgets.labels.labels import ElidedLabel, label

_LEFT_TO_RIGHT_MARK = "\u200e"
_STATUS_HELD = 140
"""Up to so many pixels the words on how things stand are whole."""
_DOT = {"ready": "success_line", "warning": "warning_line", "error": "error_line", "idle": "border_strong"}

_ROUNDED = 1
"""Pixels by which words may be wider, as they are drawn or elided, than their font says."""


class StatusBar(QWidget):
    """A dot and a few words, the service as a button, an undo and a sign while there is need of them, key hints."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("statusBar")
        self._dot = _Dot(theme)
        self._status = ElidedLabel()
        self._status.setObjectName("statusLabel")
        self._status.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.undo = Button(theme, tr("Undo"), "undoButton", "text")
        self.undo.hide()
        self.service = _ServiceButton(theme)
        self.service.setToolTip(tr("Choose a service"))
        self.watching = Button(theme, "", "watchingButton", "quiet", "eye")
        self.watching.setAccessibleName(tr("Watching the clipboard"))
        self.watching.setToolTip(tr("Whatever is copied is translated. Click to stop."))
        self.watching.hide()
        self._hints = _KeyHints(theme)
        row = QHBoxLayout(self)
        row.setSpacing(8)
        row.setContentsMargins(24, 0, 20, 0)
        for part in (self._dot, self._status, self.undo, self.service, self.watching):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._hints)
        theme.changed.connect(self._arrange_again)

    def _arrange_again(self) -> None:
        self.arrange(self.width())

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        self._status.setText(text)
        self._hold_status()
        self._dot.show_state(state)

    def _hold_status(self) -> None:
        """Let the name of the service give way first: how things stand is what one looks here for."""
        self._status.ensurePolished()  # or its letters would not have their size yet
        words = self._status.fontMetrics().horizontalAdvance(self._status.text()) + _ROUNDED
        self._status.setMinimumWidth(min(words, self._theme.px(_STATUS_HELD)))
        self._status.updateGeometry()

    def show_service(self, text: str) -> None:
        """Show the service and its model."""
        self.service.show_name(text)
        self.service.setAccessibleName(tr("Service: {name}").format(name=text))

    def show_watching(self, *, watching: bool) -> None:
        """Show that whatever is copied is translated, with a button to stop that; or that it is not."""
        self.watching.setVisible(watching)

    def show_running(self, *, running: bool) -> None:
        """Show the keys that matter now."""
        self._hints.show_running(running=running)

    def arrange(self, width: int) -> None:
        """Fit a window of this width."""
        narrow = width < self._theme.px(STACK_BELOW)
        self._hold_status()
        self.setFixedHeight(self._theme.px(STATUS_HEIGHT_NARROW if narrow else STATUS_HEIGHT))
        self._hints.setVisible(width >= self._theme.px(COMPACT_BELOW))
        self.watching.setText("" if narrow else self.watching.accessibleName())
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(16 if narrow else 24, 0, 8 if narrow else 20, 0)


class _ServiceButton(Button):
    """The service and its model. The end gives way where there is no room, and forces no window wider."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "serviceButton", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = ""

    def show_name(self, name: str) -> None:
        self._name = name
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Return the size for the whole name, whatever of it is shown."""
        if not self._name:
            return QSize(0, super().sizeHint().height())
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # not before the first paint: they are costly to make

        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self._size_of(self._name)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, words, self)

    def _size_of(self, words: str) -> QSize:
        """Return the size that the style measures: of a pixel less, the button would cut off more than a letter."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        missing = self.sizeHint().width() - self.width()
        room = self._size_of(self._name).width() - missing - _ROUNDED
        elided = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # Between Latin letters and the mark, the ellipsis stays at the end of a name that is read from the left.
        self.setText(elided + (_LEFT_TO_RIGHT_MARK if is_mirrored else "") if missing > 0 else self._name)


class _Dot(QWidget):
    """The state as a coloured dot; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(8)
        self._state: State = "idle"
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(8, 8)

    def show_state(self, state: State) -> None:
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(_DOT[self._state]))
            painter.drawEllipse(0, (self.height() - 8) // 2, 8, 8)


class _KeyHints(QWidget):
    """The two or three keys worth knowing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._resting = self._make(("Ctrl+Enter", tr("translate")), ("Ctrl+Shift+C", tr("copy")))
        self._running = self._make(("Esc", tr("stop")))
        self.show_running(running=False)

    def _make(self, *hints: tuple[str, str]) -> QWidget:
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for keys, does in hints:
            for key in key_names(keys).split("+"):
                row.addWidget(_KeyCap(self._theme, key))
            row.addWidget(label(does, "meta"))
            row.addSpacing(8)
        self._row.addWidget(group)
        return group

    def show_running(self, *, running: bool) -> None:
        self._resting.setVisible(not running)
        self._running.setVisible(running)


class _KeyCap(QLabel):
    """A key."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(key)
        self._theme = theme
        self.setProperty("role", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def _follow_theme(self) -> None:
        self.setFixedHeight(self._theme.px(17))

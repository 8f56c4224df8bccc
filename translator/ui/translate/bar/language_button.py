"""The button that shows a language and opens the picker."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton

from translator.joining import labelled, listed
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_CONTROL
from translator.ui.widgets.buttons.by_keyboard import PressedByEnter

_PADDING = 8
_GAP = 8
_ICON = 18
_CHEVRON = 16


class LanguageButton(PressedByEnter, QAbstractButton):
    """A language's name, with a caption such as "detected" behind it.

    Where there is no room for it, a shorter one takes its place; then the chevron goes, if that helps; or it is elided.
    """

    def __init__(self, theme: Theme, object_name: str, role: str, size: int = 15) -> None:
        """``size`` is the name's, in pixels of the design."""
        super().__init__()
        self._theme = theme
        self._size = size
        self._role = role
        self._name = ""
        self._short = ""
        self._caption = ""
        self._icon = ""
        self._wide = True
        self.setObjectName(object_name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def show_language(self, name: str, caption: str = "", icon: str = "", short: str = "") -> None:
        """Show this name, caption and icon. ``short`` is for where there is no room for the whole name."""
        self._name, self._caption, self._icon, self._short = name, caption, icon, short
        self.setAccessibleName(labelled(self._role, listed([name, caption])))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def set_wide(self, *, wide: bool) -> None:
        """Show icon and caption where there is room, or the name alone."""
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font(self._size, 600), self._theme.font(12)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        name, caption = self._fonts()
        width = QFontMetrics(name).horizontalAdvance(self._name) + 2 * _PADDING + _GAP + self._theme.px(_CHEVRON)
        if self._wide and self._icon:
            width += self._theme.px(_ICON) + _GAP
        if self._wide and self._caption:
            width += QFontMetrics(caption).horizontalAdvance(self._caption) + _GAP
        return QSize(width + 2, self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Return the size of a name elided to a few letters."""
        return QSize(self._theme.px(72), self._theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, name, caption and chevron, in reading order."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            line = _Line(painter, QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0), self.layoutDirection())
            if self._wide and self._icon:
                line.picture(self._theme.pixmap(self._icon, self, size=_ICON), self._theme.px(_ICON))
            name, caption = self._fonts()
            caption_text = self._caption if self._wide else ""
            kept = QFontMetrics(caption).horizontalAdvance(caption_text) + _GAP if caption_text else 0
            shown, has_chevron = self._name_within(line.room - kept, QFontMetrics(name))
            kept += self._theme.px(_CHEVRON) + _GAP if has_chevron else 0
            line.words(shown, name, self._theme.colour("text").name(), line.room - kept)
            if caption_text:
                line.words(caption_text, caption, self._theme.colour("text_2").name(), line.room)
            if has_chevron:
                line.picture(self._theme.pixmap("chevron_down", self, size=_CHEVRON), self._theme.px(_CHEVRON))

    def _name_within(self, room: float, metrics: QFontMetrics) -> tuple[str, bool]:
        """Return the name that fits best, and whether the chevron fits behind it."""
        names = [name for name in (self._name, self._short) if name]
        for has_chevron in (True, False):
            left = room - (self._theme.px(_CHEVRON) + _GAP if has_chevron else 0)
            for name in names:
                if metrics.horizontalAdvance(name) <= left:
                    return name, has_chevron
        return (names[-1] if names else ""), True  # elided in any case

    def _paint_ground(self, painter: QPainter) -> None:
        pressed = self.isDown() or self.property("open") is True
        if pressed or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("pressed" if pressed else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


class _Line:
    """Sets one thing after the other along a line, from the side that reading begins on."""

    def __init__(self, painter: QPainter, rect: QRectF, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._rect = rect
        self._rtl = direction is Qt.LayoutDirection.RightToLeft
        self._at = 0.0

    @property
    def room(self) -> float:
        """What is left of the line, in pixels."""
        return self._rect.width() - self._at

    def _take(self, width: float) -> QRectF:
        left = self._rect.right() - self._at - width if self._rtl else self._rect.left() + self._at
        self._at += width + _GAP
        return QRectF(left, self._rect.top(), width, self._rect.height())

    def picture(self, pixmap: QPixmap, size: float) -> None:
        place = self._take(size)
        self._painter.drawPixmap(round(place.left()), round(place.center().y() - size / 2), pixmap)

    def words(self, text: str, font: QFont, colour: str, room: float) -> None:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(max(0.0, room)))
        self._painter.setFont(font)
        self._painter.setPen(colour)
        place = self._take(metrics.horizontalAdvance(shown))
        self._painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)

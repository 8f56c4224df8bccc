"""The sheet that a pane lies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_SHEET

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

_GLIDE_MS = 120
_PROGRESS_HEIGHT = 3


class Sheet(QWidget):
    """A rounded surface with a hairline around it, and a bar of progress along its top edge while work goes on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: float | None = None
        self._glide: QVariantAnimation | None = None
        theme.changed.connect(self.update)

    def set_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar at all."""
        if self._glide is not None:
            self._glide.stop()
        if fraction is None or self._shown is None or self._theme.is_still():
            self._move_progress(fraction)
        else:
            self._glide = self._glide or self._make_glide()
            self._glide.setStartValue(self._shown)
            self._glide.setEndValue(float(fraction))
            self._glide.start()

    def _make_glide(self) -> QVariantAnimation:
        from PySide6.QtCore import QEasingCurve, QVariantAnimation  # not before the first paint

        glide = QVariantAnimation(self)
        glide.setDuration(_GLIDE_MS)
        glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        glide.valueChanged.connect(self._move_progress)
        return glide

    def _move_progress(self, fraction: object) -> None:
        self._shown = fraction if isinstance(fraction, float | int) else None
        self.update(0, 0, self.width(), RADIUS_SHEET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw surface, progress and hairline; nothing but the surface where only what lies inside changed."""
        with QPainter(self) as painter:
            if self.rect().adjusted(RADIUS_SHEET, RADIUS_SHEET, -RADIUS_SHEET, -RADIUS_SHEET).contains(event.rect()):
                painter.fillRect(event.rect(), self._theme.colour("surface"))
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SHEET, RADIUS_SHEET)
            painter.fillPath(outline, self._theme.colour("surface"))
            if self._shown is not None:
                self._paint_progress(painter, outline, self._shown)
            hairline = QPen(self._theme.colour("border"), 1)
            hairline.setCosmetic(True)
            painter.setPen(hairline)
            painter.drawPath(outline)

    def _paint_progress(self, painter: QPainter, outline: QPainterPath, fraction: float) -> None:
        painter.save()
        painter.setClipPath(outline)
        self._fill_progress(painter, fraction)
        painter.restore()

    def _fill_progress(self, painter: QPainter, fraction: float) -> None:
        painter.fillRect(0, 0, self.width(), _PROGRESS_HEIGHT, self._theme.colour("accent_soft"))
        done = round(self.width() * fraction)
        from_the_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - done if from_the_right else 0
        painter.fillRect(left, 0, done, _PROGRESS_HEIGHT, self._theme.colour("accent"))

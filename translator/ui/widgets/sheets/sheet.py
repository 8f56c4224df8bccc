"""The sheet that a pane lies on."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from translator.ui.look.fill import fill
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_SHEET

_GLIDE_SECONDS = 0.12
_STEP_MS = 40
"""Between two steps of a glide; a little more than between two paintings of a text, so that they are taken together."""
_PROGRESS_HEIGHT = 3


class Sheet(QWidget):
    """A rounded surface with a hairline around it, and a bar of progress along its top edge while work goes on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: float | None = None
        self._glide = 0.0, 0.0, 0.0
        """Where it glides from and to, and when it began (perf_counter)."""
        self._steps = QTimer(self)
        self._steps.setInterval(_STEP_MS)
        self._steps.timeout.connect(self.glide_on)
        theme.changed.connect(self.update)

    def set_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar at all."""
        self._steps.stop()
        if fraction is None or self._shown is None or self._theme.is_still():
            self._move_progress(fraction)
        else:
            self._glide = self._shown, float(fraction), time.perf_counter()
            self._steps.start()

    def glide_on(self) -> None:
        """Take a step of the glide now: beside other things that are painted it costs next to nothing."""
        if not self._steps.isActive():
            return
        start, end, began = self._glide
        left = max(0.0, 1 - (time.perf_counter() - began) / _GLIDE_SECONDS)
        self._move_progress(end + (start - end) * left**3)
        if left:
            self._steps.start()
        else:
            self._steps.stop()

    def _move_progress(self, fraction: float | None) -> None:
        before, self._shown = self._shown, fraction
        if before is None or fraction is None:
            self.update(0, 0, self.width(), _PROGRESS_HEIGHT)
        else:
            left, right = sorted(round(self.width() * each) for each in (before, fraction))
            from_the_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.update(self.width() - right if from_the_right else left, 0, right - left, _PROGRESS_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw surface, progress and hairline; nothing but the surface where only what lies inside changed."""
        with QPainter(self) as painter:
            if self.rect().adjusted(RADIUS_SHEET, RADIUS_SHEET, -RADIUS_SHEET, -RADIUS_SHEET).contains(event.rect()):
                fill(painter, event.rect(), self._theme.colour("surface"))
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

"""What Qt paints, widget by widget."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QRegion


class Paintings(QObject):
    """Notes which parts of these widgets are painted."""

    def __init__(self, *watched: QObject) -> None:
        super().__init__()
        self.painted: list[tuple[QObject, QRegion]] = []
        for each in watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted.append((watched, QRegion(event.region())))
        return False

    def of(self, widget: QObject) -> QRegion:
        """Return all of a widget that was painted."""
        area = QRegion()
        for each, region in self.painted:
            if each is widget:
                area += region
        return area

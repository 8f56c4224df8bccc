"""The room of a notice, which scrolls where it is too small."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from translator.i18n import tr
from translator.ui.widgets.notices.notice import Notice


class NoticeArea(QScrollArea):
    """Scrolls to whatever of the notice has the focus."""

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self._notice = notice
        self.setObjectName(f"{notice.objectName()}Area")
        self.setAccessibleName(tr("Notice"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(notice)
        for part in (notice, self.viewport()):
            part.setAutoFillBackground(False)  # the notice paints its own ground, with round corners
        notice.hide()
        self.hide()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]  # there is one

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._notice.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 8)

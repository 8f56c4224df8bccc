"""What was found in a translation, above its footer: one sentence, or a count that opens a list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from translator.i18n import ptr, tr
from translator.ui.findings.list_view import FindingsList, icon_of
from translator.ui.findings.screen import NOTHING_FOUND, FindingsCommands, FindingsShown
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import label

_ICON = 18
_ACTION_PADDING = 8
_ROW_INSET = 8
_LEAST_WORDS = 200
"""Pixels that a sentence has beside its buttons; where there is less, they go below it."""


class FindingsBar(QWidget):
    """Hidden while there is nothing to say. The list is there where there is more than one finding."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = NOTHING_FOUND
        self.setObjectName("findingsBar")
        self.setAccessibleName(tr("Findings"))
        self._icon = QLabel()
        self._words = label("", "strong", wrap=True)
        self._words.setObjectName("findingsLabel")
        self._words.setContentsMargins(_ACTION_PADDING, 0, 0, 0)  # the actions' words stand in line with it
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.list = FindingsList(theme)
        self.list.hide()
        self._make_buttons()
        self._lay_out()
        theme.changed.connect(self._tint)
        self.hide()

    def _make_buttons(self) -> None:
        self._fix = Button(self._theme, tr("Fix this block"), "fixBlockButton", "text")
        self._fix_all = Button(self._theme, tr("Fix all errors"), "fixAllButton", "text")
        self._dismiss = Button(self._theme, ptr("to let a finding be", "Dismiss"), "dismissFindingButton", "text")
        self.toggle = ToolButton(self._theme, "chevron_up", tr("Show the list of findings"), "findingsToggleButton")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._open_list)

    def _lay_out(self) -> None:
        self._steps = QWidget()
        self._steps.setLayout(FlowLayout(self._fix, self._fix_all, self._dismiss, gap=2))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(_ROW_INSET, 0, 0, 0)  # in line with the icons of the list
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._words, 0, 1)
        self._grid.addWidget(self.toggle, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        self._is_beside = True
        self._put_steps()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addWidget(self.list)
        self._column.addLayout(self._grid)
        self.set_margin(24)

    def _put_steps(self) -> None:
        self._grid.removeWidget(self._steps)
        if self._is_beside:
            self._grid.addWidget(self._steps, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._steps, 1, 1, 1, 3)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [self.list, self._fix, self._fix_all, self._dismiss, self.toggle]

    def set_margin(self, text: int) -> None:
        """Align with text that stands this far from the sheet's sides."""
        inset = max(0, text - _ACTION_PADDING)
        self._column.setContentsMargins(text - _ROW_INSET, 6, inset, 4)

    def listen(self, commands: FindingsCommands) -> None:
        """Let the buttons and the list do this."""
        self._fix.clicked.connect(commands.fix)
        self._fix_all.clicked.connect(commands.fix_all)
        self._dismiss.clicked.connect(commands.dismiss)
        self.list.opened.connect(commands.open)
        self.list.chosen.connect(commands.choose)
        self.list.dismissed.connect(commands.dismiss)

    def has_focus_within(self) -> bool:
        """Whether one is at work in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_findings(self, shown: FindingsShown) -> None:
        """Show this, or nothing where there are no words."""
        self._shown = shown
        has_list = len(shown.rows) > 1
        focused = QApplication.focusWidget() if self.has_focus_within() else None
        self.setVisible(bool(shown.words))
        self._words.setText(shown.words)
        self.list.show_rows(shown.rows, shown.chosen)
        self.list.setVisible(has_list and self.toggle.isChecked())
        self.toggle.setVisible(has_list)
        self._fix.setVisible(shown.can_fix)
        self._fix_all.setVisible(shown.can_fix_all)
        self._dismiss.setVisible(shown.chosen is not None)
        for button in (self._fix, self._fix_all, self._dismiss):
            button.setEnabled(not shown.is_busy)
        self._steps.setVisible(shown.can_fix or shown.can_fix_all or shown.chosen is not None)
        self._tint()
        self._arrange()
        self._hold_focus(focused)

    def _hold_focus(self, before: QWidget | None) -> None:
        """Keep the focus in the bar where the button that had it has gone."""
        if before is None or (before.isVisible() and before.isEnabled()) or not self.isVisible():
            return
        stops = (self._fix, self._fix_all, self.list, self.toggle)
        next_one = next((stop for stop in stops if stop.isVisible() and stop.isEnabled()), None)
        if next_one is not None:
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_list(self, is_open: bool) -> None:
        self.toggle.show_icon("chevron_down" if is_open else "chevron_up")
        name = tr("Hide the list of findings") if is_open else tr("Show the list of findings")
        self.toggle.setAccessibleName(name)
        self.toggle.setToolTip(name)
        self.list.setVisible(is_open and len(self._shown.rows) > 1)
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the list with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.list.isVisible():
            self.toggle.setChecked(False)
            self.toggle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self._icon.setPixmap(icon_of(self._shown.severity, self._theme, self, _ICON))
        self.update()

    # How it stands

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the words where there is room, below them where there is not."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        taken = self._steps.sizeHint().width() + self.toggle.width() + 2 * self._theme.px(_ICON) + 48
        beside = self.width() - taken >= min(words, self._theme.px(_LEAST_WORDS))
        if beside != self._is_beside:
            self._is_beside = beside
            self._put_steps()

    @property
    def is_list_open(self) -> bool:
        """Whether the list is there."""
        return not self.list.isHidden()

    def height_at(self, width: int) -> int:
        """Return how high all of it is at this width, with a list that may scroll."""
        return self._beside_list(width) + (self.list.wanted if self.is_list_open else 0)

    def give_list(self, room: int) -> None:
        """Give the list what is left of this height; where that is too little, all that it needs: who holds it scrolls.

        A list that scrolls within what scrolls would be one too many.
        """
        left = room - self._beside_list(self.width())
        self.list.hold(min(self.list.wanted, left) if left >= self.list.least else self.list.whole)

    def _beside_list(self, width: int) -> int:
        around = self._column.contentsMargins()
        inside = width - around.left() - around.right()
        head = self._grid.heightForWidth(inside) if self._grid.hasHeightForWidth() else self._grid.sizeHint().height()
        gap = self._column.spacing() if self.is_list_open else 0
        return around.top() + head + gap + around.bottom()

    def minimumSizeHint(self) -> QSize:
        """Return a size that forces no window wider."""
        return QSize(0, super().minimumSizeHint().height())

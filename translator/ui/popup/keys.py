"""What the popup does by key, beside Enter, Escape, and Tab in the translation."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from translator.i18n import tr


class PopupKeys:
    """The popup's actions. Whoever does the work connects to ``triggered``.

    A key that is held down does what it does once, but for going from one place to the next.

    Tab in the translation goes to the next language, so F6 goes round the controls, or Ctrl+Tab; back with Shift.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.replace = self._make("popupReplaceAction", tr("Replace"), "Ctrl+Enter", "Ctrl+Return")
        self.afresh = self._make(
            "popupAfreshAction", tr("Translate afresh"), "Ctrl+Shift+Enter", "Ctrl+Shift+Return"
        )  # fmt: skip
        self.copy = self._make("popupCopyAction", tr("Copy the translation"), "Ctrl+Shift+C")
        self.open_window = self._make("popupOpenWindowAction", tr("Open in the window"), "Ctrl+O")
        self.source_language = self._make("popupSourceLanguageAction", tr("Source language…"), "Ctrl+Shift+S")
        self.target_language = self._make("popupTargetLanguageAction", tr("Target language…"), "Ctrl+Shift+T")
        self.next_finding = self._make("popupNextFindingAction", tr("Next finding"), "F8", repeats=True)
        self.previous_finding = self._make(
            "popupPreviousFindingAction", tr("Previous finding"), "Shift+F8", repeats=True
        )
        onwards = self._make("popupNextControlAction", tr("Next control"), "F6", "Ctrl+Tab", repeats=True)
        back = self._make(
            "popupPreviousControlAction", tr("Previous control"), "Shift+F6", "Ctrl+Shift+Tab", repeats=True
        )  # fmt: skip
        onwards.triggered.connect(lambda: self._go(forward=True))
        back.triggered.connect(lambda: self._go(forward=False))

    def _make(self, name: str, text: str, *keys: str, repeats: bool = False) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setAutoRepeat(repeats)
        self._window.addAction(action)
        return action

    def _go(self, *, forward: bool) -> None:
        """Go to the next control from the one that has the focus, past what takes no Tab."""
        focused: QWidget | None = self._window.focusWidget()
        begin = self._window if focused is None else focused
        step = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
        control = step(begin)
        while control is not None and control is not begin and not _takes_tab(control, self._window):
            control = step(control)
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def _takes_tab(control: QWidget, window: QWidget) -> bool:
    by_tab = bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and control.isVisibleTo(window) and control.isEnabled() and control.focusProxy() is None

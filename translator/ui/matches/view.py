"""Joins the window to the presenter of the matches."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from translator.ui.matches.presenter import MatchesPresenter
from translator.ui.translate.linked.linked_panes import Side
from translator.ui.translate.linked.reading_watch import ReadingWatch
from translator.ui.translate.view import TranslateView
from translator.ui.utf16 import from_utf16
from translator.ui.widgets.reading.reading_edit import ReadingEdit


class MatchesView(QObject):
    """Opens and closes the panel, and tells the presenter where pointer and caret are as soon as it was opened."""

    def __init__(self, view: TranslateView, matches: MatchesPresenter, action: QAction) -> None:
        super().__init__(view)
        self._view = view
        self._matches = matches
        self._is_watching = False
        tool = view.target.matches_tool
        action.toggled.connect(tool.setChecked)
        tool.toggled.connect(action.setChecked)
        tool.toggled.connect(self._open)

    def _open(self, is_open: bool) -> None:
        source, target = self._view.source.editor, self._view.target.target
        if not self._is_watching:
            self._is_watching = True
            self._view.matches.listen(self._matches.use)
            self._watch("source", source)
            self._watch("target", target)
        self._view.show_matches(shown=is_open)
        self._matches.set_open(is_open=is_open)
        side: Side = "target" if target.hasFocus() else "source"
        caret = (target if side == "target" else source).textCursor().position()
        self._matches.follow_caret(side, self._code_points(side, caret))

    def _watch(self, side: Side, text: ReadingEdit) -> None:
        watch = ReadingWatch(text)
        watch.pointed.connect(lambda place: self._matches.point_at(side, self._code_points(side, place)))
        watch.caret_moved.connect(lambda place: self._matches.follow_caret(side, self._code_points(side, place)))

    def _code_points(self, side: Side, place: int) -> int | None:
        if place < 0 or not self._matches.is_open:
            return None
        text = self._view.source.editor.text() if side == "source" else self._view.target.writer.own_text()
        return from_utf16(text, place)

"""Joins a screen to the presenter of the findings."""

from PySide6.QtCore import QObject, Qt

from translator.ui.findings.presenter import FindingsPresenter
from translator.ui.findings.tips import FindingTips
from translator.ui.translate.two_texts import TwoTexts
from translator.ui.utf16 import from_utf16


class FindingsView(QObject):
    """Tells the presenter what is pressed, and says beside the words what was found in them.

    ``go_on`` is what F8 and Shift+F8 do.
    """

    def __init__(self, view: TwoTexts, findings: FindingsPresenter) -> None:
        super().__init__(view.target.target)
        self._view = view
        self._findings = findings
        view.target.findings.listen(findings)
        source, target = view.source.editor, view.target.target
        own_text = view.target.writer.own_text
        FindingTips(source, lambda place: self._sentences(place, source.text(), in_source=True))
        FindingTips(target, lambda place: self._sentences(place, own_text(), in_source=False))

    def _sentences(self, place: int, text: str, *, in_source: bool) -> str:
        if place < 0 or not self._findings.count:
            return ""
        return self._findings.sentence_at(from_utf16(text, place), in_source=in_source)

    def go_on(self, step: int) -> None:
        """Go so many findings forth, or back; the caret goes along, unless one is at work in the list."""
        self._findings.go_on(step)
        bar = self._view.target.findings
        if self._findings.count and not bar.has_focus_within():
            self._view.target.target.setFocus(Qt.FocusReason.ShortcutFocusReason)

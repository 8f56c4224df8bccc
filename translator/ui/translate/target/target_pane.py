"""The target side: the translation, what to do with it, and what there is to say about it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from translator.i18n import ntr, tr
from translator.locales.numbers import grouped
from translator.text.difference import edit_between
from translator.ui.announcing.announcer import Announcer
from translator.ui.translate.footer import Footer
from translator.ui.translate.pane import Pane
from translator.ui.translate.target.target_view import TargetView
from translator.ui.translate.target.target_writer import TargetWriter
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.labels.capsule import Capsule
from translator.ui.widgets.labels.labels import ShorteningLabel
from translator.ui.widgets.reading.after_painting import AfterPainting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from translator.ui.findings.area import FindingsArea
    from translator.ui.findings.bar import FindingsBar
    from translator.ui.findings.screen import FindingsShown
    from translator.ui.look.theme import Theme

_LEAST_TEXT = 30


class TargetPane(Pane):
    """Shows what the presenter tells it. A welcome panel may lie over it until a service is chosen."""

    afresh_requested = Signal()
    edited_by_hand = Signal(object)
    """The user has done this TextEdit in the translation, in code points."""

    def __init__(self, theme: Theme) -> None:
        self.target = TargetView(theme)
        self.copy_tool = ToolButton(theme, "copy", tr("Copy"), "copyButton", "Ctrl+Shift+C")
        self.copy_tool.show_label()
        self.save_tool = ToolButton(theme, "save", tr("Save the translation"), "saveButton", "Ctrl+S")
        self._meta = ShorteningLabel()
        self._meta.setObjectName("translationDetailsLabel")
        self._meta.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.edit_tool = ToolButton(theme, "edit", tr("Edit the translation"), "editTargetButton", "Ctrl+E")
        self.edit_tool.setCheckable(True)
        self.matches_tool = ToolButton(theme, "memory", tr("Similar translations"), "matchesButton", "F7")
        self.matches_tool.setCheckable(True)
        tools: list[QWidget] = [self.copy_tool, self.save_tool, self.edit_tool, self.matches_tool]
        footer = Footer(theme, tools, self._meta, [])
        super().__init__(theme, self.target, footer, "target")
        self.writer = TargetWriter(self.target)
        self.writer.flushed.connect(self.glide_on)
        self.target.own_text = self.writer.own_text
        self._welcome: QWidget | None = None
        self._text_margin = 24
        self._masked: Sequence[str] = ()
        self._text_before = ""
        self._announcer = Announcer(self.copy_tool)
        self._tools_follow = AfterPainting(self, self._show_tools)
        self.target.text_edited.connect(self._follow_text)
        self.target.typesetting.margins_set.connect(self._hold_least)
        self._hold_least()
        self._show_tools()

    def _hold_least(self) -> None:
        """Leave a line of the text, with the air above it, where there is much to be said below it."""
        self.target.setMinimumHeight(self.target.viewportMargins().top() + self._theme.px(_LEAST_TEXT))

    def _follow_text(self) -> None:
        if self.copy_tool.isHidden() != self.target.document().isEmpty():
            self._tools_follow.ask()
        if not self.target.isReadOnly():
            self._tell_edit()

    def _show_tools(self) -> None:
        is_edited = not self.target.isReadOnly()
        has_text = not self.target.document().isEmpty()
        for part in (self.copy_tool, self.save_tool, self.edit_tool, self.matches_tool):
            part.setVisible(has_text or (is_edited and part is self.edit_tool))

    # By hand

    def set_editing(self, *, editing: bool) -> None:
        """Let the translation be edited, or only read."""
        if editing:
            self.writer.finish()
        self.target.set_editing(editing=editing)
        self.edit_tool.setChecked(editing)
        self._text_before = self.target.text() if editing else ""
        self._show_tools()

    def _tell_edit(self) -> None:
        """Tell what the user has changed; what the writer has written is no edit."""
        before, self._text_before = self._text_before, self.target.text()
        edit = edit_between(before, self._text_before)
        if edit is not None and not self.writer.is_writing:
            self.writer.take_over(edit)
            self.edited_by_hand.emit(edit)

    # From memory

    @cached_property
    def afresh_tool(self) -> ToolButton:
        """Translates afresh what came from the memory."""
        tool = ToolButton(self._theme, "refresh", tr("Translate afresh"), "translateAfreshButton", "Ctrl+Shift+Enter")
        tool.clicked.connect(self.afresh_requested)
        self.footer.add_tool(tool, self.edit_tool)
        return tool

    @cached_property
    def _memory(self) -> Capsule:
        capsule = Capsule(self._theme, "fromMemoryLabel")
        self.footer.add_beside_meta(capsule)
        return capsule

    def show_from_memory(self, blocks: int, of: int) -> None:
        """Say that so many blocks of the translation came from the memory; 0 is none."""
        if not blocks and "_memory" not in self.__dict__:
            return
        some = tr("{n} of {total} from memory").format(n=grouped(blocks), total=grouped(of))
        self._memory.setText(tr("From memory") if blocks == of else some)
        for part in (self._memory, self.afresh_tool):
            part.setVisible(bool(blocks))

    # Aloud

    @cached_property
    def speak_tool(self) -> ToolButton:
        """Reads the translation aloud. There is none where nothing can be."""
        from translator.ui.speaking.button import make_speak_tool  # not before it is known whether there is speech

        tool = make_speak_tool(self._theme, "speakTargetButton")
        self.footer.add_tool(tool, self.save_tool)
        return tool

    # Findings

    @cached_property
    def _findings_area(self) -> FindingsArea:
        from translator.ui.findings.area import FindingsArea  # not before the first paint

        area = FindingsArea(self._theme)
        area.bar.set_margin(self._text_margin)
        self.add_above_footer(area, area.bar.stops, lambda: area.least_height)
        return area

    @property
    def findings(self) -> FindingsBar:
        """What was found, above the footer."""
        return self._findings_area.bar

    def set_margins(self, text: int, *, stacked: bool) -> None:
        """Take the margins of a window's width."""
        super().set_margins(text, stacked=stacked)
        self._text_margin = text
        if "_findings_area" in self.__dict__:
            self.findings.set_margin(text)

    def show_findings(self, shown: FindingsShown) -> None:
        """Show what was found above the footer, or nothing."""
        if shown.words or "_findings_area" in self.__dict__:
            self.findings.show_findings(shown)

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Show a few words about the translation at its foot, these fewer where there is little room; and a note."""
        self._meta.show_text(text, short, note)

    @cached_property
    def masked_tool(self) -> ToolButton:
        """Says how many pieces of the text were kept on this computer, and shows them. Many a user never sees it."""
        tool = ToolButton(self._theme, "lock", "", "maskedButton")
        tool.show_label()
        tool.clicked.connect(self._open_masked)
        self.footer.add_tool(tool, self.save_tool)
        return tool

    def show_masked(self, pieces: Sequence[str]) -> None:
        """Say that these pieces of the text were kept on this computer; nothing for none."""
        self._masked = tuple(pieces)
        if not pieces and "masked_tool" not in self.__dict__:
            return
        count = grouped(len(pieces))
        said = ntr("{n} piece was kept on this computer", "{n} pieces were kept on this computer", len(pieces))
        self.masked_tool.setText(count)
        self.masked_tool.setAccessibleName(said.format(n=count))
        self.masked_tool.setToolTip(said.format(n=count))
        self.masked_tool.setVisible(bool(pieces))

    def _open_masked(self) -> None:
        from translator.ui.translate.masked_list import MaskedList  # not before it is wanted

        MaskedList(self._theme, self.window(), self._masked).open_over(self.masked_tool)

    def tick_copy(self, done: bool) -> None:
        """Show a tick on Copy, or its own icon again."""
        name = tr("Copied") if done else tr("Copy")
        self.copy_tool.show_icon("check" if done else "copy")
        self.copy_tool.setText(name)
        self.copy_tool.setAccessibleName(name)
        if done:
            self._announcer.say(name)

    @property
    def first_stop(self) -> QWidget:
        """Where the keyboard goes that comes into the pane: the text, or what lies over it."""
        welcome = self._welcome
        return self.target if welcome is None else next(_stops_in(welcome), self.target)

    def set_welcome(self, panel: QWidget | None) -> None:
        """Lay the welcome panel over the text, or take it away."""
        if self._welcome is not None:
            self._welcome.deleteLater()
        self._welcome = panel
        self.view.setVisible(panel is None)
        self.show_footer(shown=panel is None)
        if panel is not None:
            panel.setParent(self)
            panel.show()
            self._place_welcome()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the welcome panel over the whole sheet."""
        super().resizeEvent(event)
        self._place_welcome()

    def _place_welcome(self) -> None:
        if self._welcome is not None:
            self._welcome.setGeometry(self.rect().adjusted(2, 2, -2, -2))


def _stops_in(part: QWidget) -> Iterator[QWidget]:
    """Yield what Tab goes through in it, in order."""
    stop = part.nextInFocusChain()
    while stop is not None and part.isAncestorOf(stop):
        if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield stop
        stop = stop.nextInFocusChain()

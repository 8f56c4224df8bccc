"""The source side: the editor, what to do with an empty one, and how long its text is."""

from functools import cached_property

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from translator.i18n import ntr, tr
from translator.joining import in_a_row, listed
from translator.locales.numbers import grouped
from translator.ui.look.fonts import SHORT_TEXT
from translator.ui.look.theme import Theme
from translator.ui.translate.footer import Footer
from translator.ui.translate.pane import Pane
from translator.ui.translate.source.source_editor import SourceEditor
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import ShorteningLabel

_BELOW_FIRST_LINE = 66
_NARROW = 480


class SourcePane(Pane):
    """Paste, Open and Capture stand below the placeholder while there is no text, and in the footer once there is."""

    def __init__(self, theme: Theme) -> None:
        self.editor = SourceEditor(theme)
        self.paste_tool = ToolButton(theme, "paste", tr("Paste"), "pasteButton", "Ctrl+V")
        self.open_tool = ToolButton(theme, "open_file", tr("Open a text file"), "openFileButton", "Ctrl+O")
        self.region_tool = ToolButton(theme, "region", tr("Read a part of the screen"), "regionButton", "Ctrl+Shift+R")
        self.clear_tool = ToolButton(theme, "close", tr("Clear"), "clearButton", "Ctrl+L")
        self._count = ShorteningLabel()
        self._count.setObjectName("sourceCountLabel")
        self._count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        footer = Footer(theme, [self.paste_tool, self.open_tool, self.region_tool], self._count, [self.clear_tool])
        super().__init__(theme, self.editor, footer, "source")
        self.paste_button = Button(theme, tr("Paste"), "emptyPasteButton", icon="paste")
        self.open_button = Button(theme, tr("Open file"), "emptyOpenFileButton", icon="open_file")
        self.region_button = Button(theme, tr("Capture region"), "emptyRegionButton", icon="region")
        self._margin = 24
        self._empty = self._make_empty_state()
        self._counts: tuple[int, int, str | None] = (0, 0, None)
        self._count_note = ""
        self._may_be_large = True
        self.editor.text_edited.connect(self._follow_text)
        self._follow_text()

    def _make_empty_state(self) -> QWidget:
        empty = QWidget(self)
        self._ways_in = FlowLayout(self.paste_button, self.open_button, self.region_button)
        empty.setLayout(self._ways_in)
        return empty

    @cached_property
    def speak_tool(self) -> ToolButton:
        """Reads the text aloud. There is none where nothing can be."""
        from translator.ui.speaking.button import make_speak_tool  # not before it is known whether there is speech

        tool = make_speak_tool(self._theme, "speakSourceButton")
        self.footer.add_tool(tool, self.region_tool)
        return tool

    def _follow_text(self) -> None:
        """Show the tools that fit, and shrink the letters of a text that grew; they grow again when it is cleared."""
        length = self.editor.document().characterCount() - 1
        is_empty = length == 0
        for part in (self.clear_tool, self._count):
            part.setVisible(not is_empty)
        if is_empty or length > SHORT_TEXT:
            self._may_be_large = is_empty
        self.editor.typesetting.set_large(large=self._may_be_large and not is_empty)
        self._place_empty_state()

    def show_counts(self, characters: int, tokens: int, cost: str | None = None, note: str = "") -> None:
        """Show how long the text is, and of a long one what it will cost. ``tokens`` is an estimate."""
        self._counts = (characters, tokens, cost)
        self._count_note = note
        self._write_counts()

    def _write_counts(self) -> None:
        characters, tokens, cost = self._counts
        words = ntr("{n} character", "{n} characters", characters).format(n=grouped(characters))
        about = ntr("~{n} token", "~{n} tokens", tokens).format(n=grouped(tokens))
        if cost is not None:
            from translator.spending_words import about_tokens  # not before the first paint

            about = about_tokens(tokens)
        every = [words, about, *([cost] if cost else [])]
        short = in_a_row([grouped(characters), cost or ""])
        self._count.show_text(short if self.width() < _NARROW else in_a_row(every), short, self._count_note)
        self._count.setAccessibleName(listed(every))

    def set_margins(self, text: int, *, stacked: bool) -> None:
        """Take the margins of a window's width."""
        super().set_margins(text, stacked=stacked)
        self._margin = text
        self._place_empty_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty state below the placeholder, and the counts as short as the room asks."""
        super().resizeEvent(event)
        self._write_counts()
        self._place_empty_state()

    def _place_empty_state(self) -> None:
        """Put the ways in below the placeholder; while there is text, or too little room, into the footer."""
        inset = self._margin
        width = max(1, min(self._ways_in.sizeHint().width(), self.width() - 2 * inset))
        size = QSize(width, self._ways_in.heightForWidth(width))
        is_empty = self.editor.document().isEmpty()
        below = self._theme.px(_BELOW_FIRST_LINE) + self.editor.hint_overhang
        fits = below + size.height() <= self.editor.height()
        self._empty.setVisible(is_empty and fits)
        for tool in (self.paste_tool, self.open_tool, self.region_tool):
            tool.setVisible(not (is_empty and fits))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - inset - size.width() if rtl else inset
        top = self.editor.y() + below
        self._empty.resize(size)
        self._empty.move(QPoint(left, top))

"""The foot of the popup: what to do with the translation, and how it came about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from translator.i18n import ntr, tr
from translator.joining import BETWEEN_FACTS
from translator.locales.numbers import grouped
from translator.ui.announcing.announcer import Announcer
from translator.ui.popup.source import MARGIN
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.labels.labels import ShorteningLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.ui.look.theme import Theme

HEIGHT = 54
_COPY_WIDTH = 94
_REPLACE_WIDTH = 100
_ICON, _PADDING = 16, 14
_BEFORE_WORDS = 8
"""What the style has between icon and words, and the button's line."""


class PopupFooter(QWidget):
    """Copy is the button of Enter; while the source is another than what is translated, it is Translate.

    Where nothing can be replaced, there is no Replace, and a button says why.
    """

    afresh_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("popupFooter")
        self.copy = _IconButton(theme, "popupCopyButton", "primary")
        self.translate = _IconButton(theme, "popupTranslateButton", "primary")
        self.replace = _IconButton(theme, "popupReplaceButton", "outline")
        self.why = ToolButton(theme, "info", "", "popupWhyNotReplaceButton")
        self._meta = _Facts()
        self._meta.setObjectName("popupDetailsLabel")
        self._meta.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._status, self._facts = "", ("", "", "")
        self._masked: Sequence[str] = ()
        self._announcer = Announcer(self.copy)
        self._lay_out()
        theme.changed.connect(self._resize)
        self._resize()
        self.translate.show_as(tr("Translate"), "arrow_right", tr("Translate (Enter)"))
        self.show_copy()
        self.show_replace()
        self.show_obstacle("")
        self.show_edited(edited=False)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self._row.setSpacing(8)
        for part in (self.copy, self.translate, self.replace, self.why):
            self._row.addWidget(part)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(0)
        self._row.addLayout(self._tools)
        self._row.addWidget(self._meta, 1)

    def add_tool(self, tool: QWidget) -> None:
        """Add a tool for the translation, behind the buttons."""
        self._tools.addWidget(tool)

    def _resize(self) -> None:
        px = self._theme.px
        self.setFixedHeight(px(HEIGHT))
        for button, width in ((self.copy, _COPY_WIDTH), (self.translate, _COPY_WIDTH), (self.replace, _REPLACE_WIDTH)):
            button.hold_width(px(width))
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Show buttons with their words where there is room for these, beside what else is there, now."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        buttons = [button for button in (self.copy, self.translate, self.replace) if not button.isHidden()]
        words = sum(button.whole_width() + self._row.spacing() for button in buttons)
        tools = self._tools.minimumSize().width() + (0 if self.why.isHidden() else self.why.minimumWidth())
        room = self.width() - 2 * MARGIN
        for button in (self.copy, self.translate, self.replace):
            button.fold_words(folded=words + tools > room)

    # What can be done

    def show_edited(self, *, edited: bool) -> None:
        """Offer to translate, or to copy."""
        self.translate.setVisible(edited)
        self.copy.setVisible(not edited)

    @property
    def offers_translating(self) -> bool:
        """Whether Enter translates."""
        return not self.translate.isHidden()

    def show_deliverable(self, *, there: bool) -> None:
        """Let it be copied and replaced, or not."""
        for button in (self.copy, self.replace):
            button.setEnabled(there)

    def show_copy(self, *, copying: bool = False, copied: bool = False) -> None:
        """Show whether it has been copied, or will be."""
        if copied:
            self.copy.show_as(tr("Copied"), "check", tr("Copied"))
            self._announcer.say(tr("Copied"))
        elif copying:
            self.copy.show_as(tr("Copying…"), "copy", tr("It is copied as soon as all of it is there (Enter cancels)"))
        else:
            self.copy.show_as(tr("Copy"), "copy", tr("Copy the translation (Enter)"))

    def show_replace(self, *, replacing: bool = False) -> None:
        """Show whether it will be put in its place."""
        if replacing:
            words = tr("It is put in place as soon as all of it is there (Ctrl+Enter cancels)")
            self.replace.show_as(tr("Replacing…"), "replace", words)
        else:
            words = tr("Put the translation in the place of the selected text (Ctrl+Enter)")
            self.replace.show_as(tr("Replace"), "replace", words)

    def show_obstacle(self, sentence: str) -> None:
        """Offer to replace, or say why that cannot be."""
        self.replace.setVisible(not sentence)
        self.why.setVisible(bool(sentence))
        self.why.setToolTip(sentence)
        self.why.setAccessibleName(tr("Why it can only be copied"))
        self.why.setAccessibleDescription(sentence)

    # What is said

    def show_status(self, words: str) -> None:
        """Say how things stand, as long as there are no facts."""
        self._status = words
        self._show_words()

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Say how the translation came about."""
        self._facts = (text, short, note)
        self._show_words()

    def _show_words(self) -> None:
        self._meta.show_text(*(self._facts if self._facts[0] else (self._status, "", "")))

    @cached_property
    def _afresh(self) -> ToolButton:
        name = tr("From memory: translate afresh")
        tool = ToolButton(self._theme, "refresh", name, "popupTranslateAfreshButton", "Ctrl+Shift+Enter")
        tool.clicked.connect(self.afresh_requested)
        self.add_tool(tool)
        return tool

    def show_from_memory(self, blocks: int, of: int) -> None:
        """Say that so many of its blocks came from the memory, and offer to translate them afresh; 0 is none."""
        if blocks or "_afresh" in self.__dict__:
            some = tr("{n} of {total} from memory: translate afresh").format(n=grouped(blocks), total=grouped(of))
            self._afresh.setToolTip(tr("From memory: translate afresh") if blocks == of else some)
            self._afresh.setVisible(bool(blocks))

    @cached_property
    def _masked_tool(self) -> ToolButton:
        tool = ToolButton(self._theme, "lock", "", "popupMaskedButton")
        tool.clicked.connect(self._open_masked)
        self.add_tool(tool)
        return tool

    def show_masked(self, pieces: Sequence[str]) -> None:
        """Say that these pieces of the text were kept on this computer; nothing for none."""
        self._masked = tuple(pieces)
        if pieces or "_masked_tool" in self.__dict__:
            said = ntr("{n} piece was kept on this computer", "{n} pieces were kept on this computer", len(pieces))
            said = said.format(n=grouped(len(pieces)))
            self._masked_tool.setAccessibleName(said)
            self._masked_tool.setToolTip(said)
            self._masked_tool.setVisible(bool(pieces))

    def _open_masked(self) -> None:
        from translator.ui.translate.masked_list import MaskedList

        MaskedList(self._theme, self.window(), self._masked).open_over(self._masked_tool)


class _Facts(ShorteningLabel):
    """Facts, of which the first give way where there is little room: the last is what it costs."""

    def _fitting(self) -> str:
        words = super()._fitting()
        while BETWEEN_FACTS in words and not self._fits(words):
            words = words.partition(BETWEEN_FACTS)[2]
        return words


class _IconButton(Button):
    """A button whose words and icon change, and whose icon goes with its ground. Its words may be left out."""

    def __init__(self, theme: Theme, object_name: str, kind: str) -> None:
        self._shown_icon = ""
        self._words = ""
        self._is_folded = False
        self._least = 0
        self._tint_colour = "on_accent" if kind == "primary" else "text"
        super().__init__(theme, "", object_name, "primary" if kind == "primary" else "outline")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_as(self, words: str, icon: str, hint: str) -> None:
        self._shown_icon = icon
        self._words = words
        self._show_words()
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self._tint()

    def hold_width(self, least: int) -> None:
        """Be no narrower than that while it shows its words."""
        self._least = least
        self._show_words()

    def fold_words(self, *, folded: bool) -> None:
        """Show the icon alone, or the words beside it. The hint is its tooltip either way."""
        if folded != self._is_folded:
            self._is_folded = folded
            self._show_words()

    def whole_width(self) -> int:
        """Return how wide it is with its words, folded or not."""
        icon_and_edges = self._theme.px(_ICON + 2 * _PADDING) + _BEFORE_WORDS
        return max(self._least, self.fontMetrics().horizontalAdvance(self._words) + icon_and_edges)

    def _show_words(self) -> None:
        self.setText("" if self._is_folded else self._words)
        self.setAccessibleName(self._words)
        self.setMinimumWidth(0 if self._is_folded else self._least)

    def _tint(self) -> None:
        if self._shown_icon:
            self.setIcon(self._theme.icon(self._shown_icon, self, self._tint_colour, _ICON))
            self.setIconSize(QSize(self._theme.px(_ICON), self._theme.px(_ICON)))

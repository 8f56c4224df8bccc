"""How a text field sets its text: for its script, in its direction, at a size, and so far from the sheet's sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QTextOption

from translator.ui.look.fonts import Reading, popup_reading_for, reading_font, reading_for
from translator.ui.widgets.reading.paragraph_formats import ParagraphFormats

if TYPE_CHECKING:
    from translator.ui.look.theme import Theme
    from translator.ui.widgets.reading.plain_edit import PlainEdit

_FIRST_LINE_CENTRE = 36
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Typesetting(QObject):
    """Sets a field's text, now and whenever the theme is another one. A child of the field, it goes with it."""

    margins_set = Signal()
    """The margins around the text were set, to others or to the same."""

    def __init__(self, edit: PlainEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self._theme = theme
        self._script = "Latn"
        self._large = False
        self._small = False
        self._margin = 24
        self._first_line_centre = _FIRST_LINE_CENTRE
        self.follow_document()
        edit.verticalScrollBar().rangeChanged.connect(self._apply_margins)
        theme.changed.connect(self._apply)
        self._apply()

    def follow_document(self) -> None:
        """Set the text of the document that the field shows now; it is taken to be set alike."""
        self._formats = ParagraphFormats(self._edit.document(), lambda: self.line_height)

    def set_language(self, script: str, *, rtl: bool) -> None:
        """Set the text for a script (ISO 15924) and a direction.

        A paragraph whose first letter runs the other way does so too; one without letters runs as the language does.
        """
        turns = rtl != self._edit.is_rtl
        option = QTextOption(self._edit.document().defaultTextOption())
        if turns or option.wrapMode() is not _WRAP:  # Qt would lay out all of the text again
            option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LayoutDirectionAuto)
            option.setWrapMode(_WRAP)
            self._edit.document().setDefaultTextOption(option)
        if script != self._script:
            self._script = script
            self._apply()
        elif turns:
            self._formats.keep_everywhere()

    def set_large(self, *, large: bool) -> None:
        """Set a short text large, or a longer one at the reading size."""
        if large != self._large:
            self._large = large
            self._apply()

    def set_small(self) -> None:
        """Set all texts a little smaller, as in the popup."""
        self._small = True
        self._apply()

    @property
    def is_large(self) -> bool:
        """Whether the text is set large."""
        return self._large

    def set_margins(self, text: int, first_line_centre: int = _FIRST_LINE_CENTRE) -> None:
        """Set the distance of the text from the sheet's sides, and of its first line's centre from the top."""
        self._margin = text
        self._first_line_centre = first_line_centre
        self._apply_margins()

    @property
    def line_height(self) -> int:
        """The height of a line in pixels."""
        return self._theme.px(self._reading.large_line if self._large else self._reading.line)

    @property
    def is_at_work(self) -> bool:
        """Whether a change of the document is its doing: the format of paragraphs, and no edit."""
        return self._formats.is_at_work

    def keep(self, position: int, added: int) -> None:
        """Set what an edit has brought, as far as these characters go: paste and select-all-delete bring it unset."""
        self._formats.keep(position, added)

    @property
    def _reading(self) -> Reading:
        return (popup_reading_for if self._small else reading_for)(self._script)

    def _apply(self) -> None:
        size = self._reading.large_size if self._large else self._reading.size
        font = reading_font(self._script, self._theme.px(size))
        self._edit.setFont(font)
        self._edit.document().setDefaultFont(font)
        self._formats.keep_everywhere()
        self._apply_margins()

    def _apply_margins(self) -> None:
        # Qt puts the extra height of a fixed line above its letters.
        letters = QFontMetricsF(self._edit.font()).height()
        top = self._theme.px(self._first_line_centre) - (self.line_height - letters / 2)
        # The scroll bar, where there is one, stands in the margin.
        bar = self._edit.verticalScrollBar()
        right = self._margin - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
        self._edit.setViewportMargins(self._margin, max(0, round(top)), max(0, right), 0)
        self.margins_set.emit()

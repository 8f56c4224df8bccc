"""A dictionary's entry, as a card below the translation."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.text.display import neutralise
from translator.translation.words.entry import Entry, Example, Sense
from translator.ui.look.theme import Theme
from translator.ui.translate.pane import BelowText
from translator.ui.widgets.labels.labels import Role, label

_LEAST_HEIGHT = 72
_ABOVE, _BETWEEN = 12, 14
_NUMBER = 16
_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
_BY_KEYBOARD = Qt.TextInteractionFlag.TextSelectableByKeyboard


class EntryCard(BelowText):
    """Scrolls, by the arrow keys too. A line stands in for the entry while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._margin = 0
        self.setObjectName("entryCardPart")
        self.area = QScrollArea()
        self.area.setObjectName("entryCard")
        self.area.setAccessibleName(tr("Dictionary entry"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self.area)
        theme.changed.connect(self._set_fonts)
        self.hide()

    # What is shown

    def show_line(self, sentence: str) -> None:
        """Show one line in place of an entry."""
        line = label(sentence, "hint", wrap=True)
        line.setObjectName("entryLine")
        self._fill([line])

    def show_entry(self, entry: Entry, *, source_rtl: bool, target_rtl: bool) -> None:
        """Show an entry; its languages may be read from right to left."""
        parts = [_head(entry, source_rtl)]
        for number, sense in enumerate(entry.senses, 1):
            parts.append(_sense(number, sense, source_rtl=source_rtl, target_rtl=target_rtl))
        if entry.forms:
            forms = " · ".join(filter(None, (f"{form.name} {form.form}".strip() for form in entry.forms)))
            parts.append(_text(tr("Forms: {forms}").format(forms=forms), "entryForms", "hint"))
        self._fill(parts)

    def _fill(self, parts: list[QLabel] | list[QWidget]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(self._margin, _ABOVE, self._margin, _ABOVE)
        column.setSpacing(_BETWEEN)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.area.setWidget(page)
        self._set_fonts()
        self.show()

    def set_margin(self, text: int) -> None:
        """Align with text that stands this far from the sheet's sides."""
        self._margin = text
        page = self.area.widget()
        column = page.layout() if page is not None else None
        if column is not None:
            column.setContentsMargins(text, _ABOVE, text, _ABOVE)

    # How it is drawn

    def minimumSizeHint(self) -> QSize:
        """Return a size that forces no window larger."""
        return QSize(0, self._theme.px(_LEAST_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show by the line above it that the keyboard is on the card."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hairline above the card; a thicker one where the keyboard is on it."""
        with QPainter(self) as painter:
            focused = self.area.hasFocus()
            pen = QPen(self._theme.colour("focus" if focused else "border"), 2 if focused else 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLine(self._margin, 1, self.width() - self._margin, 1)

    def _set_fonts(self) -> None:
        """Give the words their sizes; the style sheet knows only its roles."""
        for part in self.findChildren(QLabel):
            if part.objectName().endswith("Translations"):
                part.setStyleSheet(f"font-size: {self._theme.px(15)}px;")
            elif part.objectName().endswith("Register"):
                font = QFont(part.font())
                font.setCapitalization(QFont.Capitalization.SmallCaps)
                part.setFont(font)
                # Qt measures small capitals as if they were none.
                part.setMinimumWidth(QFontMetrics(font).horizontalAdvance(part.text().upper()))
            elif part.objectName().endswith("Number"):
                part.setFixedWidth(self._theme.px(_NUMBER))


def _head(entry: Entry, rtl: bool) -> QWidget:
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(_directed(_text(entry.headword, "entryHeadword", "title"), rtl=rtl))
    if entry.pronunciation:
        spoken = _text(entry.pronunciation, "entryPronunciation", "hint")
        spoken.setAccessibleName(tr("Pronunciation: {spoken}").format(spoken=entry.pronunciation))
        column.addWidget(_directed(spoken, rtl=rtl, is_left_to_right=True))
    return head


def _sense(number: int, sense: Sense, *, source_rtl: bool, target_rtl: bool) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    name = f"entrySense{number}"
    row.addWidget(_text(f"{number}.", f"{name}Number", "hint", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(3)
    row.addLayout(column, 1)
    column.addLayout(_kind(sense, name))
    translations = _text(" · ".join(sense.translations), f"{name}Translations")
    translations.setTextInteractionFlags(_BY_MOUSE | _BY_KEYBOARD)
    column.addWidget(_directed(translations, rtl=target_rtl))
    for place, example in enumerate(sense.examples, 1):
        column.addLayout(_example(example, f"{name}Example{place}", source_rtl=source_rtl, target_rtl=target_rtl))
    return made


def _kind(sense: Sense, name: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    if sense.part_of_speech:
        line.addWidget(_text(sense.part_of_speech, f"{name}Kind", "hint", wrap=False))
    if sense.register:
        line.addWidget(_text(sense.register.casefold(), f"{name}Register", "hint", wrap=False))
    line.addStretch(1)
    return line


def _example(example: Example, name: str, *, source_rtl: bool, target_rtl: bool) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setContentsMargins(0, 4, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(_directed(_text(example.source, f"{name}Source"), rtl=source_rtl))
    if example.target:
        lines.addWidget(_directed(_text(example.target, f"{name}Target", "hint"), rtl=target_rtl))
    return lines


def _text(text: str, name: str, role: Role = "interface", *, wrap: bool = True) -> QLabel:
    """Return words that can be selected by mouse. What a reply says is shown as it is, and does no harm."""
    made = label(neutralise(text), role, wrap=wrap)
    made.setObjectName(name)
    made.setTextInteractionFlags(_BY_MOUSE)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _directed(made: QLabel, *, rtl: bool, is_left_to_right: bool = False) -> QLabel:
    """Let words be read from the side that their language begins on."""
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    made.setLayoutDirection(direction)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    if is_left_to_right:
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made

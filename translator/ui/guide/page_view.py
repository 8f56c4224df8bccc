"""One page of the guide, laid out from its Markdown: in the theme's colours, its pictures as wide as there is room."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from translator.text.folding import search_words
from translator.ui.guide.pages import Page
from translator.ui.look.fonts import reading_font
from translator.ui.look.theme import Theme
from translator.ui.utf16 import each_to_utf16

_SIZE = 15
_LINE_PERCENT = 140
_WIDEST = 760
_MARGIN, _MARGIN_NARROW, _NARROW = 32, 16, 480
_TITLE_SIZES = {1: 22, 2: 18, 3: 15}
_ABOVE_TITLE = {1: 0, 2: 28, 3: 20}
_CELL = 7
_INDENT = 24
_PICTURE_SCALE = 2
"""The pictures are taken at this scale."""


class PageView(QTextBrowser):
    """Shows one page at a time. Tab goes through its links, Enter follows one; ``followed`` carries where it leads.

    The pages are in ``folder``. Nothing is read but the pictures below ``pictures``, whatever a page names.
    """

    followed = Signal(str)

    def __init__(self, theme: Theme, script: str, folder: Path, pictures: Path) -> None:
        super().__init__()
        self._theme = theme
        self._script = script
        self._folder = folder
        self._pictures = pictures.resolve()
        self._page: Page | None = None
        self._words = ""
        self._headings: list[QTextBlock] = []
        self._fitted_to: tuple[float, float] | None = None
        """The room and the pixel ratio that the pictures were drawn for."""
        self._held: int | None = None
        """The section that was asked for, until the reader scrolls: what is above it may still change its height."""
        self.setObjectName("guidePage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_pictures)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        theme.changed.connect(self._lay_out_again)

    # What is shown

    def show_page(self, page: Page, section: int = 0, words: str = "") -> None:
        """Show a page from this section on, with these words marked."""
        is_other = page is not self._page
        self._page, self._words = page, words
        if is_other:
            self.setAccessibleName(page.title)
            self._lay_out()
        self._mark()
        self._go_to(section)

    @property
    def place(self) -> float:
        """How far the page is scrolled, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to(self, place: float) -> None:
        """Scroll so far, 0 to 1."""
        self._held = None
        bar = self.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def _let_go(self) -> None:
        self._held = None

    def _go_to(self, section: int) -> None:
        self._held = section
        cursor = QTextCursor(self.document())
        top = 0.0
        if 0 < section < len(self._headings):
            block = self._headings[section]
            cursor = QTextCursor(block)
            top = self.document().documentLayout().blockBoundingRect(block).top()
        self.setTextCursor(cursor)  # a screen reader, and Tab, go on from there
        self.verticalScrollBar().setValue(round(top))

    # How it is laid out

    def _lay_out_again(self) -> None:
        if self._page is not None:
            place, held = self.place, self._held
            self._lay_out()
            self._mark()
            self.scroll_to(place)
            self._held = held

    def _lay_out(self) -> None:
        """Make the document anew, at the text size and in the colours that are in use."""
        document = self.document()
        font = reading_font(self._script, self._theme.px(_SIZE))
        self.setFont(font)
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        document.setIndentWidth(self._theme.px(_INDENT))
        text = self._page.markdown if self._page else ""
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        document.setMarkdown(text, features)
        self._set_blocks(document)
        self._set_tables(document)
        self._fitted_to = None
        self._fit()

    def _set_blocks(self, document: QTextDocument) -> None:
        self._headings = []
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                self._headings.append(block)
                self._set_heading(block, level)
            elif not _is_picture(block):
                self._set_lines(block)
            self._set_code(block)
            block = block.next()

    def _set_heading(self, block: QTextBlock, level: int) -> None:
        size = QTextCharFormat()  # in place of the one there is, which would enlarge any size
        size.setFont(self._font(_TITLE_SIZES.get(level, _SIZE), 600))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(size)
        margins = QTextBlockFormat()
        margins.setTopMargin(self._theme.px(_ABOVE_TITLE.get(level, 16)))
        margins.setBottomMargin(self._theme.px(6))
        cursor.mergeBlockFormat(margins)

    def _font(self, size: int, weight: int) -> QFont:
        font = reading_font(self._script, self._theme.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def _set_lines(self, block: QTextBlock) -> None:
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        in_table = QTextCursor(block).currentTable() is not None
        lines.setBottomMargin(0 if in_table else self._theme.px(4 if block.textList() is not None else 8))
        lines.setTopMargin(0)
        if block.blockFormat().hasProperty(QTextFormat.Property.BlockQuoteLevel):
            lines.setLeftMargin(self._theme.px(16))
        QTextCursor(block).mergeBlockFormat(lines)

    def _set_code(self, block: QTextBlock) -> None:
        """Give what is typed or read on a screen a ground of its own."""
        iterator = block.begin()
        while not iterator.atEnd():
            piece = iterator.fragment()
            if piece.charFormat().fontFixedPitch() and not block.blockFormat().headingLevel():
                ground = QTextCharFormat()
                ground.setBackground(self._theme.colour("raised"))
                cursor = QTextCursor(block)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(ground)
            iterator += 1

    def _set_tables(self, document: QTextDocument) -> None:
        tables = [frame for frame in _root_of(document).childFrames() if isinstance(frame, QTextTable)]
        for table in tables:
            shape = table.format().toTableFormat()
            shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            shape.setBorder(0)
            shape.setCellSpacing(0)
            shape.setCellPadding(self._theme.px(_CELL))
            shape.setTopMargin(self._theme.px(4))
            shape.setBottomMargin(self._theme.px(12))
            table.setFormat(shape)
            self._rule(table)

    def _rule(self, table: QTextTable) -> None:
        """Draw a hairline below each row."""
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                ruled = cell.format().toTableCellFormat()
                ruled.setBottomBorder(1)
                ruled.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                ruled.setBottomBorderBrush(self._theme.colour("border"))
                cell.setFormat(ruled)

    def _mark(self) -> None:
        """Mark each of the words that were searched for, wherever it stands."""
        ground = QTextCharFormat()
        ground.setBackground(self._theme.colour("link"))
        marks = []
        for cursor in _places_of(self._words, self.document()):
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, ground
            marks.append(mark)
        self.setExtraSelections(marks)

    # How wide it is

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines from growing longer than one reads, and the pictures within them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        edge = _MARGIN_NARROW if width < self._theme.px(_NARROW) else _MARGIN
        side = max(edge, (width - self._theme.px(_WIDEST)) // 2)
        frame = _root_of(self.document())
        shape = frame.frameFormat()
        if shape.leftMargin() != side:
            shape.setMargin(side)
            shape.setTopMargin(_MARGIN // 2)
            shape.setBottomMargin(_MARGIN)
            frame.setFrameFormat(shape)
        self._fitting.start()

    def _fit_pictures(self) -> None:
        """Draw each picture anew, where its room is another; a picture that is scaled while painting is blurred."""
        room = self._room(), self.devicePixelRatioF()
        if room == self._fitted_to:
            return  # reading them takes longer than a frame, and a window is made higher in many steps
        self._fitted_to = room
        place = self.place
        document = self.document()
        for name in _pictures_in(document):
            url = QUrl(name)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, url, self._picture(url))
        document.markContentsDirty(0, document.characterCount())
        if self._held is None:
            self.scroll_to(place)
        else:
            self._go_to(self._held)

    def _room(self) -> float:
        """Return how wide a line may be, in device-independent pixels."""
        shape = _root_of(self.document()).frameFormat()
        return self.viewport().width() - shape.leftMargin() - shape.rightMargin()

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Return one of our own pictures; nothing else is ever read."""
        return self._picture(QUrl(url)) if kind == QTextDocument.ResourceType.ImageResource.value else None

    def _picture(self, url: QUrl) -> QImage:
        path = (self._folder / url.path()).resolve()
        if url.scheme() or url.host() or not path.is_relative_to(self._pictures):
            return QImage()
        reader = QImageReader(str(path))
        ratio = self.devicePixelRatioF()
        size = reader.size()
        if size.isEmpty():
            return QImage()
        width = min(self._room(), size.width() / _PICTURE_SCALE) * ratio
        reader.setScaledSize(QSize(round(width), round(width * size.height() / size.width())))
        image = reader.read()
        image.setDevicePixelRatio(ratio)
        return image


def _places_of(words: str, document: QTextDocument) -> Iterator[QTextCursor]:
    """Yield what has each place of these words selected."""
    for word in search_words(words):
        block = document.begin()
        while block.isValid():
            text = block.text()
            for start, end in each_to_utf16(text, word.places_in(text)):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                yield cursor
            block = block.next()


def _is_picture(block: QTextBlock) -> bool:
    return block.text().strip() == "\N{OBJECT REPLACEMENT CHARACTER}"


def _root_of(document: QTextDocument) -> QTextFrame:
    """Return the frame around the whole text.

    ``rootFrame`` gives an object that Python keeps as long as the document, though the frame goes with each page.
    """
    return QTextCursor(document).currentFrame()


def _pictures_in(document: QTextDocument) -> set[str]:
    names = set()
    for form in document.allFormats():
        if form.isImageFormat():
            names.add(cast(str, form.property(QTextFormat.Property.ImageName)))
    return names

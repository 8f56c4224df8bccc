"""A page of the guide, set from its Markdown: its titles, lines, code and tables."""

from PySide6.QtGui import (
    QFont,
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

from translator.ui.look.fonts import reading_font
from translator.ui.look.theme import Theme

_SIZE = 15
_LINE_PERCENT = 140
_TITLE_SIZES = {1: 22, 2: 18, 3: 15}
_ABOVE_TITLE = {1: 0, 2: 28, 3: 20}
_CELL = 7
_INDENT = 24


class PageSetting:
    """Sets pages in a script (ISO 15924), at the text size and in the colours that the theme has then."""

    def __init__(self, theme: Theme, script: str) -> None:
        self._theme = theme
        self._script = script

    @property
    def font(self) -> QFont:
        """The font of what is no title."""
        return reading_font(self._script, self._theme.px(_SIZE))

    def set(self, document: QTextDocument, markdown: str) -> list[QTextBlock]:
        """Make this the text of a document, and return its titles, in order."""
        document.setDefaultFont(self.font)
        document.setDocumentMargin(0)
        document.setIndentWidth(self._theme.px(_INDENT))
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        document.setMarkdown(markdown, features)
        titles = self._set_blocks(document)
        self._set_tables(document)
        return titles

    def _set_blocks(self, document: QTextDocument) -> list[QTextBlock]:
        titles = []
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                titles.append(block)
                self._set_heading(block, level)
            elif not _is_picture(block):
                self._set_lines(block)
            self._set_code(block)
            block = block.next()
        return titles

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
        tables = [frame for frame in root_of(document).childFrames() if isinstance(frame, QTextTable)]
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


def root_of(document: QTextDocument) -> QTextFrame:
    """Return the frame around the whole text.

    ``rootFrame`` gives an object that Python keeps as long as the document, though the frame goes with each page.
    """
    return QTextCursor(document).currentFrame()


def _is_picture(block: QTextBlock) -> bool:
    return block.text().strip() == "\N{OBJECT REPLACEMENT CHARACTER}"

"""One page of the guide, laid out from its Markdown: in the theme's colours, its pictures as wide as there is room."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from translator.text.folding import search_words
from translator.ui.guide.page_pictures import PagePictures, pictures_in
from translator.ui.guide.page_setting import PageSetting, root_of
from translator.ui.guide.pages import Page
from translator.ui.look.theme import Theme
from translator.ui.utf16 import each_to_utf16

_WIDEST = 760
_MARGIN, _MARGIN_NARROW, _NARROW = 32, 16, 480


class PageView(QTextBrowser):
    """Shows one page at a time. Tab goes through its links, Enter follows one; ``followed`` carries where it leads.

    The pages are in ``folder``. Nothing is read but the pictures below ``pictures``, whatever a page names.
    """

    followed = Signal(str)

    def __init__(self, theme: Theme, script: str, folder: Path, pictures: Path) -> None:
        super().__init__()
        self._theme = theme
        self._setting = PageSetting(theme, script)
        self._pictures = PagePictures(folder, pictures)
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
        self.setFont(self._setting.font)
        self._headings = self._setting.set(self.document(), self._page.markdown if self._page else "")
        self._fitted_to = None
        self._fit()

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
        frame = root_of(self.document())
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
        for name in pictures_in(document):
            url = QUrl(name)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, url, self._picture(url))
        document.markContentsDirty(0, document.characterCount())
        if self._held is None:
            self.scroll_to(place)
        else:
            self._go_to(self._held)

    def _room(self) -> float:
        """Return how wide a line may be, in device-independent pixels."""
        shape = root_of(self.document()).frameFormat()
        return self.viewport().width() - shape.leftMargin() - shape.rightMargin()

    def _picture(self, url: QUrl) -> QImage:
        return self._pictures.read(url, self._room(), self.devicePixelRatioF())

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Return one of our own pictures; nothing else is ever read."""
        return self._picture(QUrl(url)) if kind == QTextDocument.ResourceType.ImageResource.value else None


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

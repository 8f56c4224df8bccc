"""The language picker: a search, and the list it filters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from translator.i18n import tr
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.ui.announcing.announcer import Announcer
from translator.ui.languages.delegate import LanguageDelegate
from translator.ui.languages.model import LanguageModel
from translator.ui.look.theme import Theme
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.labels.spoken_label import SpokenLabel
from translator.ui.widgets.sheets.overlay import Overlay

_WIDTH, _HEIGHT = 320, 420

_FOR_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class LanguagePicker(Overlay):
    """Typing filters, arrows move, Enter picks, Escape closes. ``chosen`` carries a LanguageTag, or None for Detect."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, window: QWidget, catalogue: Catalogue, *,
        recent: Sequence[LanguageTag], current: LanguageTag | None, with_detect: bool,
    ) -> None:  # fmt: skip
        super().__init__(theme, window)
        self.setObjectName("languagePicker")
        self._model = LanguageModel(catalogue, recent, current, with_detect=with_detect, parent=self)
        self._field = SearchField(theme, "languageSearchField", tr("Search by name or code"))
        self._field.installEventFilter(self)
        self._pointer = QCursor.pos()
        self._list = self._make_list(theme)
        self._announcer = Announcer(self._list)
        self._nothing = SpokenLabel("hint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._field, self._list, self._nothing):
            self.body.addWidget(part)
        self._field.textChanged.connect(self._filter)
        self._filter("")

    def _make_list(self, theme: Theme) -> QListView:
        view = QListView()
        view.setObjectName("languageList")
        view.setAccessibleName(tr("Languages"))
        view.setModel(self._model)
        view.setItemDelegate(LanguageDelegate(theme, view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.entered.connect(self._follow_pointer)
        view.clicked.connect(self._choose)
        return view

    def open_below(self, anchor: QWidget) -> None:
        """Open below this button, ready to be typed into."""
        self.open_at(anchor, self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
        self._pointer = QCursor.pos()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow_pointer(self, index: QModelIndex) -> None:
        """Mark what the pointer moves to; one that merely rests where the list appears marks nothing."""
        if QCursor.pos() != self._pointer:
            self._list.setCurrentIndex(index)

    def _filter(self, text: str) -> None:
        self._model.filter(text)
        first = self._model.first_choice()
        self._list.setCurrentIndex(first)
        if first.isValid():
            self._list.scrollTo(first, QListView.ScrollHint.EnsureVisible)
        if not text:
            self._list.scrollToTop()
        self._list.setVisible(first.isValid())
        self._nothing.say("" if first.isValid() else tr("No language matches."))
        if text:
            self._announcer.say_row(self._list)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self._model.row_at(index)
        if not row.is_heading:
            self.close_overlay()
            self.chosen.emit(row.language.tag if row.language else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows move in the list, and its Enter choose."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _FOR_THE_LIST:
                self._list.event(event)
                self._announcer.say_row(self._list)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

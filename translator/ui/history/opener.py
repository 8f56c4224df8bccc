"""Opens the window of the history, imported and made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.ui.widgets.windows.opener import WindowOpener

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from translator.language.tag import LanguageTag
    from translator.translation.history import HistoryEntry, HistoryStore
    from translator.ui.history.presenter import Export, HistoryPresenter
    from translator.ui.history.window import HistoryWindow
    from translator.ui.look.theme import Theme


class HistoryOpener(WindowOpener):
    """Owns the window of the history and its presenter.

    ``name`` is that of a language. ``reopen`` is called with the whole entry that the user wants back. ``export``
    writes a file (see ``presenter.Export``). ``is_kept`` tells whether translations are being added at present.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, store: HistoryStore, name: Callable[[LanguageTag], str],
        clock: Callable[[], datetime], reopen: Callable[[HistoryEntry], None], export: Export,
        is_kept: Callable[[], bool],
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self._of_presenter = (store, name, clock, reopen, export, is_kept)

    def _make(self) -> tuple[HistoryWindow, HistoryPresenter]:
        from translator.ui.history.presenter import HistoryPresenter
        from translator.ui.history.window import HistoryWindow

        window = HistoryWindow(self._theme, self._parent)
        return window, HistoryPresenter(window, *self._of_presenter)

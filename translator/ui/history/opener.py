"""Opens the window of the history, made when it is first wanted."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from translator.language.tag import LanguageTag
from translator.translation.history import HistoryEntry, HistoryStore
from translator.ui.history.presenter import Export, HistoryPresenter
from translator.ui.history.window import HistoryWindow
from translator.ui.look.theme import Theme


class HistoryOpener:
    """Owns the window of the history and its presenter.

    ``name`` is that of a language. ``reopen`` is called with the whole entry that the user wants back. ``export``
    writes a file (see ``presenter.Export``). ``is_kept`` tells whether translations are being added at present.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, store: HistoryStore, name: Callable[[LanguageTag], str],
        clock: Callable[[], datetime], reopen: Callable[[HistoryEntry], None], export: Export,
        is_kept: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._theme = theme
        self._parent = parent
        self._of_presenter = (store, name, clock, reopen, export, is_kept)
        self._made: tuple[HistoryWindow, HistoryPresenter] | None = None

    def open(self) -> None:
        """Show the history as it is now. The event loop must be running."""
        if self._made is None:
            window = HistoryWindow(self._theme, self._parent)
            self._made = window, HistoryPresenter(window, *self._of_presenter)
        window, presenter = self._made
        presenter.refresh()
        window.open_window()

    def refresh(self) -> None:
        """Show what was added meanwhile, where anybody looks."""
        if self._made is not None and self._made[0].isVisible():
            self._made[1].refresh()

    async def close(self) -> None:
        """End everything that runs."""
        if self._made is not None:
            await self._made[1].close()

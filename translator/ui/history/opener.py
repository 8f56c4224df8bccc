"""Opens the window of the history, imported and made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
            self._made = self._make()
        window, presenter = self._made
        presenter.refresh()
        window.open_window()

    def _make(self) -> tuple[HistoryWindow, HistoryPresenter]:
        from translator.ui.history.presenter import HistoryPresenter  # no memory for a window that nobody opens
        from translator.ui.history.window import HistoryWindow

        window = HistoryWindow(self._theme, self._parent)
        return window, HistoryPresenter(window, *self._of_presenter)

    def refresh(self) -> None:
        """Show what was added meanwhile, where anybody looks."""
        if self._made is not None and self._made[0].isVisible():
            self._made[1].refresh()

    async def close(self) -> None:
        """End everything that runs."""
        if self._made is not None:
            await self._made[1].close()

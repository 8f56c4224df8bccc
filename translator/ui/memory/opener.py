"""Opens the window of the memory, imported and made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from translator.language.tag import LanguageTag
    from translator.translation.memory.store import UnitStore
    from translator.ui.look.theme import Theme
    from translator.ui.memory.presenter import MemoryPresenter
    from translator.ui.memory.screen import MemoryFiles
    from translator.ui.memory.window import MemoryWindow


class MemoryOpener:
    """Owns the window of the memory and its presenter. ``name`` is that of a language."""

    def __init__(
        self, theme: Theme, parent: QWidget, store: UnitStore, files: MemoryFiles, name: Callable[[LanguageTag], str],
        clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self._theme = theme
        self._parent = parent
        self._of_presenter = (store, files, name, clock)
        self._made: tuple[MemoryWindow, MemoryPresenter] | None = None

    def open(self) -> None:
        """Show the memory as it is now. The event loop must be running."""
        if self._made is None:
            self._made = self._make()
        window, presenter = self._made
        presenter.refresh()
        window.open_window()

    def _make(self) -> tuple[MemoryWindow, MemoryPresenter]:
        from translator.ui.memory.presenter import MemoryPresenter  # no memory for a window that nobody opens
        from translator.ui.memory.window import MemoryWindow

        window = MemoryWindow(self._theme, self._parent)
        return window, MemoryPresenter(window, *self._of_presenter)

    def refresh(self) -> None:
        """Show what has changed meanwhile, where anybody looks."""
        if self._made is not None and self._made[0].isVisible():
            self._made[1].refresh()

    async def close(self) -> None:
        """End everything that runs."""
        if self._made is not None:
            await self._made[1].close()

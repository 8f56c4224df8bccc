"""Opens a window beside the main one, imported and made when it is first wanted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translator.ui.look.theme import Theme
    from translator.ui.widgets.windows.searched_window import SearchedWindow


class Behind(Protocol):
    """The presenter behind such a window."""

    @property
    def is_busy(self) -> bool:
        """Whether something is being changed, read or written that another window could not go on with."""
        ...

    def refresh(self) -> None:
        """Show how things are now. The event loop must be running."""
        ...

    async def close(self) -> None:
        """End everything that runs."""
        ...


class WindowOpener(ABC):
    """Owns a window and its presenter, which ``_make`` makes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._theme = theme
        self._parent = parent
        self._made: tuple[SearchedWindow, Behind] | None = None

    @abstractmethod
    def _make(self) -> tuple[SearchedWindow, Behind]:
        """Import and make both: no memory for a window that nobody opens."""

    def open(self) -> None:
        """Show the window, with things as they are now. The event loop must be running."""
        if self._made is None:
            self._made = self._make()
        window, presenter = self._made
        presenter.refresh()
        window.open_window()

    def refresh(self) -> None:
        """Show what has changed meanwhile, where anybody looks."""
        if self._made is not None and self._made[0].isVisible():
            self._made[1].refresh()

    @property
    def is_busy(self) -> bool:
        """Whether something is being changed, read or written that another window could not go on with."""
        return self._made is not None and self._made[1].is_busy

    async def close(self) -> None:
        """End everything that runs."""
        if self._made is not None:
            await self._made[1].close()

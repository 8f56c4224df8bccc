"""Opens the window of the memory, imported and made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.ui.widgets.windows.opener import WindowOpener

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


class MemoryOpener(WindowOpener):
    """Owns the window of the memory and its presenter. ``name`` is that of a language."""

    def __init__(
        self, theme: Theme, parent: QWidget, store: UnitStore, files: MemoryFiles, name: Callable[[LanguageTag], str],
        clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self._of_presenter = (store, files, name, clock)

    def _make(self) -> tuple[MemoryWindow, MemoryPresenter]:
        from translator.ui.memory.presenter import MemoryPresenter
        from translator.ui.memory.window import MemoryWindow

        window = MemoryWindow(self._theme, self._parent)
        return window, MemoryPresenter(window, *self._of_presenter)

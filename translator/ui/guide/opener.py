"""Opens the window of the guide, imported and made when it is first wanted."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from translator.i18n import interface_language
from translator.ui.guide.pages import FIRST, Guide, load_guide

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from translator.ui.guide.presenter import GuidePresenter
    from translator.ui.look.theme import Theme

log = logging.getLogger(__name__)

_SCRIPTS = {"zh_CN": "Hans"}
"""The scripts of the guide's languages, where they are not Latin."""


class GuideOpener:
    """Owns the window of the guide and its presenter. ``folder`` has a folder for each language.

    It is in the language that the interface has when it is first opened, or in English. A topic is a page, maybe with a
    section of it: see ``pages``.
    """

    def __init__(self, theme: Theme, parent: QWidget, folder: Path) -> None:
        self._theme = theme
        self._parent = parent
        self._folder = folder
        self._presenter: GuidePresenter | None = None

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return FIRST if self._presenter is None else self._presenter.page

    def open(self, topic: str = FIRST) -> None:
        """Show this topic of the guide."""
        if self._presenter is None:
            self._presenter = self._make()
        self._presenter.open(topic)

    def _make(self) -> GuidePresenter:
        from translator.ui.guide.presenter import GuidePresenter  # no memory for a window that nobody opens
        from translator.ui.guide.window import GuideWindow

        guide = self._load()
        script = _SCRIPTS.get(guide.folder.name, "Latn")
        window = GuideWindow(self._theme, script, guide.folder, self._folder.parent / "images", self._parent)
        return GuidePresenter(window, guide, lambda address: QDesktopServices.openUrl(QUrl(address)))

    def _load(self) -> Guide:
        try:
            return load_guide(self._folder, interface_language())
        except (OSError, ValueError) as error:  # a page that is not text is a ValueError
            log.warning("The guide cannot be read: %r", error)
            return Guide(self._folder, ())

"""Opens the window of the glossaries, and the form for a selected term.

Both are imported and made when they are first wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.ui.widgets.windows.opener import WindowOpener

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from translator.language.catalogue import Catalogue
    from translator.language.tag import LanguagePair, LanguageTag
    from translator.translation.glossary.store import GlossaryStore
    from translator.ui.glossary.adding import AddingPresenter
    from translator.ui.glossary.presenter import GlossaryPresenter
    from translator.ui.glossary.screen import GlossaryFiles
    from translator.ui.glossary.window import GlossaryWindow
    from translator.ui.look.theme import Theme


class GlossaryOpener(WindowOpener):
    """Owns the window, the form and their presenters.

    ``changed`` is called after each change that the current translation may have to be looked at for.
    ``at_hand`` tells which languages are being translated.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, store: GlossaryStore, catalogue: Catalogue, files: GlossaryFiles,
        changed: Callable[[], None], at_hand: Callable[[], LanguagePair] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self._store = store
        self._catalogue = catalogue
        self._files = files
        self._changed = changed
        self._at_hand = at_hand
        self._form: AddingPresenter | None = None

    def _make(self) -> tuple[GlossaryWindow, GlossaryPresenter]:
        from translator.ui.glossary.presenter import GlossaryPresenter
        from translator.ui.glossary.window import GlossaryWindow

        window = GlossaryWindow(self._theme, self._parent)
        return window, GlossaryPresenter(
            window, self._store, self._catalogue.name, self._languages, self._files, self._changed, self._at_hand
        )

    def add_term(self, source: str, target: str, languages: LanguagePair) -> None:
        """Show the form for a term with these texts, either of which may be empty. The event loop must be running."""
        if self._form is None:
            self._form = self._make_form()
        self._form.open(source, target, languages)

    def _make_form(self) -> AddingPresenter:
        from translator.ui.glossary.adding import AddingPresenter
        from translator.ui.glossary.forms import TermDialog

        dialog = TermDialog(self._theme, self._parent)
        return AddingPresenter(dialog, self._store, self._catalogue.name, self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether something is being changed, read or written that another window could not go on with."""
        return super().is_busy or (self._form is not None and self._form.is_busy)

    async def close(self) -> None:
        """End everything that runs."""
        await super().close()
        if self._form is not None:
            await self._form.close()

    def _tell(self) -> None:
        self.refresh()
        self._changed()

    def _languages(self) -> Sequence[tuple[str, LanguageTag]]:
        named = [(language.name, language.tag) for language in self._catalogue.languages]
        return sorted(named, key=lambda each: each[0].casefold())

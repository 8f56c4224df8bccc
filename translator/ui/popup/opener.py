"""Shows the popup, which is made when there is time for it, or at the latest when it is wanted."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from translator.surroundings.summons import Summons
from translator.ui.popup.languages import PopupLanguages
from translator.ui.translate.language_choice import LanguageChoice, Pairing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from translator.session import PopupSession
    from translator.surroundings.copied import CannotRead
    from translator.ui.popup.picture_reading import PictureReading
    from translator.ui.popup.popup import Popup, Surroundings
    from translator.ui.translate.running.continuing import HandedOver


_PARTS = ("translator.ui.findings.bar", "translator.ui.popup.window", "translator.ui.popup.popup")


class HandedPopup(NamedTuple):
    """What an open popup hands over to another one."""

    text: str
    translation: HandedOver
    pairing: Pairing
    place: QPoint


class PopupDesk:
    """Owns the popup. The event loop must be running for everything but ``session``.

    ``window`` is the window's choice of languages: each popup begins with it. ``before`` is how the popup was the last
    time; ``has_shadow`` tells, when the popup is made, whether the desktop can show translucent windows.
    """

    def __init__(
        self, around: Surroundings, window: LanguageChoice, before: PopupSession,
        has_shadow: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        self._around = around
        self._before = before
        self._has_shadow = has_shadow
        choice = LanguageChoice(window.system)
        self._languages = PopupLanguages(choice, window, around.catalogue.parse(before.target))
        self._made: Popup | None = None
        self._wanting: list[Callable[[Popup], None]] = []

    @property
    def popup(self) -> Popup:
        """The popup itself."""
        if self._made is None:
            from translator.ui.popup.popup import Popup  # it brings many modules with it

            self._made = Popup(self._around, self._languages, self._before, has_shadow=self._has_shadow())
            wanting, self._wanting = self._wanting, []
            for use in wanting:
                use(self._made)
        return self._made

    def when_made(self, use: Callable[[Popup], None]) -> None:
        """Call this with the popup as soon as it is made, for those who add something to it."""
        if self._made is None:
            self._wanting.append(use)
        else:
            use(self._made)

    async def prepare(self) -> None:
        """Make it now, so that it is there at once when it is wanted: to be called when nobody waits for anything."""
        for name in _PARTS:  # one at a time: together they would hold up typing
            import_module(name)
            await asyncio.sleep(0)
        self.popup.window.ensurePolished()

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self._made is not None and self._made.screen.is_open

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is its own."""
        return self._made is not None and self._made.screen.has_focus

    def session(self) -> PopupSession:
        """Return what is to be the same the next time."""
        return self._before if self._made is None else self._made.session()

    def hand_over(self) -> HandedPopup | None:
        """Stop what runs in it, and return what another popup needs to go on with it; None where it is closed."""
        if self._made is None or not self.is_open:
            return None
        text, translation = self._made.presenter.hand_over()
        return HandedPopup(text, translation, self._languages.choice.pairing(), self._made.window.pos())

    def take_over(self, before: HandedPopup) -> None:
        """Show what another popup showed, at its place."""
        self.popup.presenter.take_over(before.text, before.translation, before.pairing)
        self.popup.window.move(before.place)

    def delete(self) -> None:
        """Delete what can be seen of it, once it is closed."""
        if self._made is not None:
            self._made.window.deleteLater()

    async def close(self) -> None:
        """End everything that runs; what is being put in its place still comes there."""
        if self._made is not None:
            await self._made.close()

    # What it is opened with

    def show_text(self, text: str, *, takes_focus: bool) -> None:
        """Show this text, and translate it."""
        self.popup.presenter.show_text(text, takes_focus=takes_focus)

    def show_reading(self, *, takes_focus: bool = True) -> None:
        """Show that a text is being waited for, such as the clipboard's."""
        self.popup.presenter.show_reading(takes_focus=takes_focus)

    def show_problem(self, problem: CannotRead, summons: Summons, again: Callable[[], None]) -> None:
        """Say why there is nothing to translate. ``again`` tries once more to read what was to be read."""
        self.popup.presenter.show_problem(problem, summons, again)

    def ask_for_service(self) -> None:
        """Say that nothing has been chosen yet that translates, or reads pictures, and offer the choice."""
        self.popup.presenter.ask_for_service()

    def begin_reading_picture(self, unwanted: Callable[[], None], *, takes_focus: bool = True) -> PictureReading:
        """Show that a picture is being read; return what its reader tells the text to.

        ``unwanted`` is called once nobody wants it any more, so that the reading stops.
        """
        return self.popup.presenter.begin_reading_picture(unwanted, takes_focus=takes_focus)

"""Decides what the popup shows, and when it comes and goes. Knows no widget."""

import asyncio
from collections.abc import Awaitable, Callable

from translator.i18n import ptr, tr
from translator.surroundings.copied import CannotRead, NotAllowed, NothingThere, NothingVisible, OwnerHangs
from translator.surroundings.summons import Summons
from translator.text.display import is_blank
from translator.translation.request import Translation, Usage
from translator.ui.loop.tasks import Tasks
from translator.ui.popup.first_choice import FirstChoice
from translator.ui.popup.neighbours import Neighbours
from translator.ui.popup.picture_reading import PictureReading
from translator.ui.popup.screen import PopupShown
from translator.ui.popup.source_text import SourceText
from translator.ui.popup.way_to_window import WayToWindow
from translator.ui.popup.words import explain_unread
from translator.ui.translate.language_choice import Pairing
from translator.ui.translate.running.continuing import HandedOver
from translator.ui.vocabulary import Action

NEXT_LANGUAGE_AFTER = 0.25
"""Seconds of rest after Tab: who goes on to the language after the next is not to pay for those between."""


class PopupPresenter:
    """Shows one text at a time. Opened again, it shows the other text; closed, it knows nothing any more."""

    def __init__(
        self, screen: PopupShown, beside: Neighbours, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._screen = screen
        self._translating = beside.translating
        self._languages = beside.languages
        self._delivery = beside.delivery
        self._preferences = beside.preferences
        self._front = beside.front
        self._begun = beside.begun
        self._count_in = beside.count_in
        self._sleep = sleep
        self._tasks = Tasks()
        self._source = SourceText(screen)
        self.to_window = WayToWindow(screen, self._source, beside, self.close)
        self._first_choice = FirstChoice(screen, beside, self.to_window)
        self._picture: PictureReading | None = None
        self._is_awaiting = False
        beside.delivery.done = self.close
        beside.translating.before_each(lambda: screen.show_edited(edited=False))
        beside.translating.before_each(lambda: screen.show_private(private=beside.is_private()))

    async def close_down(self) -> None:
        """End everything that runs; what is being put in its place still comes there."""
        self.close()
        await self._tasks.close()
        await self._delivery.close()

    # What it is opened with

    def show_text(self, text: str, *, takes_focus: bool) -> None:
        """Show this text, and translate it."""
        if is_blank(text):
            self.show_problem(NothingVisible() if text else NothingThere(), takes_focus=takes_focus)
            return
        self._open(takes_focus=takes_focus)
        self._source.fill(text)
        self._first_choice.translate()

    def show_reading(self, *, takes_focus: bool = True) -> None:
        """Show that a text is being waited for, such as the clipboard's."""
        self._open(takes_focus=takes_focus)
        self._await_text(ptr("a text is being fetched", "Reading"))

    def show_problem(
        self, problem: CannotRead, summons: Summons = Summons.CLIPBOARD, again: Callable[[], None] | None = None, *,
        takes_focus: bool = True,
    ) -> None:  # fmt: skip
        """Say why there is nothing to translate. ``again`` tries once more to read what was to be read."""
        self._open(takes_focus=takes_focus)
        self._screen.show_languages(self._languages.choice)
        sentence, severity = explain_unread(problem, summons)
        actions = []
        if again is not None and isinstance(problem, OwnerHangs | NotAllowed):
            actions.append(Action(tr("Try again"), "readAgainButton", again))
        actions.append(Action(tr("Type a text"), "typeInPopupButton", self._type))
        self._screen.show_notice(sentence, severity, actions)

    def ask_for_service(self) -> None:
        """Say that nothing has been chosen yet that translates, or reads pictures, and offer the choice."""
        self._open(takes_focus=True)
        self._screen.show_languages(self._languages.choice)
        self._first_choice.offer()

    def begin_reading_picture(self, unwanted: Callable[[], None], *, takes_focus: bool = True) -> PictureReading:
        """Show that a picture is being read; return what its reader tells the text to.

        ``unwanted`` is called once nobody wants it any more, so that the reading stops.
        """
        self._open(takes_focus=takes_focus)
        self._await_text(tr("Reading the picture"))
        self._screen.fold_source(folded=False)
        self._picture = PictureReading(
            self._screen, self._source, self._first_choice.translate, self._count_in, unwanted
        )
        return self._picture

    def hand_over(self) -> tuple[str, HandedOver]:
        """Stop what runs, and return the text and all that another popup needs to go on with it."""
        return self._source.text, self._translating.hand_over()

    def take_over(self, text: str, before: HandedOver, pairing: Pairing) -> None:
        """Show what another popup showed, and go on with it where that was on its way."""
        self._open(takes_focus=False)
        self._source.fill(text)
        self._languages.choice.restore(pairing)
        self._screen.show_languages(self._languages.choice)
        self._screen.show_deliverable(there=not self._preferences.is_first_run)
        self._translating.take_over(before)

    # What the user does

    def dismiss(self) -> None:
        """Close it, and give the keyboard back to the program that had it."""
        had_focus = self._screen.has_focus
        self.close()
        if had_focus:
            self._front.return_focus()

    def leave(self) -> None:
        """Take note that the user is somewhere else now: it closes, unless it is to stay."""
        if not self._screen.is_pinned and not self._delivery.is_leaving:
            self.close()

    def come_back(self) -> None:
        """Take note that the user is at work in it."""
        self._delivery.stay()

    def close(self) -> None:
        """Close it. What was on its way ends, and its texts are forgotten."""
        self._screen.close()
        self._forget_texts()
        self._delivery.begin()

    def follow_edit(self) -> None:
        """Take note that the user has edited the source."""
        if self._source.is_being_filled:
            return
        self._delivery.forget()
        self._translating.follow_edit()
        is_other = self._source.text != self._translating.shown.source
        self._screen.show_edited(edited=is_other and not self._source.is_blank)

    def translate(self) -> None:
        """Translate what is typed."""
        self._tasks.cancel("rest")
        self._first_choice.translate()

    def next_language(self, by: int = 1) -> None:
        """Translate into the next of the target languages at hand, or one back with -1; where there is none, choose."""
        if not self._languages.step(by):
            self._screen.open_target_picker()
            return
        self._screen.show_languages(self._languages.choice)
        if not self._source.is_blank:
            self._translating.abandon()
            self._translating.show_translation(Translation(""))
            self._tasks.start("rest", self._translate_after_rest())

    def follow_languages(self) -> None:
        """Take note that the user has picked a language."""
        self._languages.keep_picked()
        self._screen.show_languages(self._languages.choice)
        if not self._source.is_blank and not self._is_reading_picture:
            self.translate()

    # How

    def _open(self, *, takes_focus: bool) -> None:
        """Open it with nothing in it, or keep it open. Where it is pinned, the languages stay as well."""
        self._begun()
        if not (self._screen.is_open and self._screen.is_pinned):
            self._languages.begin()
        self._forget_texts()
        self._translating.rest.translates = self._preferences.settings.translate_while_typing
        self._delivery.begin()
        self._screen.fold_source(folded=True)
        # What was being read comes up where that was said, wherever the pointer has gone meanwhile.
        stays, self._is_awaiting = self._is_awaiting and self._screen.is_open, False
        self._screen.open(takes_focus=takes_focus, stays=stays)

    def _forget_texts(self) -> None:
        self._tasks.cancel("rest")
        self._first_choice.let_go()
        self._count_in(Usage())
        picture, self._picture = self._picture, None
        if picture is not None:
            picture.let_go()
        self._screen.set_editable(editable=True)
        self._source.fill("")
        self._translating.forget()
        self._screen.hide_notices()
        self._screen.show_status("", "idle")
        self._screen.show_deliverable(there=False)

    @property
    def _is_reading_picture(self) -> bool:
        return self._picture is not None and self._picture.is_wanted

    async def _translate_after_rest(self) -> None:
        await self._sleep(NEXT_LANGUAGE_AFTER)
        self._first_choice.translate()

    def _await_text(self, words: str) -> None:
        self._screen.set_editable(editable=False)
        self._screen.show_languages(self._languages.choice)
        self._is_awaiting = True
        self._screen.await_target()
        self._screen.show_status(words, "ready")

    def _type(self) -> None:
        self._screen.hide_notices()
        self._screen.focus_source()

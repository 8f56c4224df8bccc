"""Decides what the popup shows, and when it comes and goes. Knows no widget."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from translator.i18n import ptr, tr
from translator.language.tag import LanguagePair
from translator.surroundings.copied import CannotRead, NotAllowed, NothingThere, NothingVisible, OwnerHangs
from translator.surroundings.summons import Summons
from translator.text.display import is_blank
from translator.translation.request import Translation, Usage
from translator.ui.desktop_ports import ProgramInFront
from translator.ui.loop.tasks import Tasks
from translator.ui.popup.delivery import Delivery
from translator.ui.popup.languages import PopupLanguages
from translator.ui.popup.picture_reading import PictureReading
from translator.ui.popup.screen import PopupShown, WaysOut
from translator.ui.popup.words import explain_unread
from translator.ui.preferences import Preferences
from translator.ui.translate.language_choice import Pairing
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.continuing import HandedOver
from translator.ui.vocabulary import Action, Severity

NEXT_LANGUAGE_AFTER = 0.25
"""Seconds of rest after Tab: who goes on to the language after the next is not to pay for those between."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the popup's presenter works with.

    ``begun`` is called where another text takes the place of the source; ``count_in`` is told what goes on the same
    bill as the translation. ``is_private`` says whether nothing is kept now.
    """

    translating: TranslatePresenter
    languages: PopupLanguages
    delivery: Delivery
    preferences: Preferences
    front: ProgramInFront
    ways: WaysOut
    begun: Callable[[], None]
    count_in: Callable[[Usage], None]
    is_private: Callable[[], bool]


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
        self._ways = beside.ways
        self._begun = beside.begun
        self._count_in = beside.count_in
        self._sleep = sleep
        self._tasks = Tasks()
        self._picture: PictureReading | None = None
        self._is_filling = False
        self._is_awaiting = False
        self._waits_for_service = False
        beside.delivery.done = self.close
        beside.translating.before_each(lambda: screen.show_edited(edited=False))
        beside.translating.before_each(lambda: screen.show_private(private=beside.is_private()))
        beside.preferences.listen(lambda _settings: self._follow_preferences())

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
        self._fill(text)
        self._translate()

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
        self._offer_choice()

    def begin_reading_picture(self, unwanted: Callable[[], None], *, takes_focus: bool = True) -> PictureReading:
        """Show that a picture is being read; return what its reader tells the text to.

        ``unwanted`` is called once nobody wants it any more, so that the reading stops.
        """
        self._open(takes_focus=takes_focus)
        self._await_text(tr("Reading the picture"))
        self._screen.fold_source(folded=False)
        self._picture = PictureReading(self, unwanted)
        return self._picture

    def hand_over(self) -> tuple[str, HandedOver]:
        """Stop what runs, and return the text and all that another popup needs to go on with it."""
        return self._screen.source_text(), self._translating.hand_over()

    def take_over(self, text: str, before: HandedOver, pairing: Pairing) -> None:
        """Show what another popup showed, and go on with it where that was on its way."""
        self._open(takes_focus=False)
        self._fill(text)
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
        if self._is_filling:
            return
        self._delivery.forget()
        self._translating.follow_edit()
        text = self._screen.source_text()
        self._screen.show_edited(edited=not is_blank(text) and text != self._translating.shown.source)

    def translate(self) -> None:
        """Translate what is typed."""
        self._tasks.cancel("rest")
        self._translate()

    def next_language(self, by: int = 1) -> None:
        """Translate into the next of the target languages at hand, or one back with -1; where there is none, choose."""
        if not self._languages.step(by):
            self._screen.open_target_picker()
            return
        self._screen.show_languages(self._languages.choice)
        if not is_blank(self._screen.source_text()):
            self._translating.abandon()
            self._translating.show_translation(Translation(""))
            self._tasks.start("rest", self._translate_after_rest())

    def follow_languages(self) -> None:
        """Take note that the user has picked a language."""
        self._languages.keep_picked()
        self._screen.show_languages(self._languages.choice)
        if not is_blank(self._screen.source_text()) and self._picture is None:
            self.translate()

    def open_in_window(self) -> None:
        """Hand the text and what there is of its translation over to the window, and close."""
        text = self._screen.source_text()
        is_all = self._delivery.is_complete and text == self._translating.shown.source
        self._hand_over(goes_on=not is_blank(text) and not is_all and not self._preferences.is_first_run)

    def make_way(self) -> None:
        """Close for something that has to be done in the window first; the text waits there. Pinned, it stays here."""
        if self._screen.is_pinned:
            return
        if not is_blank(self._screen.source_text()):
            self._hand_over(goes_on=False)
        else:
            self.close()

    # The picture's text. For PictureReading alone.

    def add_from_picture(self, text: str) -> None:
        """Show more of the text."""
        self._is_filling = True
        self._screen.add_to_source(text)
        self._is_filling = False

    def say_of_picture(self, words: str) -> None:
        """Say how things stand."""
        self._screen.show_status(words, "ready")

    def end_reading_picture(self, took: Usage) -> None:
        """Translate the text that has come; what that takes is shown together with what reading it took."""
        self._picture = None
        self._count_in(took)
        self._screen.set_editable(editable=True)
        if not is_blank(self._screen.source_text()):
            self._translate()
        else:
            self._say_instead(tr("There is no text to be seen in the picture."), "info", ())

    def fail_reading_picture(self, sentence: str, severity: Severity, actions: Sequence[Action]) -> None:
        """Say why there is no text, or no more of it."""
        self._picture = None
        self._screen.set_editable(editable=True)
        self._say_instead(sentence, severity, actions)
        self._screen.show_edited(edited=not is_blank(self._screen.source_text()))

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
        self._waits_for_service = False
        self._count_in(Usage())
        picture, self._picture = self._picture, None
        if picture is not None:
            picture.let_go()
        self._screen.set_editable(editable=True)
        self._fill("")
        self._translating.forget()
        self._screen.hide_notices()
        self._screen.show_status("", "idle")
        self._screen.show_deliverable(there=False)

    def _fill(self, text: str) -> None:
        """Put a text into the source that nobody has typed."""
        self._is_filling = True
        self._screen.replace_source(text)
        self._is_filling = False

    def _translate(self) -> None:
        self._waits_for_service = self._preferences.is_first_run
        if self._waits_for_service:
            self._translating.look_again()
            self._offer_choice()
            return
        self._translating.translate()
        self._screen.show_deliverable(there=self._translating.is_running)

    def _offer_choice(self) -> None:
        choose = Action(tr("Choose how to translate"), "chooseServiceButton", self._open_welcome)
        self._screen.show_notice(tr("Nothing has been chosen yet that translates."), "info", [choose])

    def _follow_preferences(self) -> None:
        """Translate what had to wait, now that something has been chosen that does."""
        if self._waits_for_service and not self._preferences.is_first_run:
            self._screen.hide_notices()
            self._translate()

    async def _translate_after_rest(self) -> None:
        await self._sleep(NEXT_LANGUAGE_AFTER)
        self._translate()

    def _await_text(self, words: str) -> None:
        self._screen.set_editable(editable=False)
        self._screen.show_languages(self._languages.choice)
        self._is_awaiting = True
        self._screen.await_target()
        self._screen.show_status(words, "ready")

    def _say_instead(self, sentence: str, severity: Severity, actions: Sequence[Action]) -> None:
        """Say this in the place of a translation."""
        self._screen.end_target(broken_off=False)
        self._screen.show_status("", "idle")
        self._screen.show_notice(sentence, severity, actions)

    def _hand_over(self, *, goes_on: bool) -> None:
        text, shown = self._screen.source_text(), self._translating.shown
        translation = shown.own_translation if text == shown.source else Translation("")
        choice = self._languages.choice
        languages = shown.languages or LanguagePair(choice.known_source, choice.target)
        self.close()
        self._ways.reopen(text, translation, languages, goes_on)

    def _open_welcome(self) -> None:
        self.make_way()
        self._ways.open_welcome()

    def _type(self) -> None:
        self._screen.hide_notices()
        self._screen.focus_source()

"""Replaces texts as one step each, and brings back what the last step replaced."""

from collections.abc import Callable
from dataclasses import dataclass

from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.translation.request import Translation
from translator.ui.translate.language_choice import LanguageChoice, Pairing
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.continuing import HeldTranslation
from translator.ui.translate.screen import Screen


@dataclass(frozen=True, slots=True)
class Before:
    """What a step replaces: the source, the translation, which may be of an earlier source, and the languages."""

    source: str
    translation: HeldTranslation
    pairing: Pairing


TakeBack = Callable[[], bool]
"""Takes back what was changed in the translation; returns whether it could."""


@dataclass(frozen=True, slots=True)
class UndoableStep:
    """What the next undo brings back, as long as the source has this revision."""

    replaced: Before | None
    revision: int


class Editing:
    """Clears, swaps and reopens; lets others replace the source, or change the translation, so that it can be undone.

    One step can be undone: the last.
    """

    def __init__(self, screen: Screen, languages: LanguageChoice, translating: TranslatePresenter) -> None:
        self._screen = screen
        self._languages = languages
        self._translating = translating
        self._undoable: Before | TakeBack | None = None
        self._revision = -1
        self._before_each: list[Callable[[], None]] = []
        self.is_exchanging = False
        """Whether an edit of the source is its doing."""

    def before_each(self, does: Callable[[], None]) -> None:
        """Do this each time before another text takes the place of the source."""
        self._before_each.append(does)

    # Steps

    def clear(self) -> None:
        """Empty both panes."""
        if self._screen.source_text() or self._translating.translation.text:
            self.put("", tr("Cleared"), self.begin_step(), Translation(""))
        self._screen.focus_source()

    def swap(self) -> None:
        """Turn the languages round; the translation, where there is one of what is typed, becomes the source.

        One that is on its way is stopped, and the source stays: whoever turns round what has only begun had the
        languages the wrong way round, and what has come of it by chance is in place of no text.
        """
        translation = self._translating.translation
        is_running, is_outdated = self._translating.is_running, self._translating.is_outdated
        before = self.begin_step()
        self._languages.swap()
        self._screen.show_languages(self._languages)
        if translation.text and not is_running and not is_outdated:
            self.put(translation.text, tr("Swapped"), before, Translation(""))
            self._translating.translate()
        else:
            if translation.text or is_running:
                self._translating.show_translation(Translation(""))
            self._offer_back(before, tr("Swapped"))

    def reopen(self, text: str, translation: Translation, languages: LanguagePair) -> None:
        """Show a translation that was made earlier, as one step."""
        before = self.begin_step()
        if self._languages.source is not None:
            self._languages.choose_source(languages.source)
        self._languages.choose_target(languages.target)
        self._screen.show_languages(self._languages)
        self.put(text, tr("Reopened"), before, translation)

    def begin_step(self) -> Before:
        """Stop what is on its way, and return how things are: what ``put`` may bring back."""
        self._translating.abandon()
        return Before(self._screen.source_text(), self._translating.hold(), self._languages.pairing())

    def put(self, text: str, said: str, before: Before, translation: Translation | None = None) -> None:
        """Replace the source, and the translation where another is given, and say that it was.

        The next undo brings back how things were before.
        """
        for does in self._before_each:
            does()
        self._exchange(text)
        self._translating.follow_edit()
        if translation is not None:
            self._translating.show_translation(translation)
        else:
            self._translating.show_outdated()
        # Only now: the edit itself was followed like every other, and would have forgotten it.
        self._offer_back(before, said)

    def _exchange(self, text: str) -> None:
        self.is_exchanging = True
        self._screen.replace_source(text)
        self.is_exchanging = False

    # Undo

    def undo(self) -> None:
        """Bring back what the last step replaced, or else undo the last edit of the text."""
        if not self.undo_step():
            self._screen.undo_edit()

    def undo_step(self) -> bool:
        """Bring back what a step replaced or a change in the translation did; return whether there was one."""
        if not isinstance(self._undoable, Before):
            return self.undo_change()
        if self._revision != self._screen.source_revision():
            return False
        before = self._undoable
        self._forget()
        self._languages.restore(before.pairing)
        if before.source != self._screen.source_text():  # or an undo of what was typed would have to pass an empty step
            self._exchange(before.source)
        self._screen.show_languages(self._languages)
        self._translating.follow_edit()
        self._translating.bring_back(before.translation)
        if self._translating.is_settled or not self._translating.translation.text:  # or how it had ended is said
            self._say(tr("Brought back"))
        return True

    def undo_change(self) -> bool:
        """Undo what was changed last in the translation; return whether there was something to undo."""
        take_back = self._undoable
        if take_back is None or isinstance(take_back, Before):
            return False
        self._forget()
        if not take_back():
            return False
        self._screen.show_status(tr("Brought back"), "ready")
        return True

    def offer_undo(self, take_back: TakeBack, said: str) -> None:
        """Say what was changed in the translation, and let the next undo take it back."""
        self._offer(take_back)
        self._screen.show_status(said, "ready")

    def follow_edit(self) -> None:
        """Take note that the source was edited: the last step can no longer be undone by one click."""
        if self._undoable is not None and self._revision != self._screen.source_revision():
            self._forget()

    def _offer_back(self, before: Before, said: str) -> None:
        self._offer(before)
        self._say(said)

    def _offer(self, undoable: Before | TakeBack) -> None:
        self._undoable = undoable
        self._revision = self._screen.source_revision()
        self._screen.show_undo(offered=True)

    def _forget(self) -> None:
        self._undoable = None
        self._screen.show_undo(offered=False)

    def _say(self, said: str) -> None:
        """Say what was done; all is well only where the translation is one of what is there now."""
        self._screen.show_status(said, "idle" if self._translating.is_outdated else "ready")

    # Another window with the same text

    def hand_over(self) -> UndoableStep:
        """Return what can be undone here. A change in the translation cannot be undone elsewhere."""
        return UndoableStep(self._undoable if isinstance(self._undoable, Before) else None, self._revision)

    def take_over(self, before: UndoableStep) -> None:
        """Let the next undo bring back what another window replaced."""
        if before.replaced is not None and before.revision == self._screen.source_revision():
            self._offer(before.replaced)

"""The popup's languages: whatever the text is in, into the target that the user last chose here."""

from collections.abc import Sequence

from translator.language.tag import LanguageTag
from translator.ui.translate.language_choice import LanguageChoice


class PopupLanguages:
    """Begins each popup as the window's choice is, with Detect.

    A target that was picked here stays, ``wanted`` by name: None follows the window's. One that was gone to with Tab
    is for this popup alone: who looks at a text in another language for once wants no other from then on.
    """

    def __init__(self, choice: LanguageChoice, window: LanguageChoice, wanted: LanguageTag | None) -> None:
        self.choice = choice
        self._window = window
        self.wanted = wanted
        self._ring: Sequence[LanguageTag] = ()

    def begin(self) -> None:
        """Begin a popup."""
        self.choice.begin_as(self._window, self.wanted)
        self._ring = ()

    def keep_picked(self) -> None:
        """Take note that the user has picked a language; the target stays for the next time."""
        target = self.choice.wanted_target
        self.wanted = None if target == self._window.wanted_target else target
        self._window.recent_targets = self.choice.recent_targets
        self._ring = ()

    def step(self, by: int) -> bool:
        """Go so many target languages on, or back. Return whether there is another."""
        choice = self.choice
        if choice.target not in self._ring:
            self._ring = self._targets()
        if len(self._ring) < 2:
            return False
        recent = choice.recent_targets
        choice.choose_target(self._ring[(self._ring.index(choice.target) + by) % len(self._ring)])
        choice.recent_targets = recent
        return True

    def _targets(self) -> Sequence[LanguageTag]:
        """Return what Tab goes through, without the language that the text is in already.

        The window's own target is among them: nobody has picked the one that it began with.
        """
        source, target = self.choice.known_source, self.choice.target
        at_hand = (*self.choice.targets_at_hand(), self._window.wanted_target)
        others = (tag for tag in at_hand if source is None or not tag.is_same_language(source))
        return tuple(dict.fromkeys([target, *others]))

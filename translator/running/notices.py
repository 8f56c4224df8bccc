"""Notices of what works as long as the program runs, said in whichever window there is."""

from collections.abc import Callable, Sequence

from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action, Severity


class CurrentNotices:
    """Hands each notice to the screen of the moment."""

    def __init__(self, screen: Callable[[], Screen]) -> None:
        self._screen = screen

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        """Say it, with next steps, until it is dismissed or taken away."""
        self._screen().show_source_notice(sentence, severity, actions, stays=stays)

    def take_source_notice_away(self, stays: str) -> None:
        """Take away what stays under this name."""
        self._screen().take_source_notice_away(stays)

"""Whether translations are kept in the history, and how long."""

import re
from dataclasses import replace
from typing import Literal, Protocol

from translator.i18n import tr
from translator.locales.numbers import grouped
from translator.settings import LARGEST_HISTORY, LONGEST_HISTORY, History, Settings
from translator.ui.preferences import Preferences

Limit = Literal["days", "items"]
"""What the history is limited by."""

_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:[.,\s'’][0-9]{3}){1,2}")
_MOST = {"days": LONGEST_HISTORY, "items": LARGEST_HISTORY}


class HistorySettingsCommands(Protocol):
    """What the controls do."""

    def set_on(self, wanted: bool) -> None:
        """Keep translations, or no longer."""
        ...

    def set_limit(self, limit: Limit, text: str) -> None:
        """Take what was typed as the limit."""
        ...


class HistorySettingsScreen(Protocol):
    """The part of the settings about the history."""

    def listen(self, commands: HistorySettingsCommands) -> None:
        """Let the controls do this."""
        ...

    def show_on(self, *, wanted: bool) -> None:
        """Show whether translations are kept."""
        ...

    def show_limit(self, limit: Limit, text: str) -> None:
        """Show this limit; nothing for none."""
        ...

    def show_problem(self, limit: Limit, sentence: str) -> None:
        """Say what is wrong with what was typed there; nothing if empty."""
        ...


class HistorySettingsPresenter:
    """Shows what is set, and applies each change at once."""

    def __init__(self, screen: HistorySettingsScreen, preferences: Preferences) -> None:
        self._screen = screen
        self._preferences = preferences
        self._shown: History | None = None
        screen.listen(self)
        preferences.listen(self._show)
        self._show(preferences.settings)

    def set_on(self, wanted: bool) -> None:
        """Keep translations, or no longer; those that are there stay."""
        self._change(replace(self._preferences.settings.history, is_on=wanted))

    def set_limit(self, limit: Limit, text: str) -> None:
        """Take what was typed as the limit, or say what is wrong with it; nothing typed is no limit."""
        number = _read(text)
        wrong = bool(text.strip()) and not 0 < number <= _MOST[limit]
        problem = tr("A whole number from 1 to {most}, or nothing for no limit.").format(most=grouped(_MOST[limit]))
        self._screen.show_problem(limit, problem if wrong else "")
        if not wrong:
            history = self._preferences.settings.history
            self._screen.show_limit(limit, _words(number))
            self._change(replace(history, days=number) if limit == "days" else replace(history, items=number))

    def _change(self, history: History) -> None:
        settings = self._preferences.settings
        if history != settings.history:
            self._preferences.change(replace(settings, history=history))

    def _show(self, settings: Settings) -> None:
        history = settings.history
        if history == self._shown:  # what is being typed stays
            return
        self._shown = history
        self._screen.show_on(wanted=history.is_on)
        self._screen.show_limit("days", _words(history.days))
        self._screen.show_limit("items", _words(history.items))


def _words(number: int) -> str:
    return str(number) if number else ""


def _read(text: str) -> int:
    """Return the whole number in a text, its thousands grouped or not; 0 where there is none."""
    found = _NUMBER.fullmatch(text.strip())
    return int(re.sub(r"\D", "", text)) if found else 0

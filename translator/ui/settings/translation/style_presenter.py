"""How translations are to sound."""

from dataclasses import replace
from typing import Protocol

from translator.i18n import ntr
from translator.locales.numbers import grouped
from translator.settings import LONGEST_INSTRUCTIONS, Settings, Style, Tone
from translator.ui.preferences import Preferences


class StyleCommands(Protocol):
    """What the controls do."""

    def choose_tone(self, tone: Tone) -> None:
        """Have translations sound like this."""
        ...

    def set_instructions(self, text: str) -> None:
        """Take what was typed as instructions."""
        ...


class StyleScreen(Protocol):
    """The part of the settings about style."""

    def listen(self, commands: StyleCommands) -> None:
        """Let the controls do this."""
        ...

    def show_tone(self, tone: Tone) -> None:
        """Show the chosen tone."""
        ...

    def show_instructions(self, text: str) -> None:
        """Show these instructions."""
        ...

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was typed; nothing if empty."""
        ...


class StylePresenter:
    """Shows what is set, and applies each change at once."""

    def __init__(self, screen: StyleScreen, preferences: Preferences) -> None:
        self._screen = screen
        self._preferences = preferences
        self._shown: Style | None = None
        screen.listen(self)
        preferences.listen(self._show)
        self._show(preferences.settings)

    def choose_tone(self, tone: Tone) -> None:
        """Have translations sound like this."""
        self._change(replace(self._style, tone=tone))

    def set_instructions(self, text: str) -> None:
        """Take what was typed as instructions, or say that it is too long; it stays where it is until it is not."""
        instructions = text.strip()
        excess = len(instructions) - LONGEST_INSTRUCTIONS
        words = ntr(
            "At most {most} characters: this is {excess} too many.",
            "At most {most} characters: these are {excess} too many.",
            max(0, excess),
        )
        numbers = {"most": grouped(LONGEST_INSTRUCTIONS), "excess": grouped(excess)}
        self._screen.show_problem(words.format(**numbers) if excess > 0 else "")
        if excess <= 0:
            self._change(replace(self._style, instructions=instructions))

    @property
    def _style(self) -> Style:
        return self._preferences.settings.style

    def _change(self, style: Style) -> None:
        if style != self._style:
            self._preferences.change(replace(self._preferences.settings, style=style))

    def _show(self, settings: Settings) -> None:
        style, before = settings.style, self._shown
        self._shown = style
        if before is None or style.tone != before.tone:
            self._screen.show_tone(style.tone)
        if before is None or style.instructions != before.instructions:  # what is being typed stays
            self._screen.show_instructions(style.instructions)

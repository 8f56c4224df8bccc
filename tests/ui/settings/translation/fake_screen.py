"""The part about style, without a window."""

from translator.settings import Tone
from translator.ui.settings.translation.style_presenter import StyleCommands


class FakeStyle:
    """The part about style. ``shown`` counts how often the instructions were written to."""

    def __init__(self) -> None:
        self.tone: Tone | None = None
        self.instructions = ""
        self.problem = ""
        self.shown = 0

    def listen(self, commands: StyleCommands) -> None:
        """There is nobody to press anything."""

    def show_tone(self, tone: Tone) -> None:
        self.tone = tone

    def show_instructions(self, text: str) -> None:
        self.instructions = text
        self.shown += 1

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

"""The page of what is kept, without a window."""

from translator.ui.settings.library.history_presenter import HistorySettingsCommands, Limit
from translator.ui.settings.library.library import Shelf
from translator.ui.settings.library.presenter import LibraryCommands


class FakeHistorySettings:
    """The part about the history."""

    def __init__(self) -> None:
        self.is_on = False
        self.limits: dict[Limit, str] = {}
        self.problems: dict[Limit, str] = {}

    def listen(self, commands: HistorySettingsCommands) -> None:
        """There is nobody to press anything."""

    def show_on(self, *, wanted: bool) -> None:
        self.is_on = wanted

    def show_limit(self, limit: Limit, text: str) -> None:
        self.limits[limit] = text

    def show_problem(self, limit: Limit, sentence: str) -> None:
        self.problems[limit] = sentence


class FakeLibraryScreen:
    """The page about what is kept of translations."""

    def __init__(self) -> None:
        self.counts: dict[Shelf, str] = {}
        self.questions: dict[Shelf, str] = {}
        self.problems: dict[Shelf, str] = {}

    def listen(self, commands: LibraryCommands) -> None:
        """There is nobody to press anything."""

    def show_count(self, shelf: Shelf, words: str) -> None:
        self.counts[shelf] = words

    def show_question(self, shelf: Shelf, question: str) -> None:
        self.questions[shelf] = question

    def show_problem(self, shelf: Shelf, sentence: str) -> None:
        self.problems[shelf] = sentence

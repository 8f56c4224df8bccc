"""The page of settings as a file, without a window."""

from collections.abc import Sequence

from translator.ui.settings.transfer.changes import Change
from translator.ui.settings.transfer.presenter import TransferCommands


class FakeTransferScreen:
    """The page about settings as a file."""

    def __init__(self) -> None:
        self.exported = self.imported = ("", "")
        """What was said, and what was wrong."""
        self.changes: list[Change] = []
        self.can_undo = False

    def listen(self, commands: TransferCommands) -> None:
        """There is nobody to press anything."""

    def show_exported(self, sentence: str, problem: str = "") -> None:
        self.exported = sentence, problem

    def show_imported(self, sentence: str, problem: str = "") -> None:
        self.imported = sentence, problem

    def show_changes(self, changes: Sequence[Change]) -> None:
        self.changes = list(changes)

    def offer_undo(self, *, offered: bool) -> None:
        self.can_undo = offered

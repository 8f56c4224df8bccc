"""The popup, without one."""

from tests.fakes.screen import FakeScreen


class FakePopupScreen(FakeScreen):
    """Shows to nobody. ``opened`` lists with what focus it was opened; ``picked`` counts the openings of the picker.

    ``stayed`` says whether it stayed where it was the last time that it was opened.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_open = False
        self.is_pinned = False
        self.has_focus = False
        self.opened: list[bool] = []
        self.stayed = False
        self.editable = True
        self.folded = True
        self.offers_translating = False
        self.private = False
        self.deliverable = False
        self.copying = False
        self.replacing = False
        self.copied = False
        self.obstacle = ""
        self.picked = 0

    def open(self, *, takes_focus: bool, stays: bool = False) -> None:
        self.opened.append(takes_focus)
        self.stayed = stays
        self.is_open = True
        self.has_focus = self.has_focus or takes_focus

    def close(self) -> None:
        self.is_open = self.has_focus = False

    def set_editable(self, *, editable: bool) -> None:
        self.editable = editable

    def add_to_source(self, text: str) -> None:
        self.type(self.source + text)

    def fold_source(self, *, folded: bool) -> None:
        self.folded = folded

    def show_private(self, *, private: bool) -> None:
        self.private = private

    def show_edited(self, *, edited: bool) -> None:
        self.offers_translating = edited

    def show_deliverable(self, *, there: bool) -> None:
        self.deliverable = there

    def show_copying(self, *, copying: bool) -> None:
        self.copying = copying

    def show_replacing(self, *, replacing: bool) -> None:
        self.replacing = replacing

    def show_copied(self, *, copied: bool) -> None:
        self.copied = copied

    def show_obstacle(self, sentence: str) -> None:
        self.obstacle = sentence

    def open_target_picker(self) -> None:
        self.picked += 1

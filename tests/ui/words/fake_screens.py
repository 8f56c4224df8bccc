"""The panel, the card and the line, without a window."""

from collections.abc import Sequence

from translator.translation.words.alternatives import Alternative
from translator.translation.words.entry import Entry
from translator.translation.words.reading import Reading


class FakePanel:
    """``shown`` is what is in it: a sentence, or what there is to choose from; None while it is closed."""

    def __init__(self) -> None:
        self.waiting = ""
        self.shown: str | Sequence[Alternative] | None = None

    def show_waiting(self, part: str) -> None:
        self.waiting, self.shown = part, "waiting"

    def show_choices(self, choices: Sequence[Alternative]) -> None:
        self.shown = choices

    def show_sentence(self, sentence: str) -> None:
        self.shown = sentence

    def close(self) -> None:
        self.shown = None


class FakeCard:
    """``shown`` is the entry or the sentence on it; None while there is none. ``lines`` are all that were romanised.

    ``reading`` is what stands for a reading: the reading, that it is on its way, or "offered", with what is said.
    """

    def __init__(self) -> None:
        self.shown: Entry | str | None = None
        self.rtl = (False, False)
        self.lines: list[str] = []
        self.reading: Reading | str | None = None

    def show_waiting(self, term: str) -> None:
        self.shown = f"looking up {term}"

    def show_entry(self, entry: Entry, *, source_rtl: bool, target_rtl: bool) -> None:
        self.shown, self.rtl = entry, (source_rtl, target_rtl)

    def show_sentence(self, sentence: str) -> None:
        self.shown = sentence

    def hide_entry(self) -> None:
        self.shown = None

    def show_romanised(self, text: str) -> None:
        self.lines.append(text)
        self.reading = None

    def offer_reading(self, sentence: str) -> None:
        self.reading = f"offered: {sentence}"

    def show_reading_waiting(self) -> None:
        self.reading = "waiting"

    def show_reading(self, reading: Reading) -> None:
        self.reading = reading

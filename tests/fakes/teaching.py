"""What learns from the user, kept as lists."""

from collections.abc import Sequence

from translator.language.tag import LanguagePair
from translator.translation.request import FinishedBlock


class FakeTeaching:
    """``edited`` and ``accepted`` are the pairs of texts it was told; ``languages`` those of the last."""

    def __init__(self) -> None:
        self.edited: list[tuple[str, str]] = []
        self.accepted: list[tuple[str, str]] = []
        self.languages: LanguagePair | None = None

    def keep_edited(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take note of them."""
        self.edited += [(block.source, block.target) for block in blocks]
        self.languages = languages

    def keep_accepted(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take note of them."""
        self.accepted += [(block.source, block.target) for block in blocks]
        self.languages = languages

"""The page about the shortcuts, and those themselves, among fakes."""

from tests.fakes.shortcuts import FakeShortcuts
from tests.support.waiting import settle
from tests.ui.shortcuts.room import FakeNotices
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import ShortcutsAtHand
from translator.ui.shortcuts.presenter import ShortcutsPresenter


class ShortcutsRoom:
    """``copied`` is what was put on the clipboard."""

    def __init__(self, preferences: Preferences, *, sees_copies: bool = True) -> None:
        self.copied: list[str] = []
        self.shortcuts = FakeShortcuts()
        self.presenter = ShortcutsPresenter(preferences, FakeNotices(), lambda: None, "linux")
        self.at_hand = ShortcutsAtHand(
            self.presenter, self.copied.append, "translator", sees_copies=sees_copies, platform="linux"
        )

    async def start(self, shortcuts: FakeShortcuts | None = None) -> None:
        """Find the way to shortcuts, and take them."""
        self.shortcuts = shortcuts or self.shortcuts

        async def find() -> FakeShortcuts:
            return self.shortcuts

        self.presenter.start(find, lambda _summons, _activation: None)
        await settle()

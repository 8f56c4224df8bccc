"""Where no global shortcut is to be had."""

from collections.abc import Callable, Mapping

from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import Summons


class NoShortcuts:
    """The port ``Shortcuts``, of which none can be had. The user may bind ``translator --clipboard`` in the desktop."""

    @property
    def name(self) -> str:
        """Nothing."""
        return ""

    @property
    def desktop_chooses(self) -> bool:
        """There are none to choose."""
        return False

    def listen(self, pressed: Callable[[Summons, str], None]) -> None:
        """Never call it."""

    async def bind(self, wanted: Mapping[Summons, Chord]) -> Mapping[Summons, Bound]:
        """Say of each that it is not to be had."""
        return dict.fromkeys(wanted, Bound(Outcome.IMPOSSIBLE))

    async def close(self) -> None:
        """Do nothing."""

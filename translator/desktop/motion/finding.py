"""How this platform says that its user wants less motion."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class Motion(Protocol):
    """What the system says of motion."""

    @property
    def is_reduced(self) -> bool:
        """Whether nothing is to move that need not. Cheap: it is asked whenever something would."""
        ...

    async def watch(self) -> None:
        """Begin to look, where that takes time; it ends when there is nothing more to be learned."""
        ...


def find_motion(platform: str = sys.platform, environment: Mapping[str, str] | None = None) -> Motion:
    """Return what tells of it here; on any thread, as what it imports takes a moment. It asks nobody yet."""
    if platform == "win32":
        from translator.desktop.motion.windows import WindowsMotion, open_user32

        return WindowsMotion(open_user32())
    if platform == "darwin":
        from translator.desktop.macos.objective_c import ObjectiveC
        from translator.desktop.motion.macos import MacMotion

        return MacMotion(ObjectiveC())
    from translator.desktop.bus.session_bus import address_of
    from translator.desktop.motion.portal import PortalMotion

    return PortalMotion(address_of(os.environ if environment is None else environment))

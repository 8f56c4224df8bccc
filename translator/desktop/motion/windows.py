"""Motion on Windows: "Animation effects" of its settings.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow (SPI_GETCLIENTAREAANIMATION)
"""

import ctypes
from typing import Any, Protocol

GET_CLIENT_AREA_ANIMATION = 0x1042


class User32(Protocol):
    """What is used of user32.dll."""

    def SystemParametersInfoW(self, what: int, size: int, answer: Any, flags: int) -> int:  # noqa: N802, ANN401 - Windows' name, ctypes' pointer
        """Write a setting where ``answer`` points to; return 0 where that failed."""
        ...


def open_user32() -> User32:
    """Return this computer's."""
    everything: Any = ctypes
    user32: User32 = everything.WinDLL("user32")
    return user32


class WindowsMotion:
    """Windows answers at once, whenever it is asked."""

    def __init__(self, user32: User32) -> None:
        self._user32 = user32

    @property
    def is_reduced(self) -> bool:
        """Whether animation effects are switched off."""
        shown = ctypes.c_int(1)
        answered = self._user32.SystemParametersInfoW(GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
        return bool(answered) and not shown.value

    async def watch(self) -> None:
        """There is nothing to wait for."""

"""Windows and macOS are asked whenever something would move."""

from typing import Any

import pytest

from tests.fakes.objective_c import FakeObjects
from translator.desktop.motion.macos import MacMotion
from translator.desktop.motion.windows import GET_CLIENT_AREA_ANIMATION, WindowsMotion


class User32:
    """Has this setting, and fails where that is None."""

    def __init__(self, animates: int | None) -> None:
        self.animates = animates

    def SystemParametersInfoW(self, what: int, size: int, answer: Any, flags: int) -> int:  # noqa: N802 - Windows' name
        assert (what, size, flags) == (GET_CLIENT_AREA_ANIMATION, 0, 0)
        if self.animates is None:
            return 0
        answer._obj.value = self.animates
        return 1


@pytest.mark.parametrize(("animates", "is_reduced"), [(1, False), (0, True), (None, False)])
async def test_windows_answers_with_its_setting(animates: int | None, is_reduced: bool) -> None:
    motion = WindowsMotion(User32(animates))
    await motion.watch()

    assert motion.is_reduced == is_reduced


class Workspace:
    """NSWorkspace. What is above the lowest byte of its answer is anything."""

    def __init__(self) -> None:
        self.answer = 0x7F00

    def shared_workspace(self) -> "Workspace":
        return self

    def accessibility_display_should_reduce_motion(self) -> int:
        return self.answer


async def test_macos_is_asked_anew_each_time() -> None:
    workspace = Workspace()
    motion = MacMotion(FakeObjects(NSWorkspace=workspace).runtime)
    await motion.watch()
    assert not motion.is_reduced
    workspace.answer = 0x7F01

    assert motion.is_reduced

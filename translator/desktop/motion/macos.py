"""Motion on macOS: "Reduce motion" of its settings.

https://developer.apple.com/documentation/appkit/nsworkspace/accessibilitydisplayshouldreducemotion
"""

from translator.desktop.macos.objective_c import ObjectiveC

_BOOL = 0xFF
"""Of a BOOL the lowest byte counts; what else is in the register is anything."""


class MacMotion:
    """macOS answers at once, whenever it is asked. For the main thread."""

    def __init__(self, runtime: ObjectiveC) -> None:
        self._runtime = runtime

    @property
    def is_reduced(self) -> bool:
        """Whether motion is to be reduced."""
        workspace = self._runtime.send(self._runtime.class_named("NSWorkspace"), "sharedWorkspace")
        return bool(self._runtime.send(workspace, "accessibilityDisplayShouldReduceMotion") & _BOOL)

    async def watch(self) -> None:
        """There is nothing to wait for."""

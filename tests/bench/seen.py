"""When a program's window is seen: ``python -m tests.bench.seen COMMAND...`` starts it and looks at the screen.

It looks from outside, so that a program is measured in the same way whether it runs from source or was frozen. There
must be nothing else on the screen.
"""

import subprocess
import sys
import time
from collections.abc import Sequence

import xcffib.xproto

from tests.bench.probes import tell
from tests.e2e.driver.desktop import end_group
from translator.desktop.x11.server import Server

_PATIENCE_SECONDS = 30
_SMALLEST = 300
"""A window of ours is larger, in pixels; what else a program opens, for itself, is not."""


class Screen:
    """The windows on the screen, and their pixels."""

    def __init__(self) -> None:
        self._server = Server()

    def painted(self) -> bool:
        """Whether a window is there that has something in its middle: unpainted, it is black."""
        return any(self._middle(window) for window in self._windows())

    def _windows(self) -> list[int]:
        core = self._server.core
        children = core.QueryTree(self._server.root).reply().children
        asked = [(each, core.GetWindowAttributes(each), core.GetGeometry(each)) for each in children]
        found = []
        for window, attributes, geometry in asked:
            try:
                is_seen = attributes.reply().map_state == xcffib.xproto.MapState.Viewable
                if is_seen and geometry.reply().width >= _SMALLEST:
                    found.append(window)
            except xcffib.Error:  # it has gone meanwhile
                continue
        return found

    def _middle(self, window: int) -> bool:
        core = self._server.core
        try:
            size = core.GetGeometry(window).reply()
            image = core.GetImage(
                xcffib.xproto.ImageFormat.ZPixmap, window, size.width // 4, size.height // 2, 8, 8, 0xFFFFFFFF
            ).reply()
        except xcffib.Error:
            return False
        pixels = image.data.raw
        return any(byte for place, byte in enumerate(pixels) if place % 4 != 3)


def measure(command: Sequence[str]) -> dict[str, float]:
    """Start it, wait until it is seen, and end it."""
    screen = Screen()
    assert not screen.painted(), "there is a window already"
    begun = time.monotonic()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True) as it:
        try:
            while not screen.painted():
                assert time.monotonic() - begun < _PATIENCE_SECONDS, "no window was seen"
                assert it.poll() is None, f"it ended with {it.returncode}"
                time.sleep(0.001)
            return {"begun": begun, "painted": time.monotonic()}
        finally:
            end_group(it)


if __name__ == "__main__":
    tell(measure(sys.argv[1:]))

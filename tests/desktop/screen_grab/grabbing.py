"""Says what the screens of an X server with two monitors show: ``python -m tests.desktop.screen_grab.grabbing``.

A red rectangle is drawn at 100,50 with 60 x 40 pixels on the first monitor, a blue one at 40,30 with 90 x 20 on the
second. For each screen it prints its picture's size, and where which of them is in it.
"""

import asyncio
import json
import sys

import xcffib
import xcffib.randr
import xcffib.xproto
from PySide6.QtGui import QColor, QGuiApplication, QImage

from translator.desktop.screen_grab.qt import QtGrab

RED, BLUE = 0xFF0000, 0x0000FF
WIDTH, HEIGHT = 400, 600


def prepare() -> xcffib.Connection:
    """Divide the screen of 800 x 600 pixels, and draw; return the connection that keeps it so."""
    connection = xcffib.connect()
    root = connection.get_setup().roots[0].root
    randr = connection(xcffib.randr.key)
    randr.QueryVersion(1, 5).reply()
    outputs = randr.GetScreenResources(root).reply().outputs
    for number, (name, of_it) in enumerate((("left", outputs), ("right", []))):
        atom = connection.core.InternAtom(False, len(name), name).reply().atom
        place = (number * WIDTH, 0, WIDTH, HEIGHT, WIDTH // 4, HEIGHT // 4)
        monitor = xcffib.randr.MonitorInfo.synthetic(atom, number == 0, False, len(of_it), *place, list(of_it))
        randr.SetMonitorChecked(root, monitor).check()
    for colour, rectangle in ((RED, (100, 50, 60, 40)), (BLUE, (WIDTH + 40, 30, 90, 20))):
        context = connection.generate_id()
        connection.core.CreateGC(context, root, xcffib.xproto.GC.Foreground, [colour])
        drawn = xcffib.xproto.RECTANGLE.synthetic(*rectangle)
        connection.core.PolyFillRectangleChecked(root, context, 1, [drawn]).check()
    return connection


def place_of(image: QImage, colour: int) -> list[int] | None:
    """Return x, y, width and height of what has this colour."""
    wanted = QColor.fromRgb(colour).rgb()
    found = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).rgb() == wanted
    ]
    if not found:
        return None
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*found, strict=True))
    return [left, top, right - left + 1, bottom - top + 1]


async def main() -> None:
    said = [
        {
            "screen": screen.name(), "scale": screen.devicePixelRatio(), "size": [image.width(), image.height()],
            "red": place_of(image, RED), "blue": place_of(image, BLUE),
        }
        for screen, image in await QtGrab().grab()
    ]  # fmt: skip
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    kept = prepare()
    application = QGuiApplication([])
    asyncio.run(main())
    kept.disconnect()

"""What an X server shows behind all windows."""

from collections.abc import Iterator
from contextlib import contextmanager

import xcffib
import xcffib.xproto

WHITE = 0xFFFFFF


@contextmanager
def painted_root(display: str, colour: int, rectangle: tuple[int, int, int, int]) -> Iterator[None]:
    """Show white there, with a rectangle of that colour: x, y, width and height."""
    connection = xcffib.connect(display)
    screen = connection.get_setup().roots[0]
    size = screen.width_in_pixels, screen.height_in_pixels
    pixmap = connection.generate_id()
    connection.core.CreatePixmap(screen.root_depth, pixmap, screen.root, *size)
    for drawn, place in ((WHITE, (0, 0, *size)), (colour, rectangle)):
        context = connection.generate_id()
        connection.core.CreateGC(context, pixmap, xcffib.xproto.GC.Foreground, [drawn])
        connection.core.PolyFillRectangle(pixmap, context, 1, [xcffib.xproto.RECTANGLE.synthetic(*place)])
    connection.core.ChangeWindowAttributes(screen.root, xcffib.xproto.CW.BackPixmap, [pixmap])
    connection.core.ClearAreaChecked(False, screen.root, 0, 0, *size).check()
    try:
        yield
    finally:
        connection.disconnect()

"""The program outlives its display long enough to keep what it has to keep.

Xlib, which Qt's drawing uses beside its own connection, ends the process on the spot where the server is gone, as at
the end of a session. It does so twice over: the handler of such errors ends it (Qt's passes them on to Xlib's own,
which never returns), and what comes after that handler, too (XSetIOErrorHandler(3), XSetIOErrorExitHandler(3)). With
both replaced, libX11 1.7 and later return from the call, and Qt ends its loop.
"""

import ctypes
from contextlib import suppress
from typing import Any

from PySide6.QtGui import QGuiApplication


def outlive_display(application: QGuiApplication, xlib: Any = None) -> None:  # noqa: ANN401 - a library
    """Let the program go on without its display. To be called when Qt has set its own handler.

    Nothing is done where there is no X11, or an Xlib that is too old.
    """
    display = getattr(application.nativeInterface(), "display", None)
    if display is None or application.platformName() != "xcb":
        return
    with suppress(OSError, AttributeError):
        library = xlib or ctypes.CDLL("libX11.so.6")
        # It takes a display, reads a number, and returns: no function of Python's, which would be gone before the last
        # call, when Qt takes itself apart.
        harmless = library.XProtocolVersion
        go_on, hear = library.XSetIOErrorExitHandler, library.XSetIOErrorHandler
        go_on.argtypes, go_on.restype = [ctypes.c_void_p] * 3, None
        hear.argtypes, hear.restype = [ctypes.c_void_p], ctypes.c_void_p
        go_on(display(), harmless, None)
        hear(harmless)

"""The program outlives its display long enough to keep what it has to keep.

Xlib, which Qt's drawing uses beside its own connection, ends the process on the spot where the server is gone, as at
the end of a session; unless it is told otherwise (libX11 1.7, XSetIOErrorExitHandler(3)). Qt then ends its loop.
"""

import ctypes
from contextlib import suppress
from typing import Any

from PySide6.QtGui import QGuiApplication

_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)


def outlive_display(application: QGuiApplication, xlib: Any = None) -> object:  # noqa: ANN401 - a library
    """Let the program go on without its display. What is returned is to be kept as long as there is one.

    Nothing is done where there is no X11, or an Xlib that is too old.
    """
    display = getattr(application.nativeInterface(), "display", None)
    if display is None or application.platformName() != "xcb":
        return None
    handler = _HANDLER(lambda _display, _told: None)
    with suppress(OSError, AttributeError):
        library = xlib or ctypes.CDLL("libX11.so.6")
        listen = library.XSetIOErrorExitHandler
        listen.argtypes, listen.restype = [ctypes.c_void_p, _HANDLER, ctypes.c_void_p], None
        listen(display(), handler, None)
    return handler

"""Where the keyboard layout of a Mac has the letters: Carbon takes keys by their place, not by what they write.

HIToolbox/TextInputSources.h and CoreServices' UnicodeUtilities.h. To be called on the thread of the window.
"""

import ctypes
import ctypes.util
from collections.abc import Callable
from typing import Any

CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"

_PLACES = range(51)
"""The codes of the keys that write something, the space bar among them."""
_AS_SHOWN = 3
_WITHOUT_DEAD_KEYS = 1
_LONGEST = 4


def find_places() -> Callable[[], dict[str, int]]:
    """Return what reads the layout in use, as ``read_places`` does.

    Raises OSError and ValueError where Carbon is not as it was.
    """
    carbon = ctypes.CDLL(ctypes.util.find_library("Carbon") or CARBON)
    declare(carbon)
    layouts = property_of_layouts(carbon)
    return lambda: read_places(carbon, layouts)


def declare(carbon: ctypes.CDLL) -> None:
    """Tell ctypes the types of what is used here."""
    pointer, number, short, length = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint16, ctypes.c_ulong
    carbon.TISCopyCurrentASCIICapableKeyboardLayoutInputSource.restype = pointer
    carbon.TISGetInputSourceProperty.restype = pointer
    carbon.TISGetInputSourceProperty.argtypes = [pointer, pointer]
    carbon.CFDataGetBytePtr.restype = pointer
    carbon.CFDataGetBytePtr.argtypes = [pointer]
    carbon.CFRelease.restype = None
    carbon.CFRelease.argtypes = [pointer]
    carbon.LMGetKbdType.restype = ctypes.c_uint8
    carbon.UCKeyTranslate.argtypes = [
        pointer, short, short, number, number, number, ctypes.POINTER(number), length, ctypes.POINTER(length),
        ctypes.POINTER(short),
    ]  # fmt: skip


def property_of_layouts(carbon: ctypes.CDLL) -> ctypes.c_void_p:
    """Return the name of the property that a layout is in."""
    return ctypes.c_void_p.in_dll(carbon, "kTISPropertyUnicodeKeyLayoutData")


def read_places(carbon: Any, layout_property: ctypes.c_void_p) -> dict[str, int]:  # noqa: ANN401 - or a test's
    """Return the codes of the keys by the letter or digit that they write; empty where the layout cannot be read.

    It is the layout in use, or where that writes another script the Latin one that stands in for it in shortcuts.
    """
    source = carbon.TISCopyCurrentASCIICapableKeyboardLayoutInputSource()
    if not source:
        return {}
    try:
        content = carbon.TISGetInputSourceProperty(source, layout_property)
        layout = carbon.CFDataGetBytePtr(content) if content else None
        if not layout:
            return {}
        written = {place: _written(carbon, layout, place) for place in reversed(_PLACES)}
    finally:
        carbon.CFRelease(source)
    return {text.upper(): place for place, text in written.items() if text.isascii() and text.isalnum()}


def _written(carbon: Any, layout: int, place: int) -> str:  # noqa: ANN401 - as above
    """Return what the key at this place writes by itself."""
    dead, length, text = ctypes.c_uint32(), ctypes.c_ulong(), (ctypes.c_uint16 * _LONGEST)()
    status = carbon.UCKeyTranslate(
        layout, place, _AS_SHOWN, 0, carbon.LMGetKbdType(), _WITHOUT_DEAD_KEYS, ctypes.byref(dead), _LONGEST,
        ctypes.byref(length), text,
    )  # fmt: skip
    return chr(text[0]) if status == 0 and length.value == 1 else ""

"""Xlib is asked not to end the process with its server."""

import ctypes
from types import SimpleNamespace

import pytest

from translator.desktop.x11.outliving import outlive_display


class Xlib:
    """Notes what it was asked, in which order, for which display and with which handler."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.XProtocolVersion = object()
        self.XSetIOErrorExitHandler = _Function("exit", self.asked)
        self.XSetIOErrorHandler = _Function("error", self.asked)


class _Function:
    def __init__(self, name: str, asked: list[tuple[object, ...]]) -> None:
        self._name = name
        self._asked = asked

    def __call__(self, *given: object) -> None:
        self._asked.append((self._name, *given))


def application(platform: str = "xcb") -> SimpleNamespace:
    native = SimpleNamespace(display=lambda: 7) if platform == "xcb" else None
    return SimpleNamespace(nativeInterface=lambda: native, platformName=lambda: platform)


def test_neither_the_error_nor_what_comes_after_it_ends_the_process() -> None:
    xlib = Xlib()
    outlive_display(application(), xlib)
    harmless = xlib.XProtocolVersion
    assert xlib.asked == [("exit", 7, harmless, None), ("error", harmless)]


def test_addresses_are_passed_whole() -> None:
    xlib = Xlib()
    outlive_display(application(), xlib)
    assert xlib.XSetIOErrorExitHandler.argtypes == [ctypes.c_void_p] * 3
    assert xlib.XSetIOErrorHandler.argtypes == [ctypes.c_void_p]


@pytest.mark.parametrize("platform", ["offscreen", "wayland"])
def test_elsewhere_nothing_is_asked(platform: str) -> None:
    xlib = Xlib()
    outlive_display(application(platform), xlib)
    assert xlib.asked == []


def test_an_old_xlib_stays_as_it_is() -> None:
    xlib = Xlib()
    del xlib.XSetIOErrorExitHandler
    outlive_display(application(), xlib)
    assert xlib.asked == []

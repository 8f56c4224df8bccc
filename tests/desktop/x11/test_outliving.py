"""Xlib is asked not to end the process with its server."""

from types import SimpleNamespace

import pytest

from translator.desktop.x11.outliving import outlive_display


class Xlib:
    """Notes for which display it was asked, and with which handler."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.XSetIOErrorExitHandler = _Function(self.asked)


class _Function:
    def __init__(self, asked: list[tuple[object, ...]]) -> None:
        self._asked = asked

    def __call__(self, *given: object) -> None:
        self._asked.append(given)


def application(platform: str = "xcb") -> SimpleNamespace:
    native = SimpleNamespace(display=lambda: 7) if platform == "xcb" else None
    return SimpleNamespace(nativeInterface=lambda: native, platformName=lambda: platform)


def test_a_handler_that_returns_is_handed_over_and_kept() -> None:
    xlib = Xlib()
    kept = outlive_display(application(), xlib)
    assert xlib.asked == [(7, kept, None)]
    kept(7, None)


@pytest.mark.parametrize(("platform", "xlib"), [("offscreen", Xlib()), ("wayland", Xlib())])
def test_elsewhere_nothing_is_asked(platform: str, xlib: Xlib) -> None:
    assert outlive_display(application(platform), xlib) is None
    assert xlib.asked == []


def test_an_old_xlib_stays_as_it_is() -> None:
    assert outlive_display(application(), SimpleNamespace()) is not None

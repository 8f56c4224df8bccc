"""Which way serves where; and what macOS has to allow first."""

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QApplication

from translator.desktop.screen_grab.find import find_screen_grab
from translator.desktop.screen_grab.macos import MacGrab
from translator.desktop.screen_grab.portal import PortalGrab
from translator.desktop.screen_grab.qt import QtGrab
from translator.surroundings.copied import NotAllowed


@pytest.mark.parametrize(
    ("platform", "environment", "kind"),
    [
        ("win32", {}, QtGrab),
        ("win32", {"WAYLAND_DISPLAY": "wayland-0"}, QtGrab),
        ("linux", {"DISPLAY": ":0"}, QtGrab),
        ("linux", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, QtGrab),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, PortalGrab),
        ("linux", {"XDG_SESSION_TYPE": "wayland"}, PortalGrab),
    ],
)
def test_each_desktop_has_its_way(platform: str, environment: Mapping[str, str], kind: type) -> None:
    assert type(find_screen_grab(platform, environment)) is kind


class Graphics:
    """CoreGraphics, as far as it is asked. ``asked`` counts how often the user is."""

    def __init__(self, *, allows: bool) -> None:
        self.allows = allows
        self.asked = 0

    def CGPreflightScreenCaptureAccess(self) -> bool:  # noqa: N802 - Apple's own names
        return self.allows

    def CGRequestScreenCaptureAccess(self) -> bool:  # noqa: N802
        self.asked += 1
        return False


async def test_macos_asks_the_user_before_it_shows_the_screen(qapp: object) -> None:
    graphics = Graphics(allows=False)
    with pytest.raises(NotAllowed):
        await MacGrab(graphics).grab()
    assert graphics.asked == 1


async def test_once_it_is_allowed_each_screen_is_seen_in_its_own_pixels(qapp: QApplication) -> None:
    graphics = Graphics(allows=True)
    grabbed = await MacGrab(graphics).grab()
    assert [screen for screen, _ in grabbed] == qapp.screens()
    for screen, image in grabbed:
        assert image.size() == screen.size() * screen.devicePixelRatio()
    assert graphics.asked == 0

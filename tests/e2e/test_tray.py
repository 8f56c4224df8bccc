"""The program in the tray of a real desktop: asked once, away and back with its text, never without a way out."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.driver.desktop import Desktop
from tests.e2e.window import SETTINGS, Window, use_demo
from tests.support.panels import Panel, running_panel
from translator.storage.settings.settings_file import SettingsFile

MENU = "com.canonical.dbusmenu"
ITEM = "org.kde.StatusNotifierItem"


class Icon:
    """The program's icon, as a panel sees it."""

    def __init__(self, desktop: Desktop, service: str) -> None:
        self._bus = desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
        self._service = service

    def _call(self, path: str, interface: str, method: str, signature: str, *body: object) -> tuple[Any, ...]:
        call = new_method_call(DBusAddress(path, self._service, interface), method, signature, body)
        with open_dbus_connection(self._bus) as bus:
            reply: tuple[Any, ...] = bus.send_and_get_reply(call, timeout=10).body
            return reply

    def click(self) -> None:
        """Click it."""
        self._call("/StatusNotifierItem", ITEM, "Activate", "ii", 1, 1)

    @property
    def tooltip(self) -> str:
        """What it says when one points at it."""
        found = self._call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", ITEM, "ToolTip")
        return str(found[0][1][2])

    def lines(self) -> dict[str, int]:
        """Return the lines of its menu that can be chosen, each with its number."""
        _, layout = self._call("/MenuBar", MENU, "GetLayout", "iias", 0, -1, [])
        return dict(_lines(layout))

    def choose(self, line: str) -> None:
        """Choose a line of its menu."""
        self._call("/MenuBar", MENU, "Event", "isvu", self.lines()[line], "clicked", ("i", 0), 0)


def _lines(layout: tuple[int, dict[str, tuple[str, Any]], list[tuple[str, Any]]]) -> Iterator[tuple[str, int]]:
    number, properties, below = layout
    if "label" in properties:
        yield str(properties["label"][1]).replace("_", ""), number
    for _, line in below:
        yield from _lines(line)


@pytest.fixture
def panel(desktop: Desktop) -> Iterator[Panel]:
    with running_panel(desktop.environment["DBUS_SESSION_BUS_ADDRESS"]) as made:
        yield made


def is_away(app: App) -> bool:
    return not app.query("sourceEditor")


def close(app: App, comes: Callable[[], object]) -> None:
    """Close the window by the window manager's key, and wait for what comes of that."""

    def is_heard() -> bool:
        # On a busy machine the window manager now and then misses a key right after it gave a window the keyboard.
        if app.desktop.title_in_front() == "Translator":
            app.key("alt+F4")
        try:
            app.wait(comes, 1)
        except TimeoutError:
            return False
        return True

    app.wait(is_heard, 20, "what comes of closing")


def test_it_stays_in_the_tray_and_is_never_without_a_way_out(
    start_app: StartApp, desktop: Desktop, home: Path, panel: Panel
) -> None:
    use_demo(home)
    app = start_app()
    window = Window(app)
    window.write("What was typed")

    # The panel is started after the program.
    panel.do("own")
    icon = Icon(desktop, panel.wait_for("item ").removeprefix("item "))
    assert icon.tooltip == "Translator"
    assert any(re.fullmatch(r"Translate the clipboard \(Ctrl\+.+\)", line) for line in icon.lines())

    # Asked once.
    close(app, lambda: app.has("stayInTrayButton"))
    app.find("stayInTrayButton").press()
    app.wait(lambda: is_away(app))
    app.wait(lambda: SettingsFile(home / SETTINGS).load().settings.on_close == "stay")

    # It comes back as it was, and goes without a question.
    icon.click()
    app.wait(lambda: not is_away(app))
    assert window.source.text == "What was typed"
    close(app, lambda: is_away(app))

    # What is on is to be seen.
    icon.choose("Watch the clipboard")
    app.wait(lambda: icon.tooltip == "Translator: watching the clipboard")
    icon.choose("Open Translator")
    app.wait(lambda: app.has("watchingButton"))
    app.find("watchingButton").press()
    app.wait(lambda: icon.tooltip == "Translator")

    # A panel that falls takes no window along.
    close(app, lambda: is_away(app))
    panel.end()
    app.wait(lambda: not is_away(app), 15)
    assert window.source.text == "What was typed"

    # Without one, closing is quitting.
    desktop.wait(lambda: desktop.title_in_front() == "Translator")
    app.key("alt+F4")
    assert app.wait_for_exit() == 0

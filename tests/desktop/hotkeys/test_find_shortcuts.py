"""Which way to shortcuts serves on which desktop, and what of the program that takes to find out."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("xcffib", exc_type=ImportError)

import xcffib

from tests.fakes.portal import Manners, MockPortal
from tests.support.buses import running_bus
from tests.support.selections import running_screen
from tests.support.system import require
from translator.commands.doctor.desktop import check_desktop
from translator.desktop.hotkeys import find_shortcuts as finding
from translator.desktop.hotkeys import windows
from translator.desktop.hotkeys.find_shortcuts import Way, find_shortcuts, find_way, make_shortcuts
from translator.desktop.hotkeys.macos import keys as macos
from translator.desktop.hotkeys.portal import shortcuts as portal
from translator.desktop.hotkeys.x11 import keys as x11
from translator.desktop.tray.without_qt import find_tray
from translator.surroundings.summons import Summons

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    require({"Xvfb": "xvfb"})
    with running_screen() as name:
        yield name


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require({"dbus-daemon": "dbus"})
    with running_bus(tmp_path_factory.mktemp("bus")) as address:
        yield address


def describe(summons: Summons) -> str:
    return summons.value


def test_each_way_is_named_alike_everywhere() -> None:
    assert (Way.X11.value, Way.PORTAL.value) == (x11.NAME, portal.NAME)
    assert (Way.WINDOWS.value, Way.MACOS.value) == (windows.NAME, macos.NAME)


@pytest.mark.parametrize(("platform", "way"), [("win32", Way.WINDOWS), ("darwin", Way.MACOS)])
async def test_windows_and_macos_have_their_own(platform: str, way: Way) -> None:
    assert await find_way({"DISPLAY": ":0"}, platform) is way


async def test_x11_serves_where_its_server_answers(display: str) -> None:
    assert await find_way({"DISPLAY": display}, "linux") is Way.X11
    assert await find_way({"DISPLAY": display, "XDG_SESSION_TYPE": "x11"}, "linux") is Way.X11
    shortcuts = await find_shortcuts(describe, {"DISPLAY": display}, "linux")
    assert shortcuts.name == Way.X11.value
    await shortcuts.close()


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"DISPLAY": ":99999"}])
async def test_where_nothing_answers_none_is_to_be_had(environment: dict[str, str]) -> None:
    assert await find_way(environment, "linux") is Way.NONE
    assert (await find_shortcuts(describe, environment, "linux")).name == ""


@pytest.mark.parametrize("kind", [{"WAYLAND_DISPLAY": "wayland-0"}, {"XDG_SESSION_TYPE": "wayland"}])
async def test_on_wayland_only_the_portal_serves_though_an_x_server_is_there(display, bus, kind) -> None:
    environment = {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus, **kind}
    assert await find_way(environment, "linux") is Way.NONE
    async with MockPortal(bus):
        assert await find_way(environment, "linux") is Way.PORTAL
        shortcuts = await find_shortcuts(describe, environment, "linux")
        assert shortcuts.name == Way.PORTAL.value
        await shortcuts.close()


async def test_a_server_for_wayland_is_known_without_a_word_in_the_environment(monkeypatch, bus) -> None:
    async def look(_: str) -> str:
        return "for_wayland"

    monkeypatch.setattr(finding, "_look_at", look)
    assert await find_way({"DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": bus}, "linux") is Way.NONE


async def test_without_libxcb_there_are_none(monkeypatch) -> None:
    async def fail(_: str) -> str:
        raise OSError("libxcb.so.1: cannot open shared object file")

    monkeypatch.setattr(finding, "_look_at", fail)
    assert await find_way({"DISPLAY": ":0"}, "linux") is Way.NONE


@pytest.mark.parametrize(("way", "module"), [(Way.WINDOWS, windows), (Way.MACOS, macos)])
async def test_the_module_of_the_way_makes_the_shortcuts(monkeypatch, way: Way, module) -> None:
    made = object()
    monkeypatch.setattr(module, "make_shortcuts", lambda: made)
    assert await make_shortcuts(way, describe, {}) is made


def test_finding_out_loads_nothing_of_qt_nor_of_the_other_ways(display: str) -> None:
    script = (
        "import asyncio, sys\n"
        "from translator.desktop.hotkeys.find_shortcuts import find_shortcuts\n"
        "from translator.commands.doctor.desktop import check_desktop\n"
        "environment = {'DISPLAY': sys.argv[1]}\n"
        "assert asyncio.run(find_shortcuts(str, environment, 'linux')).name\n"
        "asyncio.run(check_desktop(environment, 'linux'))\n"
        "ways = [name.rpartition('.')[2] for name in sys.modules if name.startswith('translator.desktop.hotkeys.')]\n"
        "print('PySide6' in sys.modules, sorted({'x11', 'portal', 'windows', 'macos'} & set(ways)))\n"
    )
    command = [sys.executable, "-c", script, display]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "False ['x11']\n"


async def test_the_doctor_names_the_way_or_the_command_to_bind(display: str) -> None:
    shortcuts, _ = await check_desktop({"DISPLAY": display}, "linux")
    assert (shortcuts.name, shortcuts.found, shortcuts.ok) == ("shortcuts", "X11 (XGrabKey)", None)
    shortcuts, tray = await check_desktop({}, "linux")
    assert "translator --clipboard" in shortcuts.found
    assert (tray.name, tray.ok, shortcuts.ok) == ("tray", None, None)
    assert "closing the window quits" in tray.found


async def test_a_tray_is_a_watcher_on_the_bus_or_an_owner_on_the_screen(bus: str, display: str) -> None:
    on_the_bus, on_the_screen = {"DBUS_SESSION_BUS_ADDRESS": bus}, {"DISPLAY": display}
    assert not await find_tray(on_the_bus | on_the_screen, "linux")
    async with MockPortal(bus, Manners(property=("b", True)), "org.kde.StatusNotifierWatcher") as watcher:
        assert await find_tray(on_the_bus, "linux")
        watcher.manners.property = ("b", False)  # it watches, and nobody shows anything
        assert not await find_tray(on_the_bus, "linux")
    panel = xcffib.connect(display)
    name = b"_NET_SYSTEM_TRAY_S0"
    atom = panel.core.InternAtom(False, len(name), name).reply().atom
    window = panel.generate_id()
    panel.core.CreateWindowChecked(0, window, panel.setup.roots[0].root, 0, 0, 1, 1, 0, 2, 0, 0, []).check()
    panel.core.SetSelectionOwnerChecked(window, atom, 0).check()
    assert await find_tray(on_the_screen, "linux")
    panel.disconnect()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
async def test_windows_and_macos_always_have_a_tray(platform: str) -> None:
    assert await find_tray({}, platform)

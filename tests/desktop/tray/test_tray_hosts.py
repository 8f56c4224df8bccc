"""Trays that come and go, on a real bus and a real X server."""

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from tests.fakes.tray import FakeTrayHost
from tests.support.buses import running_bus
from tests.support.panels import Panel, running_panel
from tests.support.selections import running_screen
from tests.support.waiting import until
from translator.desktop.tray.bus import BusTrayHost
from translator.desktop.tray.find import EitherTrayHost, QtTrayHost, find_tray_host

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the trays of Linux desktops")


class Host:
    """``told`` is what was told, each time it changed."""

    def __init__(self, bus: QDBusConnection) -> None:
        self.told: list[bool] = []
        self.host = BusTrayHost(bus)

    def look(self) -> None:
        self.host.listen(lambda: self.told.append(self.host.is_there))


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with running_bus(tmp_path) as found:
        yield found


@pytest.fixture
def panel(address: str) -> Iterator[Panel]:
    with running_panel(address) as made:
        yield made


@pytest.fixture
async def host(address: str, qapp: object) -> AsyncIterator[Host]:
    made = Host(QDBusConnection.connectToBus(address, address))
    assert made.host._bus.isConnected()
    yield made
    await made.host.close()
    QDBusConnection.disconnectFromBus(address)


async def test_a_tray_that_is_there_is_found(host: Host, panel: Panel) -> None:
    panel.do("own")
    host.look()
    await until(lambda: host.told == [True])


async def test_one_that_is_started_later_is_found_then_and_missed_when_it_ends(host: Host, panel: Panel) -> None:
    host.look()
    panel.do("own")
    await until(lambda: host.told == [True])

    panel.end()
    await until(lambda: host.told == [True, False])


async def test_a_watcher_without_a_tray_is_none_until_there_is_one(host: Host, panel: Panel) -> None:
    panel.do("no-host")
    host.look()
    panel.do("own")
    await until(lambda: panel.has_said("asked"))
    await until(lambda: host.host._asking is None)
    assert host.told == []
    panel.do("host")
    await until(lambda: host.told == [True])

    panel.do("no-host")
    await until(lambda: host.told == [True, False])


async def test_one_that_does_not_answer_holds_nothing_up(host: Host, panel: Panel) -> None:
    panel.do("own")
    panel.do("mute")
    host.look()
    panel.do("release")
    panel.end()
    await until(lambda: host.host._asking is None)

    assert host.told == []


async def test_closed_it_tells_nothing_more(host: Host, panel: Panel) -> None:
    host.look()
    await host.host.close()
    panel.do("own")
    panel.do("host")

    assert host.host._asking is None
    assert host.told == []


# X11


async def test_a_tray_of_windows_is_found_and_missed(qapp: object) -> None:
    from translator.desktop.tray.windows_of_x11 import X11TrayHost
    from translator.desktop.x11.server import Server

    with running_screen() as display:
        host, panel, told = X11TrayHost(display), Server(display), []
        host.listen(lambda: told.append(host.is_there))
        selection = panel.atom("_NET_SYSTEM_TRAY_S0")
        panel.core.SetSelectionOwner(panel.window, selection, 0)
        panel.connection.flush()
        await until(lambda: told == [True])

        panel.core.SetSelectionOwner(0, selection, 0)
        panel.connection.flush()
        await until(lambda: told == [True, False])

        panel.core.SetSelectionOwner(panel.window, selection, 0)
        panel.connection.flush()
        await until(lambda: told == [True, False, True])
        panel.close()  # as a panel that crashes
        await until(lambda: told == [True, False, True, False])
        await host.close()


def test_a_tray_that_comes_as_it_is_asked_for_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    from translator.desktop.tray.windows_of_x11 import _Owners
    from translator.desktop.x11.server import Server

    with running_screen() as display:
        owners, panel = _Owners(display), Server(display)
        ask, answers = owners._server.owner_of, list[int]()

        def ask_as_it_comes(selection: str) -> int:
            answers.append(ask(selection))
            if len(answers) == 1:
                panel.core.SetSelectionOwner(panel.window, panel.atom(selection), 0)
                panel.owner_of(selection)  # by the answer, it is done
                ask(selection)  # and the news are read, as with the answer
            return answers[-1]

        monkeypatch.setattr(owners._server, "owner_of", ask_as_it_comes)
        assert owners.is_owned()
        panel.close()
        owners.close()


async def test_without_a_server_there_is_no_tray(qapp: object) -> None:
    from translator.desktop.tray.windows_of_x11 import X11TrayHost

    host, told = X11TrayHost(":7777"), []
    host.listen(lambda: told.append(True))
    assert host._following is not None
    await host._following
    await host.close()

    assert (host.is_there, told) == (False, [])


# Both


async def test_one_tray_is_enough() -> None:
    one, other, told = FakeTrayHost(), FakeTrayHost(), []
    both = EitherTrayHost([one, other])
    both.listen(lambda: told.append(both.is_there))
    for host, there in ((one, True), (other, True), (one, False), (other, False)):
        host.set_there(there=there)
    await both.close()

    assert told == [True, False]
    assert one.is_closed
    assert other.is_closed


async def test_each_platform_is_looked_at_in_its_way(qapp: object) -> None:
    host = find_tray_host("linux")
    assert isinstance(host, EitherTrayHost)
    assert not host.is_there  # with neither bus nor screen
    for platform in ("win32", "darwin"):
        native = find_tray_host(platform)
        assert isinstance(native, QtTrayHost)
        native.listen(lambda: None)
        assert not native.is_there  # offscreen has none
        await native.close()

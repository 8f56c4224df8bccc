"""What a desktop says of motion, through a portal on a real, private session bus."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

from tests.support.buses import running_bus
from tests.support.system import SCREEN, require
from tests.support.waiting import until
from translator.desktop.motion.finding import find_motion
from translator.desktop.motion.portal import PortalMotion

GNOME, KDE = "org.gnome.desktop.interface", "org.kde.kdeglobals.KDE"
APPEARANCE = "org.freedesktop.appearance"
SETTINGS = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings")


class SettingsPortal:
    """A desktop with these settings; ``told`` None is one that has no such portal."""

    def __init__(self, connection: DBusConnection, told: object) -> None:
        self._connection = connection
        self._told = told
        self.was_asked = False
        self._task = asyncio.create_task(self._serve())

    async def _serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            assert message.header.fields[HeaderFields.member] == "ReadAll"
            if self._told is None:
                await self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            else:
                await self._connection.send(new_method_return(message, "a{sa{sv}}", (self._told,)))
                self.was_asked = True

    async def change(self, namespace: str, key: str, value: tuple[str, Any]) -> None:
        """Let the user change a setting."""
        await self._connection.send(new_signal(SETTINGS, "SettingChanged", "ssv", (namespace, key, value)))

    async def close(self) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        await self._connection.close()


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(SCREEN)
    with running_bus(tmp_path_factory.mktemp("bus")) as address:
        yield address


@pytest.fixture
async def portal(bus: str, request: pytest.FixtureRequest) -> AsyncIterator[SettingsPortal]:
    connection = await open_dbus_connection(bus)
    await connection.send(message_bus.RequestName("org.freedesktop.portal.Desktop"))
    made = SettingsPortal(connection, getattr(request, "param", {}))
    yield made
    await made.close()


@pytest.fixture
async def motion(bus: str, portal: SettingsPortal) -> AsyncIterator[PortalMotion]:
    made = find_motion("linux", {"DBUS_SESSION_BUS_ADDRESS": bus})
    assert isinstance(made, PortalMotion)
    watching = asyncio.create_task(made.watch())
    yield made
    watching.cancel()
    await asyncio.wait([watching])


@pytest.mark.parametrize("portal", [{GNOME: {"enable-animations": ("b", False)}}], indirect=True)
async def test_gnome_says_at_once_that_nothing_is_to_move(motion: PortalMotion) -> None:
    await until(lambda: motion.is_reduced)


@pytest.mark.parametrize(
    ("namespace", "key", "less", "more"),
    [
        (APPEARANCE, "reduced-motion", ("u", 1), ("u", 0)),
        (GNOME, "enable-animations", ("b", False), ("b", True)),
        (KDE, "AnimationDurationFactor", ("s", "0"), ("s", "0.5")),
    ],
)
@pytest.mark.parametrize("portal", [{GNOME: {"enable-animations": ("b", True)}}], indirect=True)
async def test_a_change_of_mind_counts_at_once(
    portal: SettingsPortal, motion: PortalMotion, namespace: str, key: str, less: Any, more: Any
) -> None:
    await until(lambda: portal.was_asked)
    await portal.change(namespace, "cursor-size", ("i", 24))
    await portal.change(namespace, key, less)
    await until(lambda: motion.is_reduced)
    await portal.change(namespace, key, more)
    await until(lambda: not motion.is_reduced)


@pytest.mark.parametrize("portal", [None], indirect=True)
async def test_where_the_desktop_does_not_say_things_move(bus: str, portal: SettingsPortal) -> None:
    motion = PortalMotion(bus)
    async with asyncio.timeout(10):
        await motion.watch()

    assert not motion.is_reduced


async def test_where_there_is_no_bus_things_move() -> None:
    motion = PortalMotion("unix:path=/nowhere")
    async with asyncio.timeout(10):
        await motion.watch()

    assert not motion.is_reduced

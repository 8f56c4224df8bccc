"""A part of the screen by the desktop's own means: against a portal on a real, private session bus."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColorConstants, QImage

from tests.servers.screenshot_portal import Answer, ScreenshotPortal
from tests.support.buses import running_bus
from tests.support.system import SCREEN, require
from translator.desktop.bus.portal_line import Patience
from translator.desktop.screen_grab.portal import PortalGrab
from translator.surroundings.copied import CannotGrab

Open = Callable[[Answer], Awaitable[ScreenshotPortal]]


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(SCREEN)
    with running_bus(tmp_path_factory.mktemp("bus")) as address:
        yield address


@pytest.fixture
async def open_portal(bus: str, qapp: object) -> AsyncIterator[Open]:
    opened: list[ScreenshotPortal] = []

    async def open_one(answer: Answer) -> ScreenshotPortal:
        opened.append(await ScreenshotPortal.open(bus, answer))
        return opened[-1]

    yield open_one
    for portal in opened:
        await portal.close()


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    """Return a file as the desktop leaves it, with a blank in its name."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.Red)
    path = tmp_path / "Screenshot 1.png"
    assert image.save(str(path))
    return path


def content_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def uri(path: Path) -> dict[str, Any]:
    return {"uri": ("s", path.as_uri())}


async def test_what_the_user_chose_is_read_and_its_file_removed(bus: str, open_portal: Open, shot: Path) -> None:
    content = content_of(shot)
    portal = await open_portal(lambda: (0, uri(shot)))
    picture = await PortalGrab(bus).grab()
    assert picture is not None
    assert (picture.content, picture.width, picture.height, picture.mime) == (content, 40, 30, "image/png")
    assert content_of(shot) is None
    assert portal.asked[0]["interactive"] == ("b", True)
    assert portal.registered == ["io.github.translator_desktop.Translator"]


async def test_who_cancels_has_chosen_nothing(bus: str, open_portal: Open) -> None:
    await open_portal(lambda: (1, {}))
    assert await PortalGrab(bus).grab() is None


@pytest.mark.parametrize(
    "told", [(2, {}), (0, {}), (0, {"uri": ("s", "https://example.org/x.png")}), (0, {"uri": ("s", "file:///nowhere")})]
)
async def test_a_desktop_that_makes_no_picture_is_told(bus: str, open_portal: Open, told: tuple[int, Any]) -> None:
    await open_portal(lambda: told)
    with pytest.raises(CannotGrab):
        await PortalGrab(bus).grab()


async def test_a_file_that_is_no_picture_is_refused(bus: str, open_portal: Open, tmp_path: Path) -> None:
    path = tmp_path / "shot.png"
    path.write_text("no picture")
    await open_portal(lambda: (0, uri(path)))
    with pytest.raises(CannotGrab):
        await PortalGrab(bus).grab()
    assert content_of(path) == b"no picture"  # it may be anything, and stays


async def test_a_portal_that_does_not_answer_is_not_waited_for(bus: str, open_portal: Open) -> None:
    portal = await open_portal(lambda: None)
    with pytest.raises(CannotGrab):
        await PortalGrab(bus, Patience(dialogue=0.05)).grab()
    await asyncio.wait_for(portal.withdrawn.wait(), 10)


async def test_a_portal_that_ends_meanwhile_is_not_waited_for(bus: str, open_portal: Open) -> None:
    asked = asyncio.Event()
    portal = await open_portal(asked.set)
    grabbing = asyncio.create_task(PortalGrab(bus).grab())
    await asyncio.wait_for(asked.wait(), 10)
    await portal.close()
    with pytest.raises(CannotGrab):
        await asyncio.wait_for(grabbing, 10)


async def test_without_a_portal_or_a_bus_there_is_no_picture(bus: str, tmp_path: Path, qapp: object) -> None:
    for address in (bus, f"unix:path={tmp_path}/nothing"):
        with pytest.raises(CannotGrab):
            await PortalGrab(address, Patience(answer=2)).grab()

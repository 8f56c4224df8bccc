"""For the tests of the window: a QApplication, and the proof that they run on the window's own loop."""

import asyncio

import pytest
import qasync

from tests.support.watched_log import WatchedLog


@pytest.fixture(autouse=True)
def application(qapp: object) -> object:
    """There is a QApplication before the loop is made."""
    return qapp


@pytest.fixture(autouse=True)
def on_the_windows_loop(request: pytest.FixtureRequest) -> None:
    """A coroutine test that ran on another loop would show nothing."""
    if asyncio.iscoroutinefunction(getattr(request, "function", None)):
        request.getfixturevalue("windows_loop")


@pytest.fixture
async def windows_loop() -> qasync.QEventLoop:
    """The running loop, which is the window's."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, qasync.QEventLoop), type(loop)
    return loop


@pytest.fixture(autouse=True)
def offscreen_has_no_size_hints(watched_log: WatchedLog) -> None:
    """The offscreen platform says so whenever a window is shown; it is no fault of ours."""
    watched_log.allow(r"WARNING qt: .*This plugin does not support (propagateSizeHints|raise)")

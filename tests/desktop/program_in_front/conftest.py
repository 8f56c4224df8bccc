"""For the tests of the program in front: a screen with a window manager."""

import os
import subprocess
from collections.abc import Iterator

import pytest

from tests.e2e.driver.waiting import wait_until
from tests.support.selections import running_screen
from tests.support.system import SCREEN, require


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of an X server with a window manager."""
    require(SCREEN)
    with running_screen() as name:
        environment = {**os.environ, "DISPLAY": name}
        manager = subprocess.Popen(["openbox", "--sm-disable"], env=environment, stderr=subprocess.DEVNULL)

        def is_there() -> bool:
            asked = subprocess.run(["xdotool", "get_num_desktops"], env=environment, check=False, capture_output=True)
            return asked.returncode == 0

        try:
            wait_until(is_there, 10, "window manager")
            yield name
        finally:
            manager.terminate()
            manager.wait(10)

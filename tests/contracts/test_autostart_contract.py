"""What every way to start at login keeps to (translator.ui.desktop_ports.Autostart)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.autostart import FakeAutostart
from tests.fakes.winreg import FakeWinreg
from translator.desktop.autostart.macos import LaunchAgentAutostart
from translator.desktop.autostart.windows import RunKeyAutostart
from translator.desktop.autostart.xdg import XdgAutostart
from translator.storage.atomic_file import write_for_anyone
from translator.ui.desktop_ports import Autostart

ID = "io.example.Translator"
COMMAND = ("/opt/the app/translator", "--background")

Make = Callable[[], Autostart]


@pytest.fixture(params=["fake", "xdg", "windows", "macos"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Each that is made stands for another run of the program."""
    fake, registry = FakeAutostart(), FakeWinreg()
    ways: dict[str, Make] = {
        "fake": lambda: fake,
        "xdg": lambda: XdgAutostart(tmp_path / "config" / "autostart", ID, COMMAND, write_for_anyone),
        "windows": lambda: RunKeyAutostart(registry, ID, COMMAND),
        "macos": lambda: LaunchAgentAutostart(tmp_path / "LaunchAgents", ID, COMMAND, write_for_anyone),
    }
    return ways[request.param]


def test_it_is_off_until_it_is_switched_on(make: Make) -> None:
    assert make().is_on() is False


def test_what_was_switched_is_so_in_the_next_run(make: Make) -> None:
    make().set_on(on=True)
    assert make().is_on() is True

    make().set_on(on=False)
    assert make().is_on() is False


def test_switching_twice_is_switching_once(make: Make) -> None:
    autostart = make()
    for on in (True, True, False, False):
        autostart.set_on(on=on)
        assert autostart.is_on() is on

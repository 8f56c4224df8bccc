"""For the tests of the running program: a private desktop, and the program on it in a home of its own."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.driver.app import App
from tests.e2e.driver.desktop import Desktop
from tests.support.system import KEYRING, SCREEN, require

StartApp = Callable[..., App]
FAILED = pytest.StashKey[bool]()

# Qt asks the accessibility registry about each key, and complains where that answers late: on a loaded machine it does.
_BRIDGE = re.compile(r"QSpiApplication::(?:keyEventError|notifyKeyboardListenerCallback) ")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember that the test failed, so that its end can say what the window looked like."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A screen, a window manager, a session bus on which nothing answers but accessibility, and nothing else."""
    require(SCREEN)
    with Desktop() as private:
        yield private


@pytest.fixture
def unlocked_keyring(desktop: Desktop, tmp_path: Path) -> Path:
    """An unlocked Secret Service on the desktop; the folder that it keeps its secrets in."""
    require(KEYRING)
    folder = tmp_path / "keyring"
    folder.mkdir()
    desktop.start_keyring(folder)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home folder of the program."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def start_app(request: pytest.FixtureRequest, desktop: Desktop, home: Path) -> Iterator[StartApp]:
    """Return a function that starts the program with these arguments and waits for its window.

    ``environment`` is added to its own. What it writes to standard output or error fails the test, but for the
    lines in which the regular expression ``App.expected_output`` is found.
    """
    started: list[App] = []
    with ExitStack() as running:

        def start(*arguments: str, environment: Mapping[str, str] | None = None) -> App:
            app = App(desktop, [sys.executable, "-m", "translator", *arguments], home, environment)
            started.append(app)
            return running.enter_context(app)

        yield start
        if has_failed(request):
            show(started)
    fail_on_output(started)


def has_failed(request: pytest.FixtureRequest) -> bool:
    """Return whether the test of this fixture has failed."""
    return request.node.stash.get(FAILED, False)


def fail_on_output(apps: Iterable[App]) -> None:
    """Fail where one of these has written to standard output or error what it was not expected to."""
    lines = [line for app in apps for line in _unexpected(app)]
    if lines:
        pytest.fail(f"the program wrote, in the end {lines[-1]!r}:\n" + "\n".join(lines), pytrace=False)


def show(apps: Iterable[App]) -> None:
    """Say what the windows of these look like, and what they wrote."""
    for app in apps:
        sys.stdout.write(f"--- The tree\n{app.dump()}\n--- The log\n{app.log}\n")


def _unexpected(app: App) -> list[str]:
    wanted = re.compile(app.expected_output) if app.expected_output else None
    lines = (line for line in app.log.splitlines() if not _BRIDGE.match(line))
    return [line for line in lines if not (wanted and wanted.search(line))]

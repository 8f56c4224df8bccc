"""For every test: a home of its own, no screen, no network keys, and a log that is watched."""

import asyncio
import gc
import logging
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication

from tests.support.measured import hold_back_coverage
from tests.support.system import foreign_module_in, may_skip
from tests.support.watched_log import WatchedLog, WatchingHandler, leave_qt_messages, send_qt_messages_to_log

# The event loop of the window; everything else runs on asyncio's own.
TESTS_ON_QT = ("ui", "desktop", "running")
# What would lead a test to the desktop, the keyring or the account of whoever runs it.
FOREIGN = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XDG_CURRENT_DESKTOP",
    "LANGUAGE",
    "LC_ALL",
    "LANG",
)
PLACES = ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR")

# The window is driven through X11 and D-Bus.
collect_ignore = [] if sys.platform.startswith("linux") else ["e2e"]

HOME = pytest.StashKey[Path]()
TESTS_RUN = pytest.StashKey[int]()
COLLECTED_EVERY = 40

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run a home of its own before anything reads the environment."""
    home = Path(tempfile.mkdtemp(prefix="home."))
    config.stash[HOME] = home
    for name in (*FOREIGN, *(name for name in os.environ if name.startswith("OPENAI_"))):
        os.environ.pop(name, None)
    for place in PLACES:
        (home / place.lower()).mkdir(mode=0o700)
        os.environ[f"XDG_{place}"] = str(home / place.lower())
    os.environ |= {"HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    settings.load_profile("here" if may_skip() else "ci")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's, of what it runs in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    send_qt_messages_to_log()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take that home away, and let go of Qt."""
    _empty_clipboard()
    leave_qt_messages()
    shutil.rmtree(config.stash[HOME], ignore_errors=True)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Have a thread end a test of the window that takes too long, and the process with it.

    The usual way is a signal, which Python hears with its next line of code: a loop of Qt's that waits for ever has
    none, and swallows what is raised within it.
    """
    if _is_under(item, TESTS_ON_QT):
        item.add_marker(pytest.mark.timeout(method="thread"))


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run the tests of the window on its own loop."""
    if _is_under(item, TESTS_ON_QT):
        return {"qt": _qt_loop}
    return {"asyncio": asyncio.new_event_loop}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Measure no process that a test starts, unless it says so; collect garbage now and then, here and nowhere else.

    The loops of the window's tests hold timers of Qt's. Collected on another thread, as Python does wherever it
    happens to be, those end the process; see ui/loop/garbage.py.
    """
    hold_back_coverage()  # each time: it comes back when a test without coverage has ended
    gc.disable()
    tests_run = item.config.stash.get(TESTS_RUN, 0) + 1
    item.config.stash[TESTS_RUN] = tests_run
    if tests_run % COLLECTED_EVERY == 0:
        gc.collect()


def _qt_loop() -> asyncio.AbstractEventLoop:
    from PySide6.QtWidgets import QApplication

    from translator.ui.loop.qt_loop import QtLoop

    return QtLoop(QApplication.instance() or QApplication([]), lambda: None)


def _empty_clipboard() -> None:
    """Have Qt delete what a test left there, while there is Python.

    The offscreen platform keeps it in a variable of its library, whose destructor is called after Python's end; what
    was made in Python calls Python once more then, and the process ends by a signal. The clipboards of real desktops
    go with the application, before that.
    """
    if QCoreApplication.instance() is not None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().clear()


def _is_under(item: pytest.Item, folders: tuple[str, ...]) -> bool:
    tests = Path(__file__).parent
    return item.path.is_relative_to(tests) and item.path.relative_to(tests).parts[0] in folders


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI a skipped test is a failed one: what it needs ought to have been there."""
    report = yield
    if report.skipped and not may_skip() and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but in CI nothing may be: {report.longrepr[2]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """The same for a whole file. A file that imports what this system does not have is skipped."""
    report = yield
    foreign = foreign_module_in(str(report.longrepr)) if report.failed else ""
    if foreign:
        report.outcome = "skipped"
        report.longrepr = (str(collector.path), 0, f"{foreign} is not for this system")
    if report.skipped and not may_skip():
        report.outcome = "failed"
        report.longrepr = f"skipped, but in CI nothing may be: {report.longrepr[2]}"
    return report


@pytest.fixture(autouse=True)
def watched_log() -> Iterator[WatchedLog]:
    """Fail the test on a record at WARNING or above, Qt's messages included, that it did not expect or allow."""
    log = WatchedLog()
    handler = WatchingHandler(log)
    logging.getLogger().addHandler(handler)
    yield log
    logging.getLogger().removeHandler(handler)
    complaints = log.complaints()
    if complaints:
        pytest.fail("The log:\n" + "\n".join(complaints), pytrace=False)


@pytest.fixture
def expected_log(watched_log: WatchedLog) -> Callable[[str], None]:
    """Return a function that says which record (a regular expression) the test is about to cause."""
    return watched_log.expect

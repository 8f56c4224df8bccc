import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning

from tests.support.watched_log import WatchedLog, WatchingHandler


@pytest.fixture
def inner() -> Iterator[WatchedLog]:
    """A watched log of its own, on a logger whose records do not reach the test's."""
    log = WatchedLog()
    handler = WatchingHandler(log)
    logger = logging.getLogger("inner")
    logger.propagate = False
    logger.addHandler(handler)
    yield log
    logger.removeHandler(handler)


def test_a_quiet_test_has_no_complaints(inner) -> None:
    logging.getLogger("inner").info("all is well")

    assert inner.complaints() == []


def test_an_unexpected_warning_is_a_complaint(inner) -> None:
    logging.getLogger("inner").warning("the disk is %s", "full")

    assert inner.complaints() == ["unexpected: WARNING inner: the disk is full"]


def test_an_expected_record_is_none(inner) -> None:
    inner.expect(r"ERROR inner: the disk is \w+")
    logging.getLogger("inner").error("the disk is full")

    assert inner.complaints() == []


def test_an_expected_record_that_does_not_come_is_a_complaint(inner) -> None:
    inner.expect("full")

    assert inner.complaints() == ["did not come: full"]


def test_an_allowed_record_need_not_come(inner) -> None:
    inner.allow("full")

    assert inner.complaints() == []


def test_qts_messages_are_log_records(expected_log) -> None:
    expected_log("WARNING qt: default: the sky is falling")

    qWarning("the sky is falling")


_LATE = """
import ctypes, sys
from pathlib import Path
import PySide6
from tests.support.watched_log import leave_qt_messages, send_qt_messages_to_log

send_qt_messages_to_log()
libraries = [ctypes.CDLL(None), ctypes.CDLL(str(Path(PySide6.__file__).with_name("Qt") / "lib" / "libQt6Core.so.6"))]
warn = ctypes.cast(libraries[1]._Z13qErrnoWarningPKcz, ctypes.c_void_p)
libraries[0].__cxa_atexit(warn, ctypes.c_char_p(b"said late"), None)
leave_qt_messages()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="by the names that things have in Linux' libraries")
def test_what_qt_says_after_the_end_of_python_ends_nothing_else() -> None:
    ran = subprocess.run([sys.executable, "-c", _LATE], capture_output=True, text=True, timeout=60, check=False)

    assert ran.returncode == 0
    assert ran.stderr.startswith("said late")

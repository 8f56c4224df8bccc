import logging
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

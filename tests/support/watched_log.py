"""Watches the log of each test: what nobody expected there fails it."""

import logging
import re
from dataclasses import dataclass, field

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def send_qt_messages_to_log() -> None:
    """Make every Qt message a record of the logger ``qt``."""
    logger = logging.getLogger("qt")

    def pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        logger.log(QT_LEVELS[kind], "%s: %s", context.category or "default", message)

    qInstallMessageHandler(pass_on)


def leave_qt_messages() -> None:
    """Let Qt write what it says from now on: said after Python's end, it would end the process by a signal."""
    qInstallMessageHandler(None)


@dataclass
class Expectation:
    """A record that a test waits for, or only allows."""

    pattern: re.Pattern[str]
    is_required: bool
    count: int = 0


@dataclass
class WatchedLog:
    """The records of one test at WARNING and above, and what the test said about them beforehand."""

    expectations: list[Expectation] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Say that a record comes in which this regular expression is found; the test fails if none does."""
        self.expectations.append(Expectation(re.compile(pattern), is_required=True))

    def allow(self, pattern: str) -> None:
        """Say that such records may come, any number of them."""
        self.expectations.append(Expectation(re.compile(pattern), is_required=False))

    def note(self, record: logging.LogRecord) -> None:
        """Take in one record. It is read as ``LEVEL logger: message``."""
        line = f"{record.levelname} {record.name}: {record.getMessage()}"
        for expectation in self.expectations:
            if expectation.pattern.search(line):
                expectation.count += 1
                return
        self.unexpected.append(line)

    def complaints(self) -> list[str]:
        """Return what came unexpected, and what was expected and did not come."""
        awaited = (e.pattern.pattern for e in self.expectations if e.is_required and not e.count)
        return [*(f"unexpected: {line}" for line in self.unexpected), *(f"did not come: {p}" for p in awaited)]


class WatchingHandler(logging.Handler):
    """Hands every record at WARNING and above to a WatchedLog."""

    def __init__(self, log: WatchedLog) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Take in the record."""
        self._log.note(record)

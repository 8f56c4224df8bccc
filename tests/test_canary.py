"""PySide6 6.12.0 lost references on every signal until the interpreter died: this is the first to know of it."""

import sys

from PySide6.QtCore import QObject, Signal

SIGNALS = 20_000


class Source(QObject):
    happened = Signal(bool)


def test_signals_keep_the_reference_counts_of_none_and_true(qapp) -> None:
    received = []
    source = Source()
    source.happened.connect(lambda value: received.append(value) if len(received) < 10 else None)
    before = sys.getrefcount(None), sys.getrefcount(True)

    for _ in range(SIGNALS):
        source.happened.emit(True)

    # Other threads may take or return a handful meanwhile; the fault costs one or more for each signal.
    allowed = SIGNALS // 20
    assert received == [True] * 10
    assert sys.getrefcount(None) > before[0] - allowed
    assert sys.getrefcount(True) > before[1] - allowed

"""The least that can put a streamed reply on the screen: ``python -m tests.bench.raw_window STEPS BASE_URL SCALE``.

A socket that Qt watches, what stands behind "content" cut out of it, and every 33 ms what has come since written to
the end of the app's own text field. No client, no event loop but Qt's, nothing checked.
"""

import json
import re
import socket
import sys
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from tests.bench.probes import FirstText, Ticks, tell
from tests.bench.row import Scale
from tests.bench.text import text_of
from translator.assets import resources
from translator.ui.look.icons import Icons
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.reading_edit import ReadingEdit

_TICK_MS = 33
_SETTLE_MS = 400
_CONTENT = re.compile(rb'"content": "((?:[^"\\]|\\.)+)"')


class Reading(QObject):
    """Asks for one reply, paints it, and calls ``then`` when all of it is painted."""

    def __init__(self, field: ReadingEdit, base_url: str, text: str, then: Callable[[], None]) -> None:
        super().__init__(field)
        self._field = field
        self._then = then
        self._unread = b""
        self._text: list[str] = []
        self._ended = False
        self._written = False
        field.replace_text("")
        self.first = FirstText(field)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._write)
        self._socket = _ask(base_url, text)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        received = self._unread + self._socket.recv(65_536)
        whole, end, self._unread = received.rpartition(b"\n")
        self._text += [piece.decode().replace("\\n", "\n") for piece in _CONTENT.findall(whole + end)]
        if b"data: [DONE]" in whole:
            self._ended = True
            self._notifier.setEnabled(False)
            self._socket.close()
        if self._text and not self._written:
            self._write()
        elif not self._timer.isActive():
            self._timer.start(_TICK_MS)

    def _write(self) -> None:
        bar = self._field.verticalScrollBar()
        cursor = QTextCursor(self._field.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("".join(self._text))
        bar.setValue(bar.maximum())
        self._text, self._written = [], True
        if self._ended:
            QTimer.singleShot(0, self._then)


def _ask(base_url: str, text: str) -> socket.socket:
    address = urlsplit(base_url)
    messages = [{"role": "user", "content": f"<source>\n{text}\n</source>"}]
    body = json.dumps({"model": "mock", "stream": True, "messages": messages}).encode()
    head = f"POST {address.path}/chat/completions HTTP/1.1\r\nhost: mock\r\ncontent-length: {len(body)}\r\n\r\n"
    connected = socket.create_connection((address.hostname, address.port))
    connected.sendall(head.encode() + body)
    connected.setblocking(False)
    return connected


class Measurement(QObject):
    """Takes the steps: what is measured, one after the other, by the names of the rows that want it."""

    def __init__(self, app: QApplication, field: ReadingEdit, base_url: str, scale: Scale, steps: list[str]) -> None:
        super().__init__()
        self._app = app
        self._field = field
        self._base_url = base_url
        self._scale = scale
        self._ticks = Ticks(self)
        self._measured: dict[str, Any] = {"first_text_at": []}
        does = {"first_text": self._first_text, "streaming_cpu": self._stream, "streaming_gap": self._stream_ticking}
        self._steps = [does[step] for step in steps]

    def step(self) -> None:
        """Take the next step, or end."""
        if self._steps:
            QTimer.singleShot(_SETTLE_MS, self._steps.pop(0))
        else:
            tell(self._measured)
            self._app.quit()

    def _first_text(self) -> None:
        """Wait for the first text of several short replies."""

        def done() -> None:
            self._measured["first_text_at"].append(reading.first.at)
            if len(self._measured["first_text_at"]) < self._scale.tries:
                self._steps.insert(0, self._first_text)
            self.step()

        reading = self._read(100, done)

    def _stream(self) -> None:
        cpu = time.process_time()

        def done() -> None:
            self._measured["cpu_s"] = time.process_time() - cpu
            self.step()

        self._read(self._scale.characters_streamed, done)

    def _stream_ticking(self) -> None:
        def done() -> None:
            self._measured["gap"] = self._ticks.stop()
            self.step()

        self._ticks.start()
        self._read(self._scale.characters_streamed, done)

    def _read(self, characters: int, then: Callable[[], None]) -> Reading:
        return Reading(self._field, self._base_url, text_of(characters), then)


def main(steps: list[str], base_url: str, scale: Scale) -> None:
    """Show the window, measure, print the figures."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    theme = Theme(app, Icons(resources() / "icons"))
    window = QMainWindow()
    window.resize(1100, 720)
    panes = QSplitter()
    source, target = ReadingEdit(theme), ReadingEdit(theme)
    source.replace_text(text_of(scale.characters_streamed))
    target.setReadOnly(True)
    target.undoing.set_on(on=False)
    panes.addWidget(source)
    panes.addWidget(target)
    window.setCentralWidget(panes)
    window.show()
    measurement = Measurement(app, target, base_url, scale, steps)
    measurement.step()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1].split(","), sys.argv[2], Scale(**json.loads(sys.argv[3])))

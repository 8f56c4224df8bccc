"""A running program, as far as other starts know it: it listens on a thread, and answers what it is told to."""

import socket
import threading
from contextlib import suppress
from typing import Self

from translator.desktop.instance.errors import CutOff
from translator.desktop.instance.frames import Answer, body_in, decode_call, encode_answer
from translator.desktop.instance.instance import Instance, become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.surroundings.summons import Call


class Listening:
    """``heard`` are the calls that came, ``answer`` what is said to them."""

    def __init__(self, place: MeetingPlace) -> None:
        self.place = place
        self.answer = Answer.OK
        self.heard: list[Call] = []
        self._instance: Instance | None = None
        self._listener: socket.socket | None = None
        self._thread = threading.Thread(target=self._listen)

    def __enter__(self) -> Self:
        self._instance = become_instance(self.place)
        assert self._instance is not None
        self._listener = self._instance.listener
        assert self._listener is not None
        self._listener.setblocking(True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._listener is not None
        assert self._instance is not None
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._thread.join()
        self._instance.release()

    def _listen(self) -> None:
        assert self._listener is not None
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._converse(connection)

    def _converse(self, connection: socket.socket) -> None:
        with suppress(CutOff):
            self.heard.append(decode_call(body_in(iter(lambda: connection.recv(4096), b""))))
            connection.sendall(encode_answer(self.answer))

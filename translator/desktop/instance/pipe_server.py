"""Listens at a named pipe, through Qt; for Windows. On other systems the same code listens at a socket of Qt's."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from translator.desktop.instance.frames import LARGEST, LENGTH_BYTES
from translator.desktop.instance.reception import DEADLINE_SECONDS, MOST_AT_ONCE, Reception
from translator.surroundings.summons import Call


class PipeServer:
    """Takes one call of each connection. ``knows`` is told a connection's descriptor, and says whether it is let in.

    The lock must be held: what else listens under that name, on other systems than Windows, is thrown out.
    """

    def __init__(
        self, name: str, answer: Callable[[Call], None], *, knows: Callable[[int], bool],
        deadline: float = DEADLINE_SECONDS, now: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._name = name
        self._reception = Reception(answer, now)
        self._knows = knows
        self._deadline = deadline
        self._open: list[QLocalSocket] = []
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_AT_ONCE)
        self._server.newConnection.connect(self._accept)

    def start(self) -> None:
        """Listen. Where the name is taken by a stranger, nobody is heard."""
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    async def close(self) -> None:
        """Listen no more; who is connected is hung up on."""
        self._server.close()
        for connection in list(self._open):
            connection.abort()

    def _accept(self) -> None:
        while self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            if len(self._open) >= MOST_AT_ONCE or not self._knows(int(connection.socketDescriptor())):
                connection.abort()
                connection.deleteLater()
            else:
                self._receive(connection)

    def _receive(self, connection: QLocalSocket) -> None:
        visit = self._reception.visit()
        connection.setReadBufferSize(LARGEST + LENGTH_BYTES)
        self._open.append(connection)

        def read() -> None:
            reply = visit.take(bytes(connection.readAll().data()))
            if reply is not None:
                connection.readyRead.disconnect(read)
                connection.write(reply)
                connection.disconnectFromServer()  # once it is written

        def forget() -> None:
            self._open.remove(connection)
            connection.deleteLater()

        connection.readyRead.connect(read)
        connection.disconnected.connect(forget)
        QTimer.singleShot(round(self._deadline * 1000), connection, connection.abort)
        read()

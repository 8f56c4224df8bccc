"""Which kind of server this system has."""

from collections.abc import Callable
from typing import Protocol

from translator.desktop.instance.instance import Instance
from translator.surroundings.summons import Call


class Server(Protocol):
    """Listens for calls of other starts."""

    def start(self) -> None:
        """Listen. The event loop must be running."""
        ...

    async def close(self) -> None:
        """Listen no more."""
        ...


def make_server(instance: Instance, answer: Callable[[Call], None]) -> Server:
    """Return what listens for this instance, and passes calls on to ``answer``."""
    if instance.listener is not None:
        from translator.desktop.instance.socket_server import SocketServer

        return SocketServer(instance.listener, answer)
    from translator.desktop.instance.pipe_server import PipeServer
    from translator.desktop.instance.windows_owner import is_clients_owner_mine

    return PipeServer(instance.place.pipe_name, answer, knows=is_clients_owner_mine)

"""Brings a window of ours to the front because the user asked for it somewhere else."""

import os
from contextlib import closing, suppress

from PySide6.QtGui import QGuiApplication

from translator.daemon_thread import call_in_daemon_thread

_LONGEST_SECONDS = 5.0


def take_activation(token: str) -> None:
    """Let the next window of ours that comes up use the desktop's token. On Wayland Qt looks for it here."""
    if token and QGuiApplication.platformName().startswith("wayland"):
        os.environ["XDG_ACTIVATION_TOKEN"] = token


async def insist(window: int) -> None:
    """Ask the window manager of X11 once more, as for the user: of a program itself, some only take note.

    ``window`` is the window's number there. Nothing is done elsewhere.
    """
    if QGuiApplication.platformName() == "xcb":
        with suppress(TimeoutError):
            await call_in_daemon_thread(lambda: _bring_to_front(window), _LONGEST_SECONDS)


def _bring_to_front(window: int) -> None:
    from translator.desktop.program_in_front.x11.windows import bring_to_front
    from translator.desktop.x11.server import FAULTS, Server

    with suppress(*FAULTS), closing(Server()) as server:
        bring_to_front(server, window)

"""The system's clipboard in a program of its own, on a real screen: ``python -m tests.support.clipboard_user``.

It says ``ready``, and ``changed`` whenever it is told of a change. Told ``set``, it puts a text on the clipboard; told
``borrow``, it keeps what is there, puts a text on it, and gives back; told ``read``, it reads;
told ``close``, it hands over what it has given back. It says when it has.
"""

import asyncio
import signal
import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.patience import be_patient
from translator.daemon_thread import start_in_daemon_thread
from translator.desktop.clipboard.finding import find_clipboard
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.clipboard.x11.board import X11Board
from translator.surroundings.copied import CannotRead
from translator.ui.loop.qt_loop import QtLoop


async def main() -> None:
    be_patient(pytest.MonkeyPatch())
    own_use = OwnUse()
    clipboard = find_clipboard(own_use)
    clipboard.listen(lambda: say("changed"))
    orders: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    threading.Thread(target=pass_on, args=(loop, orders), daemon=True).start()
    loop.add_signal_handler(signal.SIGTERM, orders.put_nowait, "end")
    say("ready")
    while (order := await orders.get()) != "end":
        if order == "set":
            clipboard.set_text("own text")
        elif order == "borrow":
            await start_in_daemon_thread(lambda: borrow(own_use))
        elif order == "close":
            await clipboard.close()
        else:
            try:
                order = (await clipboard.read()).text
            except CannotRead as reason:
                order = type(reason).__name__
        say(order)


def borrow(own_use: OwnUse) -> None:
    with own_use.going_on(), X11Board(own_use) as board:
        kept = board.keep()
        board.put("a translation")
        board.give_back(kept, board.change_number())


def pass_on(loop: asyncio.AbstractEventLoop, orders: asyncio.Queue[str]) -> None:
    for line in sys.stdin:
        loop.call_soon_threadsafe(orders.put_nowait, line.strip())


def say(what: str) -> None:
    sys.stdout.write(what + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=lambda: QtLoop(QApplication(sys.argv), lambda: None)) as runner:
        runner.run(main())

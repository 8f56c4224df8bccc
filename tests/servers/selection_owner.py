"""Another program that offers something on an X11 selection: ``python -m tests.servers.selection_owner``.

It reads JSON from standard input: ``selection``; ``formats``, lists of name, type, bits, hexadecimal bytes; ``hang``, a
list of names that are never answered (``TARGETS`` for a program that hangs altogether); ``pieces``, the bytes beyond
which content is handed out bit by bit; ``stall``, whether it falls silent after the first piece. It says its window's
number when it owns the selection, ``asked NAME`` at each request, and ``lost`` when it has been overtaken.
"""

import json
import struct
import sys
from typing import Any

import xcffib
import xcffib.xproto

TIME = 0


class Owner:
    """Owns one selection until another program takes it."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.connection = xcffib.connect()
        self.core = self.connection.core
        screen = self.connection.setup.roots[0]
        self.window = self.connection.generate_id()
        self.core.CreateWindow(0, self.window, screen.root, 0, 0, 1, 1, 0, 1, screen.root_visual, 0, [])
        self.selection = self.atom(told.get("selection", "CLIPBOARD"))
        self.formats = {
            self.atom(name): (self.atom(kind), bits, bytes.fromhex(content))
            for name, kind, bits, content in told["formats"]
        }
        self.hanging = {self.atom(name) for name in told.get("hang", [])}
        self.pieces: int = told.get("pieces", 1 << 18)
        self.stalls: bool = told.get("stall", False)
        self.on_the_way: dict[tuple[int, int], list[tuple[int, int, bytes]]] = {}

    def atom(self, name: str) -> int:
        number: int = self.core.InternAtom(False, len(name), name).reply().atom
        return number

    def run(self) -> None:
        self.core.SetSelectionOwner(self.window, self.selection, TIME)
        self.core.GetInputFocus().reply()
        say(str(self.window))
        while True:
            try:
                event = self.connection.wait_for_event()
            except xcffib.Error:  # whoever asked has gone
                continue
            if isinstance(event, xcffib.xproto.SelectionRequestEvent):
                self.answer(event)
            elif isinstance(event, xcffib.xproto.PropertyNotifyEvent) and event.state == 1:
                self.go_on((event.window, event.atom))
            elif isinstance(event, xcffib.xproto.SelectionClearEvent):
                say("lost")

    def answer(self, event: Any) -> None:
        name = bytes(self.core.GetAtomName(event.target).reply().name.raw).decode()
        say(f"asked {name}")
        if event.target in self.hanging:
            return
        place = event.property
        if name == "TARGETS":
            offered = [event.target, *self.formats]
            self.write(event.requestor, place, self.atom("ATOM"), 32, struct.pack(f"={len(offered)}I", *offered))
        elif event.target in self.formats:
            self.give(event.requestor, place, *self.formats[event.target])
        else:
            place = 0
        fields = (event.time, event.requestor, event.selection, event.target, place)
        notice = struct.pack("=B3xIIIII8x", 31, *fields)
        self.core.SendEvent(False, event.requestor, 0, notice)
        self.connection.flush()

    def give(self, window: int, place: int, kind: int, bits: int, content: bytes) -> None:
        if len(content) <= self.pieces:
            self.write(window, place, kind, bits, content)
            return
        cuts = range(0, len(content), self.pieces)
        self.on_the_way[window, place] = [
            *((kind, bits, content[cut : cut + self.pieces]) for cut in cuts), (kind, bits, b""),
        ]  # fmt: skip
        self.core.ChangeWindowAttributes(window, xcffib.xproto.CW.EventMask, [xcffib.xproto.EventMask.PropertyChange])
        self.write(window, place, self.atom("INCR"), 32, struct.pack("=I", len(content)))

    def go_on(self, way: tuple[int, int]) -> None:
        left = self.on_the_way.get(way)
        if not left:
            return
        self.write(*way, *left.pop(0))
        if self.stalls:
            left.clear()
        self.connection.flush()

    def write(self, window: int, place: int, kind: int, bits: int, content: bytes) -> None:
        self.core.ChangeProperty(0, window, place, kind, bits, len(content) * 8 // bits, content)


def say(what: str) -> None:
    sys.stdout.write(what + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    Owner(json.loads(sys.stdin.read())).run()

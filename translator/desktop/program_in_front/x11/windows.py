"""Windows of other programs: which one is in front, whose they are, and how one of them gets there."""

import struct
import time
from dataclasses import dataclass
from enum import Enum

import xcffib
import xcffib.res
import xcffib.xproto

from translator.desktop.x11.server import Server

_FRONT_SECONDS = 1.0  # a window manager brings a window to the front within some 20 ms; a busy one takes longer
_FROM_USER = 2  # EWMH's source indication of what acts for the user: it is not taken for stealing the focus
_NUMBERS = 4096  # bytes of a property that holds numbers

# By WM_CLASS, in lower case. What Ctrl+C means to the first two kinds is "end what runs here".
_WITH_COPY_KEY = frozenset((
    "alacritty", "com.mitchellh.ghostty", "contour", "deepin-terminal", "foot", "footclient", "gnome-terminal",
    "gnome-terminal-server", "guake", "io.elementary.terminal", "kgx", "kitty", "konsole", "lxterminal",
    "mate-terminal", "org.gnome.console", "org.gnome.ptyxis", "org.wezfurlong.wezterm", "ptyxis", "qterminal",
    "roxterm", "sakura", "terminator", "terminology", "tilda", "tilix", "xfce4-terminal", "yakuake",
))  # fmt: skip
_WITHOUT_COPY_KEY = frozenset((
    "aterm", "emacs", "eterm", "mlterm", "rxvt", "st", "st-256color", "urxvt", "uxterm", "xterm",
))  # fmt: skip


class Kind(Enum):
    """How one copies and pastes in a program."""

    ORDINARY = "ordinary"
    """With Ctrl+C and Ctrl+V."""
    TERMINAL = "terminal"
    """With Ctrl+Shift+C and Shift+Insert."""
    BY_SELECTION = "by selection"
    """Selecting copies, to the primary selection; Shift+Insert pastes. No key copies."""


@dataclass(frozen=True, slots=True)
class Front:
    """The window that was in front, and how to deal with its program. ``is_own`` where that program is this one."""

    window: int
    kind: Kind
    is_own: bool


def find_front(server: Server) -> Front | None:
    """Return the window in front; None where there is none."""
    window = window_in_front(server)
    if not window:
        return None
    return Front(window, _kind_of(server, window), is_same_program(server, window, server.window))


def window_in_front(server: Server) -> int:
    """Return the window that the window manager says is in front, or without one that has the keyboard; 0 for none."""
    if _has_window_manager(server):
        return _number(server, server.root, "_NET_ACTIVE_WINDOW")
    return focused_window(server)


def focused_window(server: Server) -> int:
    """Return the window that has the keyboard; 0 where none has."""
    focus: int = server.core.GetInputFocus().reply().focus
    return focus if focus not in (xcffib.xproto.InputFocus.PointerRoot, server.root) else 0


def is_same_program(server: Server, one: int, other: int) -> bool:
    """Return whether both windows are of one program: made over one connection, or by one process."""
    foreign = ~server.connection.setup.resource_id_mask
    if one & foreign == other & foreign:
        return True
    process = _process_of(server, one)
    return process != 0 and process == _process_of(server, other)


def is_inside(server: Server, window: int, outer: int) -> bool:
    """Return whether this is that window, or in it."""
    while window not in (0, outer, server.root):
        try:
            window = server.core.QueryTree(window).reply().parent
        except xcffib.Error:  # it has gone
            return False
    return window == outer


def last_touched(server: Server, window: int) -> int | None:
    """Return the server's time when the user last pressed a key or button in this window; None where it does not say.

    See _NET_WM_USER_TIME in the EWMH.
    """
    teller = _number(server, window, "_NET_WM_USER_TIME_WINDOW") or window
    return _number(server, teller, "_NET_WM_USER_TIME") or None


def bring_to_front(server: Server, window: int) -> None:
    """Ask for this window to be in front and to have the keyboard, unless it is and has."""
    if _is_in_front(server, window):
        return
    if _has_window_manager(server):
        wish = (_FROM_USER, server.timestamp(), 0, 0, 0)
        message = struct.pack("=BBHII5I", 33, 32, 0, window, server.atom("_NET_ACTIVE_WINDOW"), *wish)
        mask = xcffib.xproto.EventMask.SubstructureNotify | xcffib.xproto.EventMask.SubstructureRedirect
        server.core.SendEvent(False, server.root, mask, message)
    else:
        server.core.SetInputFocus(xcffib.xproto.InputFocus.PointerRoot, window, xcffib.xproto.Time.CurrentTime)
    server.connection.flush()


def wait_until_in_front(server: Server, window: int) -> bool:
    """Wait until this window is in front, and its program has the keyboard; return whether that is so."""
    end = time.monotonic() + _FRONT_SECONDS
    while not _is_in_front(server, window):
        if time.monotonic() > end:
            return False
        server.next_event(0.01)
    return True


def _is_in_front(server: Server, window: int) -> bool:
    focus = focused_window(server)
    return window_in_front(server) == window and focus != 0 and is_same_program(server, focus, window)


def _has_window_manager(server: Server) -> bool:
    return _number(server, server.root, "_NET_SUPPORTING_WM_CHECK") != 0


def _number(server: Server, window: int, name: str) -> int:
    found = server.read_property(window, server.atom(name), most=_NUMBERS)
    return found.numbers()[0] if found is not None and found.numbers() else 0


def _kind_of(server: Server, window: int) -> Kind:
    found = server.read_property(window, server.atom("WM_CLASS"), most=_NUMBERS)
    names = {name.decode("latin-1").lower() for name in found.content.split(b"\0")} if found is not None else set()
    if names & _WITHOUT_COPY_KEY:
        return Kind.BY_SELECTION
    return Kind.TERMINAL if names & _WITH_COPY_KEY else Kind.ORDINARY


def _process_of(server: Server, window: int) -> int:
    """Return the process that has made this window, as the server knows it; 0 where it does not."""
    mask = xcffib.res.ClientIdMask.LocalClientPID
    try:
        resources = server.connection(xcffib.res.key)
        answer = resources.QueryClientIds(1, [struct.pack("=II", window, mask)]).reply()
    except xcffib.XcffibException:
        return 0
    return next((value.value[0] for value in answer.ids if len(value.value)), 0)

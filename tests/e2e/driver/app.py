"""The program under test, on a private desktop, in a home of its own."""

import os
import signal
import subprocess
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Self

from tests.e2e.driver.bus import REGISTRY, Event, Gone
from tests.e2e.driver.desktop import Desktop
from tests.e2e.driver.node import Node
from tests.e2e.driver.waiting import wait_until

ROOT = "/org/a11y/atspi/accessible/root"
# Roles that a screen reader announces by name.
NAMED = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "password text", "spin button",
    "slider", "list", "tree", "table", "page tab", "menu item", "link", "frame", "dialog", "alert",
}  # fmt: skip
QUIET_STATES = {"sensitive", "visible", "focusable"}


class App:
    """A running program, found, read and worked as with a screen reader, a keyboard and a mouse.

    It sees a home of its own under ``home``, kept over restarts; ``environment`` is added to what the desktop gives.
    ``announcements`` are the sentences it asked a screen reader to say. ``expected_output`` is a regular expression
    for the lines that it may write to standard output or error; tests/e2e/conftest.py fails a test on others.
    """

    def __init__(
        self, desktop: Desktop, command: Sequence[str | Path], home: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self.desktop = desktop
        self.command = command
        self.home = home
        self.environment = dict(environment or {})
        self.announcements: list[str] = []
        self.expected_output = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._popups: list[Node] = []
        self._ids: dict[tuple[str, str], str] = {}

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    # Its life

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The running process. Raises RuntimeError where there is none."""
        if self._process is None:
            raise RuntimeError("the program is not running")
        return self._process

    @property
    def log(self) -> str:
        """What the program wrote to its standard output and error, over all its runs."""
        return self.log_path.read_text("utf-8", "replace")

    @property
    def log_path(self) -> Path:
        """The file of that log."""
        return self.home / "program.log"

    def start(self, *arguments: str, timeout: float = 30) -> float:
        """Start it, with these arguments added; return the seconds until its first window had the keyboard."""
        with self.log_path.open("ab") as out:
            self._process = subprocess.Popen(
                [*map(str, self.command), *arguments], env=self.own_environment(), cwd=self.home,
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        return self.wait(lambda: any("active" in window.states for window in self.windows()), timeout, "first window")

    def stop(self, patience: float = 30) -> int | None:
        """Ask it to end, make it end if it does not; return its exit status (None where it was not running)."""
        if self._process is None:
            return None
        process, self._process = self._process, None
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
        return process.wait()

    def kill(self) -> None:
        """End it without a word, as ``kill -9`` does."""
        process, self._process = self.process, None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    def restart(self) -> None:
        """Stop it and start it again, in the same home."""
        self.stop()
        self.start()

    def start_again(self, *arguments: str, timeout: float = 30) -> int:
        """Start it once more, in the same home, while this one runs; return that start's exit status."""
        with self.log_path.open("ab") as out:
            return subprocess.run(
                [*map(str, self.command), *arguments], env=self.own_environment(), cwd=self.home,
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, timeout=timeout, check=False,
            ).returncode  # fmt: skip

    def wait_for_exit(self, timeout: float = 10) -> int:
        """Wait until it has ended by itself; return its exit status. Raises TimeoutError."""
        process = self.process
        wait_until(lambda: process.poll() is not None, timeout, "end of the program")
        self._process = None
        return process.wait()

    def own_environment(self) -> dict[str, str]:
        """Return the environment that it is started in."""
        # The runtime folder must be the user's alone, and its path short enough for a socket in it.
        # Several homes on one desktop are several users.
        runtime = self.desktop.folder / f"runtime-{zlib.crc32(bytes(self.home)):08x}"
        runtime.mkdir(mode=0o700, exist_ok=True)
        places = {"CONFIG": ".config", "DATA": ".local/share", "STATE": ".local/state", "CACHE": ".cache"}
        own = {f"XDG_{name}_HOME": str(self.home / place) for name, place in places.items()}
        # Qt complains of whoever asks for what has just vanished, and of scripts for which this machine has no font:
        # that is us, not the program.
        own["QT_LOGGING_RULES"] = "qt.accessibility.atspi=false;qt.text.font.db=false"
        own |= {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}
        inherited = {k: v for k, v in self.desktop.environment.items() if not k.startswith("OPENAI_")}
        return {**inherited, **own, **self.environment}

    # Its accessible tree

    def windows(self) -> list[Node]:
        """Return its windows: those it lists, and pop-up windows, which Qt does not list, while they are shown."""
        self._take_events()
        owners = {owner for owner, _ in self.desktop.bus.children(REGISTRY, ROOT) if self._is_mine(owner)}
        roots = [Node(self.desktop.bus, self, owner, ROOT) for owner in owners]
        listed = [window for root in roots for window in root.children]
        self._popups = [node for node in self._popups if node.owner in owners and _is_window(node)]
        return [*listed, *(node for node in self._popups if node not in listed)]

    def _is_mine(self, owner: str) -> bool:
        bus = "org.freedesktop.DBus"
        try:
            pid = self.desktop.bus.call(bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID", "s", (owner,))
        except Gone:
            return False
        return self._process is not None and os.getpgid(pid) == self._process.pid

    def _take_events(self) -> None:
        for event in self.desktop.bus.take_events():
            self._note(event)

    def _note(self, event: Event) -> None:
        if event.kind == "Announcement":
            self.announcements.append(str(event.value))
        elif (event.detail, event.number) == ("showing", 1):
            self._popups.append(Node(self.desktop.bus, self, event.owner, event.path))

    def walk(self, *, hidden: bool = True) -> Iterator[Node]:
        """Yield what is in its tree, with what is not on the screen or without; what vanishes meanwhile is left out."""
        for window in self.windows():
            yield from window.walk(hidden=hidden)

    def query(self, object_name: str = "", *, role: str = "", name: str = "", hidden: bool = False) -> list[Node]:
        """Return all that match now. ``hidden`` also takes what is not on the screen."""
        return list(self._matching(object_name, role, name, hidden))

    def _matching(self, object_name: str, role: str, name: str, hidden: bool) -> Iterator[Node]:
        def fits(node: Node) -> bool:
            try:
                return (
                    (not object_name or f".{self._id(node)}".endswith(f".{object_name}"))
                    and (not role or node.role == role)
                    and (not name or node.name == name)
                )
            except Gone:
                return False

        return (node for node in self.walk(hidden=hidden) if fits(node))

    def _id(self, node: Node) -> str:
        """Return the path of objectNames, asked for once: it stays, and the tree is gone through again and again."""
        place = (node.owner, node.path)
        if place not in self._ids:
            self._ids[place] = node.id
        return self._ids[place]

    def find(
        self, object_name: str = "", *, role: str = "", name: str = "", hidden: bool = False, timeout: float = 5
    ) -> Node:
        """Return the first that matches, waited for. Raises TimeoutError."""
        found: list[Node] = []

        def look() -> bool:
            found.extend(islice(self._matching(object_name, role, name, hidden), 1))
            return bool(found)

        try:
            self.wait(look, timeout)
        except TimeoutError as error:
            raise TimeoutError(f"no {object_name} {role} {name} within {timeout} s in\n{self.dump()}") from error
        return found[0]

    def find_window(self, object_name: str) -> Node:
        """Return the window of that name, waited for until it has the keyboard: only then is it where it will stay."""
        window = self.find(object_name)
        self.wait(lambda: "active" in window.states, 5, f"the keyboard in {object_name}")
        return window

    def has(self, object_name: str = "", *, role: str = "", name: str = "") -> bool:
        """Whether there is one on the screen now."""
        return any(True for _ in self._matching(object_name, role, name, hidden=False))

    def unnamed(self) -> list[Node]:
        """Return the controls on the screen that a screen reader cannot name.

        A combo box counts as named by a label alone: Qt on Linux gives its current item as its name.
        """

        def nameless(node: Node) -> bool:
            own = node.role in NAMED and ".qt_" not in node.id and "QComboBoxListView" not in node.id
            return own and not node.labels and (node.role == "combo box" or not node.name.strip())

        return [node for node in self.query() if nameless(node)]

    def dump(self) -> str:
        """Return the tree as lines of text, for a person."""
        return "\n".join(_describe(node) for node in self.query(hidden=True))

    # Hands and eyes

    def wait(self, condition: Callable[[], object], timeout: float = 10, what: str = "condition") -> float:
        """Wait until the condition holds; return the seconds it took. Raises TimeoutError, or RuntimeError if it ended.

        A condition about an object that is gone does not hold.
        """

        def holds() -> bool:
            self._take_events()
            if self._process is not None and self._process.poll() is not None:
                raise RuntimeError(f"the program ended with {self._process.returncode}\n{self.log[-2000:]}")
            try:
                return bool(condition())
            except Gone:
                return False

        return wait_until(holds, timeout, what)

    def key(self, *keys: str) -> None:
        """Press these keys, one after the other, such as ``ctrl+Return``."""
        self.desktop.key(*keys)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.desktop.type(text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click there."""
        self.desktop.click(x, y, button)

    def screenshot(self, path: Path, node: Node | None = None) -> None:
        """Save the screen, or the part of it that this node covers."""
        self.desktop.screenshot(path, node.extents if node else None)


def _is_window(node: Node) -> bool:
    try:
        return node.is_showing and node.parent_path == ROOT
    except Gone:
        return False


def _describe(node: Node) -> str:
    try:
        return (
            f"{node!r} {sorted(node.states - QUIET_STATES)} text={node.text!r} does={node.actions} labels={node.labels}"
        )
    except Gone:
        return "(gone)"

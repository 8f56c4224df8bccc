"""A private desktop without a monitor: screen, window manager, session bus, accessibility, keyboard and clipboard."""

import os
import re
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.e2e.driver.bus import AccessibilityBus
from tests.e2e.driver.waiting import wait_until

# Where the accessibility bus says how it is started; the folder of the program differs between distributions.
ACCESSIBILITY_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
# A bus that starts nothing by itself: no keyring or portal of the machine answers by chance.
BUS_CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
# What would let a program find the desktop that this one runs in.
FOREIGN = (
    "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "NO_AT_BRIDGE", "QT_ACCESSIBILITY",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME", "XDG_CURRENT_DESKTOP", "XDG_DATA_HOME", "XDG_STATE_HOME",
)  # fmt: skip


class Desktop:
    """A private desktop. Everything it started has ended when its ``with`` block is left.

    ``environment`` is what a program needs to run on it.
    """

    def __init__(self, width: int = 1280, height: int = 900) -> None:
        self.size = (width, height)
        self._started: list[subprocess.Popen[bytes]] = []
        self._folder = tempfile.TemporaryDirectory(prefix="desktop.")
        self.folder = Path(self._folder.name)
        self.environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        # In a home of its own and without the desktop's settings, nothing here changes those of the user.
        self.environment |= {
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
            "GSETTINGS_BACKEND": "memory",
        }
        self.environment |= {"XDG_SESSION_TYPE": "x11", "QT_QPA_PLATFORM": "xcb"}
        self._clipboard_owner: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.environment["DISPLAY"] = self._start_screen()
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
            self.start("openbox", "--sm-disable")
            self._start_accessibility()
            wait_until(self._has_window_manager, 10, "window manager")
            self.bus = AccessibilityBus(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        except BaseException as error:
            error.add_note(f"The desktop's programs said:\n{self.log()}")
            self._end_all()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.bus.close()
        self._end_all()

    # Processes

    def start(
        self, *command: str | Path, pass_fds: Sequence[int] = (), stdin: int | None = None, log: str = "desktop.log"
    ) -> subprocess.Popen[bytes]:
        """Start a program on this desktop, in a process group of its own; what it says goes to that log."""
        with (self.folder / log).open("ab") as out:
            process = subprocess.Popen(
                [str(part) for part in command], env=self.environment, stdin=stdin or subprocess.DEVNULL, stdout=out,
                stderr=subprocess.STDOUT, pass_fds=pass_fds, start_new_session=True,
            )  # fmt: skip
        self._started.append(process)
        return process

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End a program that was started here, with its process group: asked first, then made to."""
        self._started.remove(process)
        end_group(process)

    def end_screen(self) -> None:
        """End the X server, from which everything on it is cut off."""
        self.end(self._screen)

    def _end_all(self) -> None:
        for process in reversed(self._started.copy()):
            self.end(process)
        self._folder.cleanup()

    def _start_screen(self) -> str:
        width, height = self.size
        # Without -noreset the server starts afresh, and drops its newest client, when for a moment it has no other.
        options = ("-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset")
        display = ":" + self._start_and_listen("Xvfb", *options, "-displayfd")
        self._screen = self._started[-1]
        return display

    def _start_bus(self) -> str:
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS_CONFIGURATION.format(socket=self.folder / "bus"), encoding="utf-8")
        return self._start_and_listen(
            "dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address"
        )

    def _start_and_listen(self, *command: str) -> str:
        """Start a program that writes its address to the descriptor it is given last, when it can be reached."""
        reading, writing = os.pipe()
        self.start(*command, str(writing), pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as pipe:
            address = pipe.readline().strip()
        if not address:
            raise RuntimeError(f"{command[0]} did not start")
        return address

    def _start_accessibility(self) -> None:
        service = ACCESSIBILITY_SERVICE.read_text(encoding="utf-8")
        command = next(line[5:] for line in service.splitlines() if line.startswith("Exec="))
        self.start(*shlex.split(command), "--launch-immediately")
        wait_until(lambda: self._owns_name("org.a11y.Bus"), 10, "accessibility bus")

    def _has_window_manager(self) -> bool:
        return self._xdotool("get_num_desktops", check=False).returncode == 0

    def start_keyring(self, folder: Path, password: str = "made-up") -> None:
        """Start an unlocked Secret Service that keeps its secrets in this folder."""
        command = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
        process = self.start("env", f"XDG_DATA_HOME={folder}", *command, stdin=subprocess.PIPE)
        assert process.stdin is not None
        process.stdin.write(password.encode())
        process.stdin.close()
        wait_until(lambda: self._owns_name("org.freedesktop.secrets"), 10, "keyring")

    def _owns_name(self, name: str) -> bool:
        with open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"]) as session:
            return bool(session.send_and_get_reply(message_bus.NameHasOwner(name), timeout=20).body[0])

    def log(self, name: str = "desktop.log") -> str:
        """Return what the programs of that log said."""
        return (self.folder / name).read_text("utf-8", "replace")

    # Keyboard, mouse, clipboard and screen

    def _xdotool(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["xdotool", *arguments], env=self.environment, check=check, capture_output=True)

    def key(self, *keys: str, apart_ms: int = 24) -> None:
        """Press these keys, one after the other, such as ``ctrl+Return``, with these milliseconds between them."""
        # It waits half of its delay when a key has gone down, and when it has come up; most chords are of two.
        self._xdotool("key", "--delay", str(apart_ms // 2), "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type ASCII as keys; paste anything else, since characters that the keymap lacks would be lost."""
        if text.isascii():
            self._xdotool("type", "--delay", "4", "--", text)
        else:
            self.copy(text)
            self.key("ctrl+v")

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click there."""
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", str(button))

    def drag(self, from_: tuple[int, int], to: tuple[int, int]) -> None:
        """Press the left button at one place, and let go of it at another."""
        steps = ("mousemove", "--sync", *map(str, from_), "mousedown", "1", "mousemove", "--sync", *map(str, to))
        self._xdotool(*steps, "mouseup", "1")

    def title_in_front(self) -> str:
        """Return the title of the window that is in front and has the keyboard, empty where there is none."""
        # A window manager may go on naming one that is gone, whose number the server gives to another, never shown.
        active, focused = (
            self._xdotool(*words, check=False).stdout.decode().strip()
            for words in (("getactivewindow",), ("getwindowfocus", "-f"))
        )
        return self._xdotool("getwindowname", active, check=False).stdout.decode().strip() if active == focused else ""

    def bring_to_front(self, title: str) -> None:
        """Bring the window of this title to the front, as soon as there is one."""
        command = ("search", "--onlyvisible", "--name", f"^{re.escape(title)}$", "windowactivate")
        wait_until(lambda: self._xdotool(*command, check=False).returncode == 0, 20, title)
        wait_until(lambda: self.title_in_front() == title, 10, f"{title} in front")

    def resize(self, width: int, height: int) -> None:
        """Give the active window this size, as soon as there is one."""
        command = ("getactivewindow", "windowsize", "--sync", str(width), str(height))
        wait_until(lambda: self._xdotool(*command, check=False).returncode == 0, 5, "active window")

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""
        if self._clipboard_owner is not None:
            self.end(self._clipboard_owner)
        command = ("xclip", "-quiet", "-selection", "clipboard")
        self._clipboard_owner = owner = self.start(*command, stdin=subprocess.PIPE)
        assert owner.stdin is not None
        owner.stdin.write(text.encode())
        owner.stdin.close()
        wait_until(lambda: self.clipboard() == text, 5, "clipboard")

    def clipboard(self) -> str:
        """Return the text on the clipboard, empty where there is none."""
        return self._selection("clipboard")

    def selected(self) -> str:
        """Return the text that was selected last, in whatever program; empty where there is none."""
        return self._selection("primary")

    def _selection(self, name: str) -> str:
        command = ["xclip", "-selection", name, "-out"]
        return subprocess.run(command, env=self.environment, check=False, capture_output=True).stdout.decode()

    def wait(self, condition: Callable[[], object], timeout: float = 10, what: str = "condition") -> float:
        """Wait until the condition holds; return the seconds it took. Raises TimeoutError."""
        return wait_until(condition, timeout, what)

    def screenshot(self, path: Path, area: tuple[int, int, int, int] | None = None) -> None:
        """Save the screen, or the area (left, top, width, height) of it, as a picture."""
        path.parent.mkdir(parents=True, exist_ok=True)
        crop: list[str] = []
        if area:
            left, top, width, height = area
            crop = ["-crop", f"{width}x{height}+{left}+{top}", "+repage"]
        command = ["import", "-silent", "-window", "root", *crop, str(path)]
        subprocess.run(command, env=self.environment, check=True)


def end_group(process: subprocess.Popen[bytes], patience: float = 5) -> None:
    """End a process and the group it leads: asked first, then made to."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(patience)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    process.wait()

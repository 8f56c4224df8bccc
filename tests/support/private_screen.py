"""A screen without a monitor for a process that is looked at from inside, and what that process finds around it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.driver.desktop import FOREIGN, end_group

_PLACES = ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR")


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Run an X server without a monitor; yield its display."""
    reading, writing = os.pipe()
    options = ("-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset", "-displayfd", str(writing))
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL, start_new_session=True)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"
    finally:
        end_group(server)


@contextmanager
def started(*command: str, display: str, stdin: int = subprocess.DEVNULL) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program on this display."""
    environment = {**os.environ, "DISPLAY": display}
    process = subprocess.Popen(command, env=environment, stdin=stdin, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        end_group(process)


@contextmanager
def copied(text: str, display: str) -> Iterator[None]:
    """Have this text on the clipboard of the display, until something else is."""
    with started("xclip", "-quiet", "-selection", "clipboard", display=display, stdin=subprocess.PIPE) as owner:
        assert owner.stdin is not None
        owner.stdin.write(text.encode())
        owner.stdin.close()
        yield


def bare_environment(home: str, display: str) -> dict[str, str]:
    """Return an environment with this home, which is empty, and this display; nothing in it leads anywhere else."""
    # PYTHONDONTWRITEBYTECODE alone would double the app's start, and leave a bare window's as it is.
    unwanted = ("OPENAI_", "XDG_", "PYTHON")
    kept = {k: v for k, v in os.environ.items() if k not in FOREIGN and not k.startswith(unwanted)}
    places = {f"XDG_{place}": str(Path(home, place.lower())) for place in _PLACES}
    for place in places.values():
        Path(place).mkdir(mode=0o700)
    return kept | places | {"HOME": home, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}

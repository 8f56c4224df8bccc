"""A private session bus, on which nothing is started by itself."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.driver.desktop import BUS_CONFIGURATION

PATIENCE_SECONDS = 20


@contextmanager
def running_bus(folder: Path) -> Iterator[str]:
    """Run a bus with its socket in this folder; yield its address."""
    configuration = folder / "bus.conf"
    configuration.write_text(BUS_CONFIGURATION.format(socket=folder / "bus"), encoding="utf-8")
    reading, writing = os.pipe()
    options = (f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address", str(writing))
    bus = subprocess.Popen(["dbus-daemon", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            address = pipe.readline().strip()
        assert address, "dbus-daemon did not start"
        yield address
    finally:
        bus.terminate()
        bus.wait(PATIENCE_SECONDS)

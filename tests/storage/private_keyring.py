"""A real Secret Service of its own for one test: a private session bus with a gnome-keyring on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.system import KEYRING, require

PROBE = Path(__file__).with_name("keyring_probe.py")
ROOT = Path(__file__).parents[2]

_SESSION = """
printf %s ci-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
owner() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \\
        org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets 2>/dev/null
}
for _ in $(seq 200); do
    KEYRING_PID=$(owner | awk '{print $NF}')
    [ -n "$KEYRING_PID" ] && break
    sleep 0.05
done
export KEYRING_PID
"$@"
status=$?
kill -CONT "$KEYRING_PID"; kill "$KEYRING_PID"
exit $status
"""


def environment(folder: Path) -> dict[str, str]:
    """Return an environment whose keyring, places and home are in the folder."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "COVERAGE_PROCESS_START")}
    places = {name: str(folder / name) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    return {**kept, **places, "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(ROOT)}


def in_private_session(folder: Path, command: list[str], **kept: str) -> subprocess.CompletedProcess[str]:
    """Run the command where an unlocked keyring is on the session bus; skip the test where there can be none."""
    require(KEYRING)
    session = ["dbus-run-session", "--", "bash", "-c", _SESSION, "bash"]
    environ = {**environment(folder), **kept}
    return subprocess.run([*session, *command], env=environ, capture_output=True, text=True, timeout=60, check=False)


def outcomes(ran: subprocess.CompletedProcess[str]) -> list[object]:
    """Return what the probe said."""
    assert ran.returncode == 0, ran.stderr
    read = json.loads(ran.stdout.splitlines()[-1])
    assert isinstance(read, list)
    return read


def probe(folder: Path, *steps: str) -> list[object]:
    """Return what the steps brought, on a real keyring."""
    return outcomes(in_private_session(folder, [sys.executable, str(PROBE), *steps]))


def probe_without_bus(folder: Path, *steps: str, **kept: str) -> list[object]:
    """Return what the steps brought where there is no session bus."""
    environ = {**environment(folder), **kept, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/nothing"}
    command = [sys.executable, str(PROBE), *steps]
    return outcomes(subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False))

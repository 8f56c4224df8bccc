"""``translator key`` on a real keyring, on none, and what is never seen of a key."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import ROOT, Run, start
from tests.servers.processes import MockServer, running_mock
from tests.storage.private_keyring import environment, in_private_session
from translator.settings import Service, Settings
from translator.storage.settings.settings_file import SettingsFile

KEY = "sk-proj-Never4Seen5Anywhere6"


def in_session(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script in which ``$T`` is the command line."""
    return in_private_session(folder, ["bash", "-c", script], T=f"{sys.executable} -m translator", PYTHONPATH=str(ROOT))


def test_a_key_is_stored_found_and_removed(tmp_path: Path) -> None:
    ran = in_session(
        tmp_path,
        f"$T key status; echo =$?; echo {KEY} | $T key set; echo =$?; $T key status; echo =$?;"
        "$T key status --service Mistral; echo =$?; $T key delete; echo =$?; $T key status; echo =$?",
    )
    statuses = [line for line in ran.stdout.splitlines() if line.startswith("=")]
    assert statuses == ["=4", "=0", "=0", "=4", "=0", "=4"]
    assert "OpenAI" in ran.stdout
    assert KEY not in ran.stdout + ran.stderr


def test_a_stored_key_translates_and_is_seen_nowhere(tmp_path: Path) -> None:
    with running_mock("--require-key", KEY) as server:
        _use(tmp_path, server)
        ran = in_session(
            tmp_path,
            f"echo {KEY} | $T key set; $T text --from en --to de --json Hello; echo =$?; $T doctor; echo =$?;"
            "$T text --from en --to de --model mock+http401 Hello; echo =$?;"
            "$T text --from en --to de --model mock+reset 'Hello to you all'; echo =$?",
        )
        sent = json.dumps(server.settled_log())
    assert [line for line in ran.stdout.splitlines() if line.startswith("=")] == ["=0", "=0", "=4", "=3"]
    assert f"Bearer {KEY}" in sent
    assert KEY not in ran.stdout + ran.stderr
    assert _files_with(KEY, tmp_path) == []


def test_a_key_is_in_no_argument_list(mock: MockServer) -> None:
    with running_mock("--fault", "stall") as server:
        arguments = ("text", "--from", "en", "--to", "de", "--base-url", server.base_url, "--model", "m", "Hello you")
        process = start(*arguments, OPENAI_API_KEY=KEY)
        server.wait_for("active", 1)
        seen = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        process.terminate()
        out, err = process.communicate(timeout=30)
    assert KEY.encode() not in seen + out + err


def test_an_unexpected_failure_shows_no_key(tmp_path: Path) -> None:
    # A fault of our own ends in a traceback; the lines it prints hold names, never values.
    script = (
        "import sys; from translator import cli, parts\n"
        "def broken(service, keys, books): raise RuntimeError(repr((service, keys, books)))\n"
        "parts.make_engine = broken\n"
        "cli.main(sys.argv[1:])\n"
    )
    command = [sys.executable, "-c", script, "text", "--from", "en", "--to", "de", "Hello"]
    ran = subprocess.run(
        command, env={**os.environ, "OPENAI_API_KEY": KEY}, capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert "RuntimeError" in ran.stderr
    assert KEY not in ran.stderr


def test_a_key_is_not_taken_from_an_argument(run: Run) -> None:
    ran = run("key", "set", KEY)
    assert ran.status == 2


@pytest.mark.parametrize("key", [b"", b"\n", b"   \n"])
def test_no_key_is_bad_usage(run: Run, key: bytes) -> None:
    assert run("key", "set", stdin=key).status == 2


def test_a_malformed_key_is_refused_without_being_shown(run: Run) -> None:
    ran = run("key", "set", stdin=b"sk-Never4 Seen5\n")
    assert ran.status == 4
    assert "Seen5" not in ran.out + ran.err


@pytest.mark.parametrize("action", ["set", "delete", "status"])
def test_without_a_keyring_it_says_so(run: Run, action: str) -> None:
    ran = run("key", action, stdin=b"sk-1\n")
    assert ran.status == 4
    assert "keyring" in ran.err


def test_a_key_of_the_environment_is_named_and_is_not_stored(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    ran = run("key", "status")
    assert ran.status == 4
    assert "OPENAI_API_KEY" in ran.out
    assert KEY not in ran.out + ran.err


@pytest.mark.parametrize("name", ["nobody", "demo"])
def test_a_service_that_has_no_key_is_bad_usage(run: Run, name: str) -> None:
    assert run("key", "status", "--service", name).status == 2


def _use(folder: Path, server: MockServer) -> None:
    service = Service("box", "My box", base_url=server.base_url, model="mock")
    place = Path(environment(folder)["XDG_CONFIG_HOME"])
    SettingsFile(place / "translator" / "settings.toml").save(Settings("box", (service,)))


def _files_with(secret: str, folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if secret.encode() in path.read_bytes()]


def test_at_a_terminal_the_key_is_asked_for_and_not_echoed() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "translator", "key", "set"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    shown = b""
    try:
        while b"Key for OpenAI" not in shown:
            shown += os.read(ours, 4096)
        os.write(ours, f"{KEY}\n".encode())
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # so Linux says that the other side has closed
        pass
    assert process.wait(timeout=30) == 4
    os.close(ours)
    assert b"keyring" in shown
    assert KEY.encode() not in shown


def test_one_ctrl_c_is_enough_while_the_key_is_asked_for() -> None:
    ours, theirs = pty.openpty()
    process = start("key", "set", stdin=theirs)
    os.close(theirs)
    assert process.stderr is not None
    assert b"Key for OpenAI" in os.read(process.stderr.fileno(), 4096)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    os.close(ours)
    assert process.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize("arguments", [("set", KEY), ("set", "any-words-9"), (KEY,), ("set", "--key", KEY)])
def test_a_key_given_as_an_argument_is_refused_and_not_repeated(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("key", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert arguments[-1] not in ran.err

"""What the environment says reaches nobody: the key is taken and wiped, OpenAI's other variables do nothing."""

import array
import fcntl
import json
import os
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from tests.servers.trap import running_trap, variables
from tests.support.canary import KEY, hits

ROOT = Path(__file__).parents[1]
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def start(folder: Path, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return subprocess.Popen(
        [sys.executable, "-m", "translator", *arguments], cwd=ROOT, env={**os.environ, **places, **more},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def translate(folder: Path, base_url: str, environment: Mapping[str, str]) -> tuple[int, str, str]:
    process = start(
        folder, "text", "--to", "de", "--from", "en", "--base-url", base_url, "--model", "mock", "Good morning.",
        **environment,
    )  # fmt: skip
    out, err = process.communicate(timeout=60)
    return process.returncode, out.decode(), err.decode()


def test_no_variable_of_openai_but_the_key_does_anything(tmp_path: Path) -> None:
    with running_trap() as trap, running_mock("--require-key", KEY) as mock:
        ran = translate(tmp_path, mock.base_url, {**variables(trap), "OPENAI_API_KEY": KEY})
        assert ran == (0, pseudo("Good morning.") + "\n", "")
        assert trap.connections == []
        (request,) = mock.settled_log()
    assert "canary-" not in json.dumps(request)
    assert "x-canary" not in request["headers"]
    assert not any(name.startswith(("x-stainless", "openai-")) for name in request["headers"])


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY"])
def test_a_service_on_this_computer_is_reached_past_every_proxy(tmp_path: Path, name: str) -> None:
    with running_trap() as trap, running_mock() as mock:
        for proxy in (trap.url, f"socks5://127.0.0.1:{trap.server_port}"):
            status, out, _ = translate(tmp_path, mock.base_url, {name: proxy})
            assert (status, out) == (0, pseudo("Good morning.") + "\n")
        assert trap.connections == []


@pytest.mark.parametrize("host", ["192.0.2.7", "api.example", "[2001:db8::7]", "0.0.0.0", "127.0.0.1.api.example"])
def test_text_and_key_go_to_no_http_address_beyond_this_computer_unless_it_is_allowed(
    tmp_path: Path, host: str
) -> None:
    """The proxy would carry it, and must not be asked to."""
    with running_trap() as trap:
        environment = {"OPENAI_API_KEY": KEY, "HTTP_PROXY": trap.url, "http_proxy": trap.url}
        status, out, err = translate(tmp_path, f"http://{host}/v1", environment)
        assert trap.connections == []
    assert status == 5
    assert out == ""
    assert "encrypt" in err
    assert not hits(err)


@LINUX
@pytest.mark.parametrize("command", [["text", "--to", "de"], ["key", "set"]])
def test_the_system_shows_no_key_of_a_running_command(tmp_path: Path, command: list[str]) -> None:
    process = start(tmp_path, *command, OPENAI_API_KEY=KEY, OPENAI_ADMIN_KEY=KEY)
    try:
        wait_until_it_reads(process)
        for name in ("environ", "cmdline"):
            assert not hits(Path(f"/proc/{process.pid}/{name}").read_bytes())
        # It is the environment that the process was given: the names in it stay.
        assert b"OPENAI_API_KEY=" in Path(f"/proc/{process.pid}/environ").read_bytes()
    finally:
        process.kill()
        process.communicate()


def wait_until_it_reads(process: subprocess.Popen[bytes]) -> None:
    """Wait until it has read from its standard input: by then it has taken the key."""
    assert process.stdin is not None
    process.stdin.write(b"x")
    process.stdin.flush()
    left = array.array("i", [1])
    while process.poll() is None and left[0]:
        fcntl.ioctl(process.stdin, termios.FIONREAD, left)
        time.sleep(0.01)
    assert process.poll() is None, process.communicate()


@LINUX
def test_no_child_is_given_the_key() -> None:
    program = """
import subprocess, sys
from translator.cli import _run, take_environment_key
import os
key = take_environment_key(os.environ)
assert key == sys.stdin.readline().strip()
subprocess.run(["env"])
subprocess.run(["cat", "/proc/self/environ", f"/proc/{os.getpid()}/environ"])
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, "OPENAI_API_KEY": KEY, "OPENAI_LOG": KEY},
        input=KEY.encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert b"PATH=" in ran.stdout
    assert not hits(ran.stdout)
    assert not hits(ran.stderr)

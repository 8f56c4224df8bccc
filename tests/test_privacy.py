"""The key is nowhere but in the keyring and in the one header: it is looked for everywhere, with every log on."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.servers.echoing_server import ECHOES, LISTS, EchoingServer, echoing_server
from tests.servers.processes import running_mock
from tests.storage.private_keyring import in_private_session
from tests.support.canary import KEY, files_with_hits, hits
from translator.settings import Service, Settings
from translator.storage.settings.settings_file import SettingsFile

ROOT = Path(__file__).parents[1]
ESCAPED = ("".join(f"\\u{ord(c):04x}" for c in KEY), "".join(f"&#{ord(c)};" for c in KEY), quote(KEY, safe=""))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def environment(home: Path, **more: str) -> dict[str, str]:
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**os.environ, **places, "HOME": str(home), "PYTHONASYNCIODEBUG": "1", "PYTHONPATH": str(ROOT), **more}


def run_loudly(home: Path, *runs: Sequence[str], key: str = KEY, **more: str) -> subprocess.CompletedProcess[str]:
    """Run these commands one after the other, each with the key in its environment; return what was written."""
    asked = home.with_name("asked.json")
    asked.write_text(json.dumps([{"arguments": run, "environment": {"OPENAI_API_KEY": key, **more}} for run in runs]))
    return subprocess.run(
        [sys.executable, "-m", "tests.support.loud", asked], cwd=ROOT, env=environment(home),
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip


def translate(base_url: str, *more: str) -> list[str]:
    return ["text", "--to", "de", "--from", "en", "--base-url", base_url, "--model", "mock", *more, "Good morning."]


@pytest.fixture
def echoing() -> Iterator[EchoingServer]:
    with echoing_server() as server:
        yield server


def test_the_canary_is_found_where_it_is() -> None:
    for leak in (
        KEY,
        KEY.upper(),
        f"x{KEY[5:15]}y",
        " ".join(KEY),
        KEY.encode("utf-16-le"),
        KEY.encode().hex(),
        *ESCAPED,
    ):
        assert hits(leak)
    assert not hits("a yellow bird in a cage")


def test_no_log_holds_the_key_while_all_is_well(home: Path) -> None:
    with running_mock("--require-key", KEY) as mock:
        ran = run_loudly(
            home, translate(mock.base_url), translate(mock.base_url, "--json"), ["doctor", "--base-url", mock.base_url],
        )  # fmt: skip
        assert mock.settled_log()[0]["headers"]["authorization"] == f"Bearer {KEY}"
    assert ran.stdout.count("--- status 0") >= 2, ran.stderr[-3000:]
    for logger in ("openai._base_client DEBUG", "httpcore2.", "asyncio WARNING Executing"):
        assert logger in ran.stderr
    assert not hits(ran.stdout)
    assert not hits(ran.stderr)
    assert not files_with_hits(home)


def test_no_log_holds_a_key_that_is_in_the_keyring(tmp_path: Path) -> None:
    with running_mock("--require-key", KEY) as mock:
        settings = tmp_path / "XDG_CONFIG_HOME" / "translator" / "settings.toml"
        SettingsFile(settings).save(Settings("mine", (Service("mine", "Mine", base_url=mock.base_url, model="mock"),)))
        text = ["text", "--to", "de", "--from", "en", "Good morning."]
        runs = [["key", "set"], ["key", "status"], text, ["doctor"], ["doctor", "--json"], ["key", "delete"], text]
        asked = tmp_path / "asked.json"
        asked.write_text(json.dumps([{"arguments": run, "stdin": f"{KEY}\n"} for run in runs]))
        ran = in_private_session(tmp_path, [sys.executable, "-m", "tests.support.loud", str(asked)])
        assert mock.settled_log()[0]["headers"]["authorization"] == f"Bearer {KEY}"
    asked.unlink()
    assert ran.stdout.count("--- status ") == len(runs), ran.stderr[-3000:]
    assert ran.stdout.count("--- status 0") >= 3
    assert "asyncio WARNING Executing" in ran.stderr
    assert not hits(ran.stdout)
    assert not hits(ran.stderr)
    assert not files_with_hits(tmp_path)


@pytest.mark.parametrize(("arguments", "kept"), [(["--no-memory"], set()), ([], {"translator.db"})])
def test_what_is_translated_is_kept_by_the_memory_alone(home: Path, arguments: list[str], kept: set[str]) -> None:
    text, translation = "The lighthouse is painted red.", "Der Leuchtturm ist rot gestrichen."
    with running_mock("--translations", json.dumps({text: translation})) as mock:
        command = ["text", "--to", "de", "--from", "en", "--base-url", mock.base_url, "--model", "mock", *arguments]
        ran = subprocess.run(
            [sys.executable, "-m", "translator", *command], cwd=ROOT, env=environment(home), input=text,
            capture_output=True, text=True, timeout=100, check=True,
        )  # fmt: skip
    assert ran.stdout == translation
    database = home / "data" / "translator" / "translator.db"
    assert b"mock" in database.read_bytes(), "usage is kept, by the service's id"
    for words in (text, translation, "lighthouse", "Leuchtturm"):
        holding = {path.name for path in home.rglob("*") if path.is_file() and words.encode() in path.read_bytes()}
        assert {name.removesuffix("-wal") for name in holding} == kept, words


def own(errors: str) -> str:
    """Return what was logged, without what other libraries say of the server's own headers at their loudest."""
    theirs = ("httpcore2.http11 DEBUG receive_response_headers.complete", "openai._base_client DEBUG HTTP Response:")
    return "\n".join(line for line in errors.splitlines() if not line.startswith(theirs))


def test_a_server_that_repeats_the_key_gets_it_nowhere(home: Path, echoing: EchoingServer) -> None:
    runs = [translate(echoing.base_url(echo), *form) for echo in ECHOES for form in ((), ("--json",))]
    ran = run_loudly(home, *runs)
    assert set(echoing.keys) == {KEY}
    assert len(echoing.keys) >= len(runs)
    assert ran.stdout.count("--- status ") == len(runs), ran.stderr[-3000:]
    assert "--- status raised" not in ran.stdout
    assert not hits(ran.stdout)
    assert not hits(own(ran.stderr))
    assert not files_with_hits(home)


def test_a_list_of_models_that_repeats_the_key_gets_it_nowhere(home: Path, echoing: EchoingServer) -> None:
    runs = [[part for part in translate(echoing.base_url(echo)) if part not in ("--model", "mock")] for echo in LISTS]
    doctor = [["doctor", "--base-url", echoing.base_url(echo)] for echo in LISTS]
    ran = run_loudly(home, *runs, *doctor, *([*run, "--json"] for run in doctor))
    assert set(echoing.keys) == {KEY}
    assert ran.stdout.count("--- status ") == 3 * len(LISTS), ran.stderr[-3000:]
    assert "--- status raised" not in ran.stdout
    assert "honest" in ran.stderr
    assert not hits(ran.stdout)
    assert not hits(own(ran.stderr))
    assert not files_with_hits(home)


@pytest.mark.parametrize("key", [f"{KEY} {KEY}", f"{KEY}ä", f"{KEY}\n{KEY}", f"{KEY}\x7f"])
def test_a_key_that_cannot_travel_is_refused_without_being_repeated(
    home: Path, echoing: EchoingServer, key: str
) -> None:
    ran = run_loudly(home, translate(echoing.base_url("refused")), key=key)
    assert "--- status 4" in ran.stdout, ran.stderr[-3000:]
    assert echoing.keys == []
    assert not hits(ran.stdout)
    assert not hits(ran.stderr)

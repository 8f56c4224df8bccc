"""What the first argument leads to, and what is imported on the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.listening import Listening
from translator import __version__, cli
from translator.commands.window import parse
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.places import find_runtime_folder
from translator.service_choice import WindowOptions
from translator.surroundings.summons import Call, Summons

HEAVY = (
    "PySide6",
    "openai",
    "keyring",
    "msgspec",
    "platformdirs",
    "tomli_w",
    "fasttext",
    "charset_normalizer",
    "qasync",
)


def _python(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], ["--background", "--to", "de"], *([name, "--help"] for name in ("text", "key", "doctor"))],
)
def test_nothing_heavy_is_imported_before_it_must(arguments: list[str]) -> None:
    call = f"cli.main({arguments!r})" if arguments else "pass"
    script = (
        "import sys\nfrom translator import cli\n"
        f"try:\n    {call}\nexcept SystemExit:\n    pass\n"
        f"print('heavy:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert _python(script).stdout.endswith("heavy: []\n")


def test_the_environments_key_is_taken_and_every_variable_of_openai_removed() -> None:
    environment = {
        "OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": "https://elsewhere.example", "OPENAI_ORG_ID": "o", "HOME": "/x",
    }  # fmt: skip
    assert cli.take_environment_key(environment) == "sk-1"
    assert environment == {"HOME": "/x"}


def test_without_a_key_in_the_environment_there_is_none() -> None:
    assert cli.take_environment_key({}) == ""


def test_the_variables_are_gone_from_the_process_before_anything_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def command(arguments: list[str], environment_key: str) -> int:
        seen.extend([arguments, environment_key, os.environ.get("OPENAI_BASE_URL")])
        return 7

    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://elsewhere.example")
    monkeypatch.setattr(cli, "_commands", lambda: {"text": command})
    assert cli.main(["text", "a", "--b"]) == 7
    assert seen == [["a", "--b"], "sk-1", None]


def test_ctrl_c_in_any_command_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def command(arguments: list[str], environment_key: str) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_commands", lambda: {"key": command})
    assert cli.main(["key"]) == 130


def test_the_window_gets_its_options() -> None:
    options = parse(["notes.txt", "--to", "de", "--from", "en", "--base-url", "http://x/v1", "--model", "m"], "sk-1")
    assert options == WindowOptions(
        to="de", source="en", base_url="http://x/v1", model="m", environment_key="sk-1", file=Path("notes.txt")
    )
    assert "sk-1" not in repr(options)


def test_without_arguments_the_window_has_no_options() -> None:
    assert parse([], "") == WindowOptions()


def test_a_file_named_like_a_command_is_reached_by_its_path() -> None:
    assert parse(["./text"], "").file == Path("text")


def test_of_several_files_the_first_is_opened_and_the_others_come_after_it() -> None:
    options = parse(["letters/a.txt", "b.txt", "c.txt", "--to", "de"], "")
    assert options.file == Path("letters/a.txt")
    assert options.others == (Path("b.txt"), Path("c.txt"))


@pytest.mark.parametrize("arguments", [["--to", "klingon"], ["--unknown"], ["a", "--background"]])
def test_bad_usage_of_the_window_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(arguments, "")
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--to", "--from"])
def test_a_language_that_is_not_offered_is_refused_before_anybody_is_bothered(
    option: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with Listening(MeetingPlace(find_runtime_folder())) as running, pytest.raises(SystemExit) as ended:
        cli.main([option, "xx-nope"])
    assert ended.value.code == 2
    assert "No language has the tag “xx-nope”. Use one such as de, pt-BR or zh-Hant." in capsys.readouterr().err
    assert running.heard == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


# An output that takes nothing


def _ended(command: list[str], out: int, unbuffered: str = "") -> tuple[int, str]:
    """Return how this ended with its output there, and what it said."""
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    ran = subprocess.run(
        command, stdout=out, stderr=subprocess.PIPE, text=True, check=False, cwd=Path(__file__).parents[1],
        env=environment,
    )  # fmt: skip
    return ran.returncode, ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["--help", "memory count"])
def test_what_a_full_disk_does_not_take_is_told(command: str, unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = _ended([sys.executable, "-m", "translator", *command.split()], full.fileno(), unbuffered)
    assert ended == (1, "The output could not be written: No space left on device.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell's")
def test_an_output_that_is_closed_has_taken_nothing() -> None:
    command = ["sh", "-c", '"$0" -m translator --version >&-', sys.executable]
    assert _ended(command, subprocess.DEVNULL) == (1, "The output could not be written: Bad file descriptor.\n")


@pytest.mark.parametrize("command", ["--version", "usage"])
def test_a_pipe_that_nobody_reads_any_more_ends_every_command_alike(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert _ended([sys.executable, "-m", "translator", command], writing) == (1, "")
    finally:
        os.close(writing)


# What is said to the running program


@pytest.mark.parametrize("option", ["--clipboard", "--selection", "--region"])
def test_what_stands_between_a_key_and_the_popup_is_soon_imported(option: str, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from tests.support.listening import Listening\n"
        "from translator.desktop.instance.meeting_place import MeetingPlace\n"
        "from translator.places import find_runtime_folder\n"
        "before = set(sys.modules)\n"
        "with Listening(MeetingPlace(find_runtime_folder())) as running:\n"
        "    from translator import cli\n"
        f"    print('status:', cli.main([{option!r}]))\n"
        "print('heard:', [str(call.summons) for call in running.heard])\n"
        "slow = ('PySide6', 'argparse', 'asyncio', 'subprocess', 'platformdirs', 'logging', 'translator.settings')\n"
        "print('slow:', [name for name in slow if name in sys.modules])"
    )
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [sys.executable, "-c", script]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1], env=environment
    )
    assert ran.stdout == f"status: 0\nheard: ['{option[2:]}']\nslow: []\n", ran.stderr


def test_what_is_wanted_of_the_running_program_is_among_the_options() -> None:
    assert parse(["--region"], "").summons is Summons.REGION
    assert parse(["--background"], "").background


@pytest.mark.parametrize(
    "arguments",
    [
        ["--clipboard", "--selection"], ["--clipboard", "notes.txt"], ["--region", "--to", "de"],
        ["--background", "--demo"], ["--background", "--clipboard"],
    ],
)  # fmt: skip
def test_what_the_running_program_is_asked_for_goes_with_nothing_else(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(arguments, "")
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_start_that_the_running_program_takes_over_ends_well() -> None:
    with Listening(MeetingPlace(find_runtime_folder())) as running:
        assert cli.main(["--to", "de"]) == 0
    assert running.heard == [Call(Summons.OPEN, target="de")]

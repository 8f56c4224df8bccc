"""What the desktops find where programs that start at login are listed, and what they change there."""

import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.winreg import FakeWinreg
from translator.desktop.autostart.command import background_command
from translator.desktop.autostart.find import find_autostart
from translator.desktop.autostart.macos import LaunchAgentAutostart
from translator.desktop.autostart.windows import APPROVED_KEY, LONGEST_COMMAND, RUN_KEY, RunKeyAutostart
from translator.desktop.autostart.xdg import XdgAutostart, autostart_folder, exec_line
from translator.storage.atomic_file import write_for_anyone

ID = "io.example.Translator"
COMMAND = ("/opt/translator", "--background")

# How to start it


def test_a_frozen_program_is_started_as_it_is() -> None:
    assert background_command("/opt/t/translator", "x", is_frozen=True, environment={}) == (
        "/opt/t/translator", "--background",
    )  # fmt: skip


def test_an_appimage_is_started_from_where_it_lies() -> None:
    environment = {"APPIMAGE": "/home/u/Translator.AppImage"}
    command = background_command("/tmp/.mount_x/translator", "x", is_frozen=True, environment=environment)

    assert command == ("/home/u/Translator.AppImage", "--background")


def test_the_installed_command_is_used_where_that_is_how_it_runs(tmp_path: Path) -> None:
    script = tmp_path / "translator"
    script.touch()

    assert background_command("/usr/bin/python3", str(script), is_frozen=False) == (str(script), "--background")


@pytest.mark.parametrize("script", ["translator", "/nowhere/translator", "/repo/translator/__main__.py", ""])
def test_a_module_is_started_by_its_python(script: str) -> None:
    command = background_command("/usr/bin/python3", script, is_frozen=False)

    assert command == ("/usr/bin/python3", "-m", "translator", "--background")


def test_no_console_opens_where_there_is_a_python_without_one(tmp_path: Path) -> None:
    (tmp_path / "pythonw.exe").touch()
    command = background_command(str(tmp_path / "python.exe"), str(tmp_path / "translator.exe"), is_frozen=False)

    assert command == (str(tmp_path / "pythonw.exe"), "-m", "translator", "--background")


def test_this_very_program_can_be_started_with_it() -> None:
    python, *rest = background_command()
    rest[rest.index("--background")] = "--help"
    said = subprocess.run([python, *rest], capture_output=True, check=True, timeout=60).stdout

    assert b"translator" in said


# XDG


def xdg(folder: Path, *command: str) -> XdgAutostart:
    return XdgAutostart(folder, ID, command or COMMAND, write_for_anyone)


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/opt/app/translator", "/opt/app/translator"),
        ("/opt/my app/t", '"/opt/my app/t"'),
        ("$HOME", r'"\\$HOME"'),
        ("a\\b", r'"a\\\\b"'),
        ('say "hi"', r'"say \\"hi\\""'),
        ("100%", '"100%%"'),
        ("`id`;", r'"\\`id\\`;"'),
        ("ä", '"ä"'),
        ("", '""'),
    ],
)
def test_an_argument_is_quoted_as_the_specification_says(argument: str, written: str) -> None:
    assert exec_line([argument]) == written


def unquoted(value: str) -> list[str]:
    """Read a value of Exec as desktops do: the value's own escapes, then the quotes, then the field codes."""
    escapes = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    plain = re.sub(r"\\(.)", lambda found: escapes[found[1]], value)
    assert "%" not in plain.replace("%%", "")
    words = re.finditer(r'"((?:[^"\\]|\\.)*)"|[^ ]+', plain.replace("%%", "%"), re.DOTALL)
    return [word[0] if word[1] is None else re.sub(r"\\(.)", r"\1", word[1], flags=re.DOTALL) for word in words]


@given(st.lists(st.text(st.characters(exclude_categories=["C"], include_characters="\n\t\r")), min_size=1, max_size=4))
def test_whatever_is_quoted_is_read_as_it_was(command: list[str]) -> None:
    line = exec_line(command)

    assert "\n" not in line
    assert unquoted(line) == command


def test_a_program_that_has_been_removed_is_not_looked_for_at_each_login(tmp_path: Path) -> None:
    xdg(tmp_path, "/home/u/my apps/Translator.AppImage", "--background").set_on(on=True)
    lines = (tmp_path / f"{ID}.desktop").read_text("utf-8").splitlines()

    assert "TryExec=/home/u/my apps/Translator.AppImage" in lines


def test_the_entry_is_one(tmp_path: Path) -> None:
    xdg(tmp_path, "/opt/my app/translator", "--background").set_on(on=True)
    entry = tmp_path / f"{ID}.desktop"

    assert entry.read_text().splitlines()[:4] == [
        "[Desktop Entry]", "Type=Application", "Name=Translator", 'Exec="/opt/my app/translator" --background',
    ]  # fmt: skip
    if checker := shutil.which("desktop-file-validate"):
        subprocess.run([checker, entry], check=True)


@pytest.mark.parametrize("edit", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = TRUE"])
def test_what_another_program_has_switched_off_is_off_until_it_is_wanted_again(tmp_path: Path, edit: str) -> None:
    autostart = xdg(tmp_path)
    autostart.set_on(on=True)
    entry = tmp_path / f"{ID}.desktop"
    lines = [line for line in entry.read_text().splitlines() if not line.startswith("X-GNOME-Autostart-enabled")]
    entry.write_text("\n".join([*lines, edit, ""]))
    assert not autostart.is_on()

    autostart.set_on(on=True)
    assert autostart.is_on()
    assert "Hidden" not in entry.read_text()


def test_what_others_have_added_stays_and_what_is_ours_is_renewed(tmp_path: Path) -> None:
    entry = tmp_path / f"{ID}.desktop"
    entry.write_bytes(
        b"# a comment\n[Desktop Entry]\nExec=/gone/translator\nX-GNOME-Autostart-Delay=7\n"
        b"Comment[xx]=\xff\n\n[Desktop Action new]\nExec=/other\nHidden=true\n"
    )
    assert xdg(tmp_path).is_on()
    xdg(tmp_path).set_on(on=True)
    content = entry.read_bytes()

    assert content.count(b"Exec=/opt/translator --background\n") == 1
    assert b"/gone" not in content
    assert b"X-GNOME-Autostart-Delay=7\nComment[xx]=\xff\n[Desktop Action new]\nExec=/other\nHidden=true\n" in content
    assert xdg(tmp_path).is_on()


@pytest.mark.parametrize("content", ["", "nonsense", "[Other]\nExec=/x\n", "[Desktop Entry]\n# nothing\n"])
def test_a_file_that_is_no_entry_starts_nothing_and_is_replaced(tmp_path: Path, content: str) -> None:
    (tmp_path / f"{ID}.desktop").write_text(content)
    assert not xdg(tmp_path).is_on()

    xdg(tmp_path).set_on(on=True)
    assert xdg(tmp_path).is_on()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        xdg(tmp_path / "file").set_on(on=True)


def test_a_relative_place_for_settings_does_not_count(tmp_path: Path) -> None:
    assert autostart_folder({"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / "autostart"
    assert autostart_folder({"XDG_CONFIG_HOME": "here"}) == Path.home() / ".config" / "autostart"
    assert autostart_folder({}) == Path.home() / ".config" / "autostart"


# Windows


def test_the_value_is_a_command_line_of_windows() -> None:
    registry = FakeWinreg()
    RunKeyAutostart(registry, ID, (r"C:\Program Files\Translator\translator.exe", "--background")).set_on(on=True)

    assert registry.keys[RUN_KEY] == {ID: r'"C:\Program Files\Translator\translator.exe" --background'}
    assert ("SetValueEx", RUN_KEY, ID, 0, registry.REG_SZ, registry.keys[RUN_KEY][ID]) in registry.calls


@pytest.mark.parametrize(("note", "on"), [(b"\x03\0\0\0", False), (b"\x07\0", False), (b"\x02\0", True), (b"", True)])
def test_what_the_task_manager_has_noted_holds_until_it_is_switched_here(note: bytes, on: bool) -> None:
    registry = FakeWinreg()
    autostart = RunKeyAutostart(registry, ID, COMMAND)
    autostart.set_on(on=True)
    registry.keys[APPROVED_KEY] = {ID: note}
    assert autostart.is_on() is on

    autostart.set_on(on=True)
    assert autostart.is_on()
    assert registry.keys[APPROVED_KEY] == {}


def test_a_command_that_windows_would_not_run_is_told() -> None:
    registry = FakeWinreg()
    with pytest.raises(OSError, match="too long"):
        RunKeyAutostart(registry, ID, ("x" * LONGEST_COMMAND, "--background")).set_on(on=True)
    assert registry.keys[RUN_KEY] == {}


def test_values_of_other_programs_are_left_alone() -> None:
    registry = FakeWinreg()
    registry.keys[RUN_KEY]["Other"] = "other.exe"
    autostart = RunKeyAutostart(registry, ID, COMMAND)
    autostart.set_on(on=True)
    autostart.set_on(on=False)

    assert registry.keys[RUN_KEY] == {"Other": "other.exe"}


# macOS


def test_the_agent_starts_the_command_and_is_not_started_again(tmp_path: Path) -> None:
    LaunchAgentAutostart(tmp_path, ID, COMMAND, write_for_anyone).set_on(on=True)
    agent = plistlib.loads((tmp_path / f"{ID}.plist").read_bytes())

    assert (agent["Label"], agent["ProgramArguments"]) == (ID, ["/opt/translator", "--background"])
    assert agent["RunAtLoad"] is True
    assert "KeepAlive" not in agent


@pytest.mark.parametrize(
    "content",
    [b"", b"no list", b"<?xml", plistlib.dumps(["a list"]), plistlib.dumps({"RunAtLoad": True, "Disabled": True})],
)
def test_an_agent_that_starts_nothing_is_off_and_can_be_switched_on(tmp_path: Path, content: bytes) -> None:
    (tmp_path / f"{ID}.plist").write_bytes(content)
    autostart = LaunchAgentAutostart(tmp_path, ID, COMMAND, write_for_anyone)
    assert not autostart.is_on()

    autostart.set_on(on=True)
    assert autostart.is_on()


# Which of them


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own")
def test_each_platform_has_its_way() -> None:
    assert isinstance(find_autostart(ID, write_for_anyone, "linux"), XdgAutostart)
    assert isinstance(find_autostart(ID, write_for_anyone, "darwin"), LaunchAgentAutostart)


def test_in_a_flatpak_there_is_none_since_no_desktop_would_see_its_file() -> None:
    assert find_autostart(ID, write_for_anyone, "linux", environment={"FLATPAK_ID": ID}) is None

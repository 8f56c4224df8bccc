"""What a desktop and a shell are told: the desktop entry, the metainfo, the manual page, the completions."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import dev
from linux.release import HERE
from tests.packaging.desktop_entry import command_of, read_entry
from tests.support.system import require
from translator import APPLICATION_ID, __version__, cli

ENTRY = HERE / f"{APPLICATION_ID}.desktop"
METAINFO = HERE / f"{APPLICATION_ID}.metainfo.xml"
LANGUAGES = {"ar", "de", "es", "fr", "ja", "ko", "pt_BR", "ru", "zh_CN", "zh_TW"}
COMMANDS = (
    "", "text", "key", "key set", "key status", "doctor", "usage", "memory", "memory import", "memory export",
    "glossary", "glossary import", "glossary export", "glossary list",
)  # fmt: skip

Options = Callable[[str], set[str]]


@pytest.fixture
def options(capsys: pytest.CaptureFixture[str]) -> Options:
    """Return a function from a command to the options that its help shows."""

    def of(command: str) -> set[str]:
        with pytest.raises(SystemExit):
            cli.main([*command.split(), "--help"])
        return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", capsys.readouterr().out)) - {"--help"}

    return of


def said_by(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_desktop_entry_and_the_metainfo_are_valid() -> None:
    require(dev.PACKAGE_CHECKS)

    assert said_by("desktop-file-validate", "--warn-kde", ENTRY) == ""
    said_by("appstreamcli", "validate", "--no-net", METAINFO)


def test_the_desktop_entry_opens_text_files_and_takes_no_scheme() -> None:
    entry = read_entry(ENTRY)

    assert command_of(entry, [Path("/a b.txt"), Path("/c.txt")]) == ["translator", "/a b.txt", "/c.txt"]
    assert "text/plain" in entry["MimeType"]
    assert "x-scheme-handler" not in entry["MimeType"]
    assert entry["Icon"] == APPLICATION_ID


@pytest.mark.parametrize("field", ["GenericName", "Comment", "Keywords"])
def test_the_desktop_entry_speaks_every_language_of_the_interface(field: str) -> None:
    entry = read_entry(ENTRY)
    own = {key.partition("[")[2].rstrip("]") for key in entry if key.startswith(f"{field}[")}

    assert own == LANGUAGES


def test_the_metainfo_tells_of_this_version_in_the_entrys_words() -> None:
    root = ET.parse(METAINFO).getroot()
    entry = read_entry(ENTRY)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    summaries = {node.get(language, "").replace("-", "_"): node.text for node in root.findall("summary")}
    first = root.find("releases/release")

    assert root.findtext("id") == APPLICATION_ID
    assert first is not None
    assert first.get("version") == __version__
    assert summaries == {"": entry["Comment"], **{each: entry[f"Comment[{each}]"] for each in LANGUAGES}}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_page_tells_of_every_option(command: str, options: Options) -> None:
    page = (HERE / "translator.1").read_text(encoding="utf-8").replace("\\-", "-")

    assert [option for option in options(command) if not re.search(rf"{option}(?![\w-])", page)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_bash_completes_the_options_of_each_command(command: str, options: Options) -> None:
    words = ["translator", *command.split(), "-"]
    quoted = " ".join(f"'{word}'" for word in words)
    script = (
        f"source {HERE}/completions/translator.bash; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _translator; "
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )

    offered = set(said_by("bash", "-c", script).split())

    assert offered == options(command) | {"--help"}


@pytest.mark.parametrize(("shell", "form"), [("_translator", "--{}["), ("translator.fish", "-l {} ")])
def test_the_other_shells_know_every_option(shell: str, form: str, options: Options) -> None:
    text = (HERE / "completions" / shell).read_text(encoding="utf-8")
    every = set().union(*(options(command) for command in COMMANDS))

    assert [option for option in every if form.format(option[2:]) not in text] == []


def test_that_the_window_takes_several_files_is_said_wherever_its_call_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    assert "translator [OPTION...] [FILE...]\n" in capsys.readouterr().out
    assert ".B translator\n.RI [ OPTION ...]\n.RI [ FILE ...]\n" in (HERE / "translator.1").read_text("utf-8")
    window, _, _ = (HERE / "completions" / "_translator").read_text("utf-8").partition("_translator_text()")
    assert "'*:file:_files'" in window
    for name in ("README.md", "README.zh_CN.md"):
        assert "| `translator [FILE …]` |" in (HERE.parents[1] / name).read_text("utf-8"), name

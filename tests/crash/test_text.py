"""What is told of an exception: types and places, and nothing of what it worked with."""

import os
from pathlib import Path

import pytest

from tests.crash.falling import ROOT, SECRET, failing, put_down
from translator.crash.text import MOST_FRAMES
from translator.crash.watch import CrashWatch


def test_files_are_named_from_their_package_on_and_others_by_their_name(watch: CrashWatch, folder: Path) -> None:
    from translator.language.tag import LanguageTag

    put_down(watch, lambda: LanguageTag.parse("not a tag"))
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert "\n  translator/language/tag.py:" in report.text
    assert "\n  falling.py:" in report.text
    assert str(ROOT) not in report.text
    assert "not a tag" not in report.text


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("/home/ada/venv/lib/python3.11/site-packages/openai/_client.py", "openai/_client.py"),
        ("/usr/lib/python3/dist-packages/gi/types.py", "gi/types.py"),
        (r"C:\Users\Ada\Secret\main.py", "main.py"),
        ("translator/app.py", "translator/app.py"),
        ("<frozen runpy>", "<frozen runpy>"),
    ],
)
def test_no_folder_of_the_users_is_named(watch: CrashWatch, folder: Path, file: str, told: str) -> None:
    code = compile("raise RuntimeError", file, "exec")
    put_down(watch, lambda: exec(code))
    os.write(watch._descriptor, f'Fatal Python error: Aborted\n  File "{file}", line 7 in f\n'.encode())
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert f"\n  {told}:1 in <module>\n" in report.text
    assert f"\n  {told}:7 in f\n" in report.text


def test_what_lies_behind_an_exception_is_told_as_well(watch: CrashWatch, folder: Path) -> None:
    def handle() -> None:
        try:
            failing()
        except ValueError:
            raise KeyError(SECRET) from OSError(SECRET)

    def group() -> None:
        try:
            handle()
        except KeyError:
            raise ExceptionGroup("", [TypeError(SECRET), ExceptionGroup("", [IndexError(SECRET)])])  # noqa: B904

    put_down(watch, group)
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    told = [line for line in report.text.splitlines() if "." in line and not line.startswith(" ")][1:]
    assert [line.partition("times: ")[2] or line for line in told] == [
        "builtins.ExceptionGroup", "while handling builtins.KeyError", "holding builtins.TypeError",
        "holding builtins.ExceptionGroup", "caused by builtins.OSError", "holding builtins.IndexError",
    ]  # fmt: skip
    assert SECRET not in report.text


def test_causes_that_go_round_in_a_circle_end(watch: CrashWatch, folder: Path) -> None:
    one, other = ValueError(), TypeError()
    one.__cause__, other.__cause__ = other, one
    watch.write(ValueError, one, None)
    watch.write(LookupError, None, None)
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert report.text.count("ValueError") == 1


def test_only_the_innermost_places_of_a_deep_fall_are_told(watch: CrashWatch, folder: Path) -> None:
    def fall(depth: int) -> None:
        if not depth:
            failing()
        fall(depth - 1)

    put_down(watch, lambda: fall(500))
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert "\n  …\n" in report.text
    assert report.text.count(" in ") == MOST_FRAMES
    assert report.text.rstrip().endswith("in failing")

"""A run that goes wrong leaves a report of where, and nothing of what it worked with; a good one leaves nothing."""

import faulthandler
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translator import __version__
from translator.crash.file import RUNNING
from translator.crash.report import MOST_REPORTS
from translator.crash.text import MOST_FRAMES
from translator.crash.watch import MOST_FAULTS, CrashWatch

ROOT = Path(__file__).parents[1]
SECRET = "sk-canary-0123456789"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "crashes"


@pytest.fixture
def watch(folder: Path) -> Iterator[CrashWatch]:
    """A watch of this process, which is begun. The tests' own faulthandler is put back afterwards."""
    begun = CrashWatch(folder)
    begun.begin()
    yield begun
    begun.end()
    faulthandler.enable(sys.__stderr__)


def raise_from(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except BaseException as fault:  # noqa: BLE001 - whatever it is, it is to be written down
        return fault
    raise AssertionError("nothing was raised")


def put_down(watch: CrashWatch, act: Callable[[], object]) -> None:
    fault = raise_from(act)
    watch.write(type(fault), fault, fault.__traceback__)


def failing(value: str = SECRET) -> None:
    local = value
    raise ValueError(f"cannot use {local}")


def run(program: str, folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a process that works in this folder, and wait until it says that it has begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", BEGIN + program, str(folder), *arguments], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n", process.communicate()
    return process


BEGIN = """
import faulthandler, os, sys
from pathlib import Path
from translator.crash.watch import CrashWatch
from translator.crash.hooks import hear_faults
watch = CrashWatch(Path(sys.argv[1]))
watch.begin()
hear_faults(watch.write)
print("begun", flush=True)
"""
DIE = """
def fall(text):
    faulthandler._sigsegv()
fall("sk-canary-0123456789")
"""


# --- Real processes


def test_a_signal_that_ends_the_process_is_told_at_the_next_start(folder: Path) -> None:
    process = run(DIE, folder, SECRET)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGSEGV
    assert "Fatal" not in errors

    report = CrashWatch(folder).previous()

    assert report is not None
    assert report.kind == "ended"
    assert report.summary == "Translator ended unexpectedly the last time."
    assert report.text.startswith(f"Translator {__version__}, Python {sys.version.split()[0]}, Qt none, Linux")
    assert "Fatal Python error: Segmentation fault\n" in report.text
    assert "<string>:12 in fall\n" in report.text
    assert SECRET not in report.text
    assert report.path.read_text() == report.text
    assert stat.S_IMODE(report.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_unhandled_exception_is_told_without_its_words(folder: Path) -> None:
    process = run(
        """
import json
def decode(text):
    json.loads(text)
decode("sk-canary-0123456789 is the user's text")
""",
        folder,
        SECRET,
    )
    process.communicate(timeout=30)
    assert process.returncode == 1

    report = CrashWatch(folder).previous()

    assert report is not None
    assert report.kind == "faults"
    assert report.faults == 1
    assert report.summary == "Something went wrong inside Translator the last time."
    assert "1 times: json.decoder.JSONDecodeError\n" in report.text
    assert "in decode\n" in report.text
    for private in (SECRET, "user's text", str(Path.home()), os.environ.get("USER") or "nobody at all"):
        assert private not in report.text


def test_threads_what_cannot_be_raised_and_what_is_logged_are_heard_and_a_thread_may_end_itself(folder: Path) -> None:
    process = run(
        """
import logging, threading
class Odd:
    def __del__(self):
        raise KeyError("sk-canary-0123456789")
def work():
    raise OSError("sk-canary-0123456789")
for call in (work, sys.exit):
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()
Odd()
log = logging.getLogger("translator.ui.tasks")
log.error("said so", exc_info=LookupError("sk-canary-0123456789"))
log.warning("only a warning", exc_info=True)
log.info("nothing")
watch.end()
""",
        folder,
    )
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "said so\n" in errors
    assert "only a warning\n" in errors
    assert "nothing" not in errors

    report = CrashWatch(folder).previous()

    assert report is not None
    assert report.faults == 3
    assert report.summary == "Something went wrong inside Translator 3 times the last time."
    assert "builtins.LookupError\n" in report.text
    assert "builtins.OSError\n" in report.text
    assert "in Odd.__del__\n" in report.text
    assert SECRET not in report.text


def test_a_clean_run_leaves_nothing(folder: Path) -> None:
    process = run("watch.end()", folder)
    process.communicate(timeout=30)
    assert process.returncode == 0
    assert list(folder.iterdir()) == []
    assert CrashWatch(folder).previous() is None


def test_kill_9_says_nothing_and_leaves_nothing(folder: Path) -> None:
    process = run("sys.stdin.read()", folder)
    process.kill()
    process.communicate(timeout=30)
    assert CrashWatch(folder).previous() is None
    assert list(folder.iterdir()) == []


def test_a_run_that_goes_on_is_no_crash(folder: Path) -> None:
    process = run("sys.excepthook(ValueError, ValueError(), None); print('told', flush=True); sys.stdin.read()", folder)
    assert process.stdout is not None
    process.stdout.readline()
    assert CrashWatch(folder).previous() is None
    process.kill()
    process.communicate(timeout=30)
    report = CrashWatch(folder).previous()
    assert report is not None
    assert report.faults == 1


# --- What is written down


def test_each_crash_is_told_once(watch: CrashWatch, folder: Path) -> None:
    put_down(watch, failing)
    watch.end()
    assert CrashWatch(folder).previous()
    assert CrashWatch(folder).previous() is None


def test_the_own_run_is_never_told(watch: CrashWatch, folder: Path) -> None:
    put_down(watch, failing)
    assert watch.previous() is None
    assert len(list(folder.glob(RUNNING))) == 1


def test_files_are_named_from_their_package_on_and_others_by_their_name(watch: CrashWatch, folder: Path) -> None:
    from translator.language.tag import LanguageTag

    put_down(watch, lambda: LanguageTag.parse("not a tag"))
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert "\n  translator/language/tag.py:" in report.text
    assert "\n  test_crash.py:" in report.text
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


def test_a_flood_of_the_same_is_counted(watch: CrashWatch, folder: Path) -> None:
    threads = [threading.Thread(target=lambda: [put_down(watch, failing) for _ in range(500)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    put_down(watch, lambda: failing("other"))
    assert next(folder.glob(RUNNING)).stat().st_size < 2_000
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert report.faults == 2001
    assert ", 2000 times: builtins.ValueError\n" in report.text


def test_a_flood_of_different_ones_is_bounded(watch: CrashWatch, folder: Path) -> None:
    for number in range(MOST_FAULTS + 30):
        watch.write(type(f"Error{number}", (Exception,), {}), None, None)
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert ", 30 times: others\n" in report.text
    assert f"Error{MOST_FAULTS - 1}" in report.text
    assert f"Error{MOST_FAULTS}" not in report.text


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


def test_what_is_no_fault_is_not_told(watch: CrashWatch, folder: Path) -> None:
    for kind in (KeyboardInterrupt, SystemExit, GeneratorExit):
        watch.write(kind, kind(), None)
    watch.end()
    assert list(folder.iterdir()) == []


def test_what_comes_after_the_end_is_not_told_and_ending_twice_is_harmless(watch: CrashWatch, folder: Path) -> None:
    watch.end()
    watch.end()
    put_down(watch, failing)
    assert list(folder.iterdir()) == []


def test_lines_that_are_nobodys_are_left_out(watch: CrashWatch, folder: Path) -> None:
    os.write(
        watch._descriptor,
        b"Fatal Python error: Aborted\n\nCurrent thread 0x00007f (most recent call first):\n"
        b'  File "/home/ada/x.py", line 3 in f\nthe user\'s text\n\xff\xfe\nExtension modules: a, b\n',
    )
    put_down(watch, failing)
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert report.kind == "ended"
    body = report.text.splitlines()[2:6]
    assert body == [
        "Fatal Python error: Aborted",
        "Current thread 0x00007f (most recent call first):",
        "  x.py:3 in f",
        "",
    ]


def test_the_latest_is_told_and_the_last_few_are_kept(folder: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(MOST_REPORTS + 3):
        left = folder / f"running-1-{number}.log"
        left.write_text(f"|Run {number}\n|now, 0000001 times: x\n")
        os.utime(left, (1_000_000 + number, 1_000_000 + number))
    report = CrashWatch(folder).previous()
    assert report is not None
    assert report.text.startswith(f"Run {MOST_REPORTS + 2}\n")
    kept = sorted(path.read_text().splitlines()[0] for path in folder.iterdir())
    assert kept == [f"Run {number}" for number in range(3, MOST_REPORTS + 3)]


# --- Where nothing can be written


def test_a_file_in_the_folders_place_costs_the_report_alone(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("")
    check_harmless(tmp_path / "crashes")


def check_harmless(folder: Path) -> None:
    watch = CrashWatch(folder)
    watch.begin()
    put_down(watch, failing)
    assert watch.previous() is None
    watch.end()


def test_a_report_that_cannot_be_kept_is_no_fault(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "running-1-1.log").write_text("|now, 0000001 times: x\n")
    (folder / "running-1-1.claimed").mkdir()
    assert CrashWatch(folder).previous() is None


def test_beginning_costs_less_than_the_import_of_argparse(folder: Path) -> None:
    """It is on the way to the first paint. The import is what any start takes as well, on the same machine."""
    program = f"""
import time
from pathlib import Path
from translator.crash.watch import CrashWatch
began = time.perf_counter()
CrashWatch(Path({str(folder)!r})).begin()
half = time.perf_counter()
import argparse
print((half - began) / (time.perf_counter() - half))
"""
    runs = [
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
        for _ in range(3)
    ]
    assert min(float(done.stdout) for done in runs) < 1


def test_what_no_task_of_the_windows_loop_handles_is_heard(folder: Path) -> None:
    program = """
import asyncio, gc
from PySide6.QtWidgets import QApplication
from translator.ui.event_loop import run

async def main(the_end):
    loop = asyncio.get_running_loop()
    loop.call_soon(int, "sk-canary-0123456789")
    async def fail():
        raise LookupError("sk-canary-0123456789")
    task = loop.create_task(fail())
    await asyncio.wait([task])
    del task
    gc.collect()
    loop.call_exception_handler({"message": "something that is no exception"})
    await asyncio.sleep(0)

run(QApplication(["translator", "-platform", "offscreen"]), main)
watch.end()
"""
    process = run(program, folder)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert "Task exception was never retrieved" in errors
    assert "something that is no exception" in errors

    report = CrashWatch(folder).previous()

    assert report is not None
    assert report.faults == 2, report.text
    assert "builtins.ValueError\n" in report.text
    assert "builtins.LookupError\n" in report.text
    assert SECRET not in report.text

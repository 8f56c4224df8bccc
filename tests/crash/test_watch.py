"""A run that goes wrong leaves a report of where, and nothing of what it worked with; a good one leaves nothing."""

import faulthandler
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.crash.falling import ROOT, SECRET, failing, put_down, run
from translator import __version__
from translator.crash.file import RUNNING
from translator.crash.watch import MOST_FAULTS, CrashWatch

DIE = """
def fall(text):
    faulthandler._sigsegv()
fall("sk-canary-0123456789")
"""


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


def test_one_that_comes_up_while_another_is_written_down_is_told_after_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a garbage collection finds a fault in a ``__del__``, in the midst of writing."""
    watch = CrashWatch(folder)  # not the fixture: should it hang, it cannot be ended

    def collect_garbage() -> str:
        monkeypatch.undo()
        put_down(watch, lambda: failing("other"))
        watch.write(KeyError, None, None)
        return "now"

    def write() -> None:
        watch.write(LookupError, None, None)

    watch.begin()
    faulthandler.enable(sys.__stderr__)
    monkeypatch.setattr("translator.crash.watch._now", collect_garbage)
    writing = threading.Thread(target=write, daemon=True)
    writing.start()
    writing.join(10)
    assert not writing.is_alive()
    watch.write(LookupError, None, None)
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    told = [line.partition(", ")[2] for line in report.text.splitlines() if "times:" in line]
    assert told == [
        "2 times: builtins.LookupError", "1 times: builtins.ValueError", "1 times: builtins.KeyError",
    ]  # fmt: skip


def test_a_flood_of_different_ones_is_bounded(watch: CrashWatch, folder: Path) -> None:
    for number in range(MOST_FAULTS + 30):
        watch.write(type(f"Error{number}", (Exception,), {}), None, None)
    watch.end()
    report = CrashWatch(folder).previous()
    assert report is not None
    assert ", 30 times: others\n" in report.text
    assert f"Error{MOST_FAULTS - 1}" in report.text
    assert f"Error{MOST_FAULTS}" not in report.text


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


def test_a_file_in_the_folders_place_costs_the_report_alone(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("")
    check_harmless(tmp_path / "crashes")


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


def check_harmless(folder: Path) -> None:
    watch = CrashWatch(folder)
    watch.begin()
    put_down(watch, failing)
    assert watch.previous() is None
    watch.end()

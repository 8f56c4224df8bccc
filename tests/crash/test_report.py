"""What runs have left is told once, by the next start, and the last few reports are kept."""

import os
from pathlib import Path

from tests.crash.falling import failing, put_down
from translator.crash.file import RUNNING
from translator.crash.report import MOST_REPORTS, is_waiting
from translator.crash.watch import CrashWatch


def test_each_crash_is_told_once(watch: CrashWatch, folder: Path) -> None:
    put_down(watch, failing)
    watch.end()
    assert CrashWatch(folder).previous()
    assert CrashWatch(folder).previous() is None


def test_the_own_run_is_never_told(watch: CrashWatch, folder: Path) -> None:
    put_down(watch, failing)
    assert watch.previous() is None
    assert len(list(folder.glob(RUNNING))) == 1


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


def test_a_report_that_cannot_be_kept_is_no_fault(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "running-1-1.log").write_text("|now, 0000001 times: x\n")
    (folder / "running-1-1.claimed").mkdir()
    assert CrashWatch(folder).previous() is None


def test_what_waits_to_be_told_is_known_without_being_told(watch: CrashWatch, folder: Path) -> None:
    assert not is_waiting(folder)
    put_down(watch, failing)
    assert not is_waiting(folder)  # this run's own
    watch.end()
    assert is_waiting(folder)
    assert is_waiting(folder)
    assert watch.previous() is not None
    assert not is_waiting(folder)


def test_a_run_that_was_killed_with_nothing_to_tell_leaves_nothing_waiting(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "running-1-1.log").write_text("|Begun\n")
    (folder / "running-1-2.log").mkdir()
    assert not is_waiting(folder)

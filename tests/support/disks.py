"""Small disks, and disks that cannot be written: real ones, where the system lets us mount them."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[bool]:
    """Mount a disk of this size at a new folder, and take it away; yield whether that was possible."""
    folder.mkdir(parents=True)
    is_there = _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    try:
        yield is_there
    finally:
        if is_there:
            _run("umount", "--lazy", str(folder))


def make_read_only(folder: Path) -> None:
    """Let nobody write to the disk that is mounted there, root neither."""
    assert _run("mount", "-o", "remount,ro", str(folder))


def fill(folder: Path, leave_kilobytes: int = 0) -> None:
    """Fill the disk, but for this much."""
    with (folder / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(1024))
        except OSError:
            filler.truncate(max(0, filler.tell() - leave_kilobytes * 1024))


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:  # not a Unix
        return False

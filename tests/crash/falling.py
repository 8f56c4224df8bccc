"""What goes wrong on purpose, in this process and in others."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from translator.crash.watch import CrashWatch

ROOT = Path(__file__).parents[2]
SECRET = "sk-canary-0123456789"
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

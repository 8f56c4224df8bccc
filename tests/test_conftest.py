"""How a run of tests ends, whatever they leave behind."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def ended(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the tests of this file to the end."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, str(ROOT / "tests/ui/ending" / name)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_what_a_test_left_on_the_clipboard_does_not_end_the_process_by_a_signal() -> None:
    ran = ended("copying.py")
    assert "1 passed" in ran.stdout
    assert ran.returncode == 0


def test_a_test_that_waits_for_ever_in_the_loop_of_qt_is_ended() -> None:
    ran = ended("hanging.py", "--timeout=1")
    assert "Stack of MainThread" in ran.stdout + ran.stderr
    assert ran.returncode == 1

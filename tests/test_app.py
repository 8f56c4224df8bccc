"""The start of the window."""

import signal
import subprocess
import sys

import pytest

_SCRIPT = """
import os, signal
from translator import app
from translator.service_choice import WindowOptions

def interrupted(_options, _standing):
    os.kill(os.getpid(), signal.SIGINT)
    print("went on")
    return 0

app._run = interrupted
app.run_window(WindowOptions())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_ctrl_c_before_the_loop_listens_ends_the_program_at_once() -> None:
    ran = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, "", "")

"""The start of the window."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = """
import os, signal
from translator import app
from translator.service_choice import WindowOptions

def interrupted(_app, _options, _standing):
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


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":999999"}], ids=["none is named", "the one named is not there"])
def test_without_a_screen_it_says_so_and_what_works_without_and_leaves_nothing(
    screen: dict[str, str], tmp_path: Path
) -> None:
    inherited = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    places = {f"XDG_{place}": str(tmp_path / place) for place in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME")}
    (tmp_path / "run").mkdir(mode=0o700)
    environment = {**inherited, **places, "XDG_RUNTIME_DIR": str(tmp_path / "run"), **screen}
    command = [sys.executable, "-m", "translator"]

    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)

    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("translator: There is no screen here that a window could be shown on. ")
    assert "“translator text”" in ran.stderr
    assert ran.stderr.count("\n") == 1, "nothing of Qt's"
    left = [path.name for path in tmp_path.rglob("*") if path.is_file() or path.is_socket()]
    assert left == ["instance.lock"], "no report of a crash, and no socket where nobody listens"


_QT_SPEAKS = """
import resource
import sys
from PySide6.QtCore import qFatal, qWarning
from translator.desktop.missing_screen import hearing_of_no_screen

with hearing_of_no_screen(lambda: sys.exit("left")):
    qWarning("heard later")
    print("within", file=sys.stderr)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
with hearing_of_no_screen(lambda: sys.exit("left")):
    qWarning("heard before")
    qFatal("another end")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a fatal message may ask the user")
def test_what_else_qt_says_at_the_start_is_heard_too() -> None:
    ran = subprocess.run([sys.executable, "-c", _QT_SPEAKS], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode != 0
    assert ran.stderr.splitlines()[:4] == ["within", "heard later", "heard before", "another end"]


_FILES_COME = """
import asyncio, sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from translator.app import import_in_steps, make_application, wait_for_first_paint, work
from translator.running.opening import open_window
from translator.service_choice import WindowOptions

early, passed_over, later = sys.argv[1:]
app = make_application()
opening = open_window(app, WindowOptions(demo=True))
editor = opening.window.view.source.editor

def ask_for(url):
    app.sendEvent(app, QFileOpenEvent(url))

async def come_to(text):
    async with asyncio.timeout(30):
        while editor.text() != text:
            await asyncio.sleep(0.01)

async def open_files():
    await come_to("early")
    opening.window.hide()
    ask_for(QUrl("translator://open?text=no"))
    ask_for(QUrl.fromLocalFile(later))
    await come_to("later")
    print("visible:", opening.window.isVisible())
    opening.window.quit()
    ask_for(QUrl.fromLocalFile(early))
    print("visible:", opening.window.isVisible())

ask_for(QUrl.fromLocalFile(early))
ask_for(QUrl.fromLocalFile(passed_over))
wait_for_first_paint(opening)
import_in_steps()
work(app, opening, open_files)
print("text:", editor.text())
"""


def test_files_that_macos_asks_for_are_opened_as_those_of_the_command_line(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("early", "passed over", "later")]
    for file in files:
        file.write_text(file.stem, encoding="utf-8")
    places = {f"XDG_{place}": str(tmp_path / place) for place in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME")}
    command = [sys.executable, "-c", _FILES_COME, *map(str, files)]

    ran = subprocess.run(
        command, capture_output=True, text=True, timeout=90, check=False, env={**os.environ, **places}
    )  # fmt: skip

    assert ran.stdout == "visible: True\nvisible: False\ntext: later\n", ran.stderr

"""Exceptions that nobody handles are heard, wherever they come up, and told without their words."""

import os
from pathlib import Path

from tests.crash.falling import SECRET, run
from translator.crash.watch import CrashWatch


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
log = logging.getLogger("translator.ui.loop.tasks")
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


def test_what_no_task_of_the_windows_loop_handles_is_heard(folder: Path) -> None:
    program = """
import asyncio, gc
from PySide6.QtWidgets import QApplication
from translator.ui.loop.event_loop import run

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


def test_what_goes_wrong_while_painting_is_told_and_the_program_goes_on(folder: Path) -> None:
    program = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

class Broken(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
        painter = QPainter(self)
        raise LookupError("sk-canary-0123456789")

app = QApplication(["translator", "-platform", "offscreen"])
broken = Broken()
broken.show()
app.exec()
broken.deleteLater()
del broken
watch.end()
"""
    process = run(program, folder)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert "active painter" not in errors

    report = CrashWatch(folder).previous()

    assert report is not None
    assert "builtins.LookupError\n" in report.text
    assert SECRET not in report.text

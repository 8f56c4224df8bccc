import asyncio
import contextlib

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.patient_loop import PatientLoop


def test_a_task_goes_on_that_was_woken_while_qt_ran_its_loop_within_another(qapp: QApplication, qtbot: QtBot) -> None:
    went_on: list[str] = []

    async def go_on_when(woken: asyncio.Event) -> None:
        await woken.wait()
        went_on.append("outside")

    async def let_qt_run_within_this_task() -> None:
        woken = asyncio.Event()
        waiting = asyncio.create_task(go_on_when(woken))
        await asyncio.sleep(0)
        woken.set()
        qtbot.wait(50)
        went_on.append("within")
        await asyncio.wait({waiting}, timeout=5)

    with contextlib.closing(PatientLoop(qapp)) as loop:
        loop.run_until_complete(let_qt_run_within_this_task())
    assert went_on == ["within", "outside"]

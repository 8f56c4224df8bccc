"""The popup asks for the focus, and goes when it goes."""

from collections.abc import Callable

import pytest

from tests.fakes.translator import completed
from tests.ui.popup.stage import Stage, open_with
from tests.ui.waiting import until


async def test_it_goes_when_another_window_comes_to_the_front(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo"))
    await open_with(stage)
    await stage.work_elsewhere()
    await until(lambda: not stage.desk.is_open)
    assert stage.front.returns == 0


async def test_refused_the_focus_it_asks_again_a_few_times_and_says_so(
    stages: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.ui.popup.focus._ASKED_AGAIN_MS", (1, 2, 3))
    stage = stages(completed("Hallo"), completed("Hallo"))
    window, asked, refused = stage.popup.window, [], []
    window.isActiveWindow = lambda: False  # the offscreen platform refuses it to nobody
    window.activateWindow = lambda: asked.append(True)
    window.focus.refused.connect(lambda: refused.append(True))
    stage.desk.show_text("hello", takes_focus=True)
    await until(lambda: len(refused) == 3)
    assert not window.focus._insist.isActive()
    assert len(asked) == 4

    stage.popup.presenter.dismiss()
    stage.desk.show_text("hello", takes_focus=False)
    assert not window.focus._insist.isActive()
    assert len(asked) == 4


async def test_once_it_has_the_focus_it_asks_no_more(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    window, asked = stage.popup.window, []
    stage.desk.show_text("hello", takes_focus=True)
    await until(lambda: window.focus._is_here)
    window.activateWindow = lambda: asked.append(True)
    window.focus._ask_again()
    assert not asked

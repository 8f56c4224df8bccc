"""The popup asks for the focus, and goes when it goes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes.translator import completed
from tests.support.waiting import until
from tests.ui.popup.stage import Stage, open_with


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


async def test_it_stays_where_the_focus_was_gone_for_a_moment(
    stages: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    window, left = stage.popup.window, []
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    window.focus.left.connect(lambda: left.append(True))
    for is_active in (False, True):  # as Qt tells it on X11
        window.isActiveWindow = lambda is_active=is_active: is_active
        window.focus.follow_activation()
    assert stage.desk.is_open
    assert not window.focus._going.isActive()
    assert not left


async def test_it_does_not_go_while_it_still_asks_for_the_focus(
    stages: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.ui.popup.focus._ASKED_AGAIN_MS", (1, 2, 3))
    monkeypatch.setattr("translator.ui.popup.focus._GONE_AFTER_MS", 0)
    stage = stages(completed("Hallo"))
    await open_with(stage)
    window, open_at = stage.popup.window, []
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    window.isActiveWindow, window.activateWindow = lambda: False, lambda: None
    window.focus.refused.connect(lambda: open_at.append(stage.desk.is_open))
    window.focus.ask()
    window.focus.follow_activation()
    await until(lambda: not stage.desk.is_open)
    assert open_at == [True, True, True]


async def test_once_it_has_the_focus_it_asks_no_more(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    window, asked = stage.popup.window, []
    stage.desk.show_text("hello", takes_focus=True)
    await until(lambda: window.focus._is_here)
    window.activateWindow = lambda: asked.append(True)
    window.focus._ask_again()
    assert not asked

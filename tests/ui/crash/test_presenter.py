"""That a crash is told at the next start, and what can be done with its report."""

from pathlib import Path

import pytest

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.crash_report import FakeCrashReport
from tests.fakes.screen import FakeScreen
from tests.support.waiting import until
from translator.storage.atomic_file import write_for_anyone
from translator.ui.crash.presenter import CrashPresenter, Report, ReportCommands

REPORT = FakeCrashReport()


class FakeReportScreen:
    def __init__(self) -> None:
        self.opened: list[Report] = []
        self.said: list[str] = []

    def open(self, report: Report, commands: ReportCommands) -> None:
        self.opened.append(report)

    def say(self, sentence: str) -> None:
        self.said.append(sentence)


class Desk:
    def __init__(self) -> None:
        self.screen = FakeScreen()
        self.report_screen = FakeReportScreen()
        self.clipboard = FakeClipboard()
        self.presenter = CrashPresenter(self.screen, self.report_screen, self.clipboard, write_for_anyone)

    def press(self, name: str) -> None:
        assert self.screen.source_notice is not None
        self.screen.source_notice.press(name)


def test_it_is_told_until_somebody_answers() -> None:
    desk = Desk()
    desk.presenter.offer(REPORT)
    desk.screen.hide_notices()

    assert desk.screen.source_notice is not None
    assert desk.screen.source_notice.sentence == "Translator ended unexpectedly the last time."
    assert desk.screen.source_notice.severity == "warning"
    assert desk.screen.source_notice.buttons == ["showCrashReportButton", "dismissCrashButton"]
    assert desk.report_screen.opened == []


def test_whoever_wants_it_sees_it() -> None:
    desk = Desk()
    desk.presenter.offer(REPORT)
    desk.press("showCrashReportButton")

    assert desk.report_screen.opened == [REPORT]
    assert desk.screen.source_notice is None


def test_whoever_does_not_is_left_alone() -> None:
    desk = Desk()
    desk.presenter.offer(REPORT)
    desk.press("dismissCrashButton")

    assert desk.report_screen.opened == []
    assert desk.screen.source_notice is None


def test_it_is_copied_as_the_user_left_it() -> None:
    desk = Desk()
    desk.presenter.copy("Aborted while I swapped")

    assert desk.clipboard.content == "Aborted while I swapped"
    assert desk.report_screen.said == ["Copied"]


async def test_it_is_saved_as_the_user_left_it(tmp_path: Path) -> None:
    desk = Desk()
    desk.presenter.save("Aborted…", tmp_path / "mine.txt")
    await until(lambda: bool(desk.report_screen.said))

    assert (tmp_path / "mine.txt").read_text("utf-8") == "Aborted…"
    assert desk.report_screen.said == ["Saved mine.txt"]
    await desk.presenter.close()


async def test_what_became_of_each_file_is_said(tmp_path: Path) -> None:
    desk = Desk()
    for name in ("first.txt", "second.txt"):
        desk.presenter.save("Aborted", tmp_path / name)
    await desk.presenter.close()
    assert desk.report_screen.said == ["Saved first.txt", "Saved second.txt"]


@pytest.mark.parametrize(
    ("fault", "reason"), [(OSError(28, "No space left on device"), "No space left on device"),
                          (OSError(), "it cannot be written")],
)  # fmt: skip
async def test_what_cannot_be_saved_is_said(fault: OSError, reason: str, tmp_path: Path) -> None:
    def fail(path: Path, content: bytes) -> None:
        raise fault

    desk = Desk()
    presenter = CrashPresenter(desk.screen, desk.report_screen, desk.clipboard, fail)
    presenter.save("x", tmp_path / "mine.txt")
    await until(lambda: bool(desk.report_screen.said))

    assert desk.report_screen.said == [f"mine.txt could not be saved: {reason}."]
    await presenter.close()

"""The app is used for a minute, and what is counted of it is judged rightly."""

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.soak.__main__ import main
from tests.soak.use.figures import Figures, after_warm_up, growths, rss_slope, slope_of
from tests.soak.use.running import Heard, in_words, summary
from tests.support.system import SCREEN, require

_ROOT = Path(__file__).parents[2]
_LOOK_SECONDS = 0.02
_STARTED = 4
"""The screen, its window manager, the service and the app."""

_AT_REST = Figures(
    at=0, rss_mb=180, own_mb=120, threads=17, tasks=5, descriptors=38, windows=29, objects=1_900, held=1_920
)  # fmt: skip


@pytest.mark.timeout(300)
def test_a_minute_of_use_leaves_nothing_behind(capsys: pytest.CaptureFixture[str]) -> None:
    require(SCREEN)
    status = main(["use", "--minutes", "1"])
    said = capsys.readouterr().out
    assert status == 0, said
    assert "0 faults; in " in said.splitlines()[-1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_ends_a_soak_ends_all_that_it_started(number: signal.Signals) -> None:
    require(SCREEN)
    command = [sys.executable, "-m", "tests.soak", "use"]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as soak:
        while not (begun := _begun_by(soak.pid)):
            assert soak.poll() is None, "the soak ended by itself"
            time.sleep(_LOOK_SECONDS)
        soak.send_signal(number)
        assert soak.wait() == 128 + number
    assert not [each for each in begun if each.exists()]


def _begun_by(process: int) -> list[Path]:
    """Return the processes that this one has started, as soon as the last of them, the app, is at work."""
    numbers = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    begun = [Path("/proc", each) for each in numbers]
    has_threads = len(begun) == _STARTED and len([*(begun[-1] / "task").iterdir()]) > 1
    return begun if has_threads else []


def _readings(minutes: int, **slopes: float) -> list[Figures]:
    """Return a reading for each minute, in which these grow by so much a minute."""
    return [
        replace(_AT_REST, at=60.0 * minute, **{n: getattr(_AT_REST, n) + by * minute for n, by in slopes.items()})
        for minute in range(minutes)
    ]


def test_what_stays_as_it_is_has_not_grown() -> None:
    assert growths(_readings(90)) == []
    assert growths([replace(one, descriptors=38 + i % 9) for i, one in enumerate(_readings(90))]) == []


@pytest.mark.parametrize("name", ["threads", "tasks", "descriptors", "windows", "objects", "held"])
def test_a_count_that_rises_is_found(name: str) -> None:
    [found] = growths(_readings(90, **{name: 0.2}))
    assert found.startswith(f"{name} grew from at most ")


def test_memory_that_grows_is_found_in_a_long_run() -> None:
    assert growths(_readings(90, own_mb=0.9 / 60)) == []
    assert growths(_readings(90, own_mb=1.1 / 60)) == ["own memory grows by 1.10 MB an hour"]


def test_a_short_run_is_not_judged_by_its_slope_but_by_what_it_grew() -> None:
    assert growths(_readings(6, own_mb=2)) == []
    assert growths(_readings(6, own_mb=4)) == ["own memory grew from 124.0 to 136.0 MB"]


@pytest.mark.parametrize("minutes", [6, 90])
def test_files_that_are_mapped_are_no_growth(minutes: int) -> None:
    assert growths(_readings(minutes, rss_mb=4)) == []


def test_windows_left_behind_are_found_in_a_short_run_and_late_comers_allowed() -> None:
    assert growths(_readings(5, objects=20, held=20)) == []
    assert len(growths(_readings(5, objects=300, held=300))) == 2


def test_too_few_readings_are_no_good_news() -> None:
    assert growths(_readings(2)) == ["only 2 readings: nothing can be said of growth"]


def test_a_single_high_reading_does_not_move_the_slope() -> None:
    points = [(float(x), 2.0 * x) for x in range(20)]
    points[7] = (7.0, 1_000.0)
    assert slope_of(points) == pytest.approx(2.0)
    with pytest.raises(ValueError, match="no two points"):
        slope_of([(1.0, 2.0), (1.0, 3.0)])


def test_the_warm_up_is_left_out() -> None:
    assert [one.at for one in after_warm_up(_readings(4), 120)] == [120, 180]


def test_what_the_app_says_is_taken_in_and_told() -> None:
    heard = Heard()
    said = {"figures": {**vars_of(_AT_REST), "at": 754.4}, "done": 1_234}
    assert heard.take(said) == in_words(heard.figures[0], 1_234)
    assert in_words(heard.figures[0], 1_234).startswith(
        " 12:34   1,234 done  RSS 180.0 MB, own 120.0  17 threads  5 tasks"
    )
    assert heard.take({"warning": "WARNING qt: no", "after": "paste"}) == "in the log, after paste: WARNING qt: no"
    assert heard.take({"fault": "it fell"}) == "it fell"
    assert heard.faults == ["in the log, after paste: WARNING qt: no", "it fell"]


def test_the_summary_tells_the_slopes() -> None:
    heard = Heard(measured=_readings(61, rss_mb=0.5 / 60, own_mb=-0.2 / 60), done=2_000)
    assert rss_slope(heard.measured) == pytest.approx(0.5)
    assert summary(heard) == (
        "2,000 things done, 0 faults; in 60 minutes after the warm-up RSS 180.0 to 180.5 MB (+0.50 MB an hour), "
        "own 120.0 to 119.8 MB (-0.20 MB an hour)"
    )
    assert summary(Heard(done=3)) == "3 things done, 0 faults"


def vars_of(figures: Figures) -> dict[str, float]:
    """Return its fields by name."""
    return {name: getattr(figures, name) for name in figures.__dataclass_fields__}

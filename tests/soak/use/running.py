"""Starts an app to be used, on a screen and with a service of its own, hears what it says, and judges it."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.driver.desktop import end_group
from tests.servers.processes import running_mock
from tests.soak.use.figures import Figures, after_warm_up, growths, own_slope, rss_slope, warm_up_of
from tests.support.private_screen import bare_environment, started, virtual_screen

_ROOT = Path(__file__).parents[3]
_MOCK = ("--tps", "400", "--ttft-ms", "20", "--retry-after", "0.2", "--stall-s", "60")


@dataclass
class Heard:
    """What the app said of itself, how it ended, and what was wrong."""

    figures: list[Figures] = field(default_factory=list)
    measured: Sequence[Figures] = ()
    """Those from after the warm-up."""
    done: int = 0
    faults: list[str] = field(default_factory=list)

    def take(self, said: dict[str, Any]) -> str:
        """Take in one line; return it in words."""
        if "figures" in said:
            self.figures.append(Figures(**said["figures"]))
            self.done = said["done"]
            return in_words(self.figures[-1], self.done)
        fault = said.get("fault") or f"in the log, after {said['after']}: {said['warning']}"
        self.faults.append(fault)
        return fault


def in_words(figures: Figures, done: int) -> str:
    """Return a line for a person."""
    minutes, seconds = divmod(round(figures.at), 60)
    return (
        f"{minutes:3}:{seconds:02}  {done:6,} done  RSS {figures.rss_mb:.1f} MB, own {figures.own_mb:.1f}  "
        f"{figures.threads} threads  {figures.tasks} tasks  {figures.descriptors} descriptors  "
        f"{figures.windows} windows  {figures.objects:,} objects, {figures.held:,} held"
    )


def use(seconds: float, seed: int, say: Callable[[str], None]) -> Heard:
    """Have an app used for so long; tell how it goes."""
    heard = Heard()
    with virtual_screen() as display, started("openbox", "--sm-disable", display=display), running_mock(*_MOCK) as mock:
        _run([mock.base_url, str(seed), str(seconds)], display, heard, say)
    heard.measured = after_warm_up(heard.figures, warm_up_of(seconds))
    heard.faults += growths(heard.measured)
    return heard


def summary(heard: Heard) -> str:
    """Return how it went, in one line."""
    said = f"{heard.done:,} things done, {len(heard.faults)} faults"
    if len(heard.measured) < 2:
        return said
    first, last = heard.measured[0], heard.measured[-1]
    return (
        f"{said}; in {(last.at - first.at) / 60:.0f} minutes after the warm-up RSS {first.rss_mb:.1f} to "
        f"{last.rss_mb:.1f} MB ({rss_slope(heard.measured):+.2f} MB an hour), "
        f"own {first.own_mb:.1f} to {last.own_mb:.1f} MB ({own_slope(heard.measured):+.2f} MB an hour)"
    )


def _run(arguments: list[str], display: str, heard: Heard, say: Callable[[str], None]) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="soak.") as home,
        Path(home, "errors").open("w+", encoding="utf-8") as errors,
    ):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.use.in_app", *arguments], cwd=_ROOT,
            env=bare_environment(home, display), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors,
            text=True, start_new_session=True,
        )  # fmt: skip
        try:
            assert process.stdout
            with process.stdout as lines:
                for line in lines:
                    say(heard.take(json.loads(line)))
            process.wait()
        finally:
            end_group(process)
        errors.seek(0)
        if process.returncode:
            heard.faults.append(f"the app ended with {process.returncode}")
        if said := errors.read().strip():
            heard.faults.append(f"the app said:\n{said}")
        heard.faults += [f"a crash was written down:\n{path.read_text()}" for path in _reports(Path(home))]


def _reports(home: Path) -> list[Path]:
    return [path for path in home.glob("state_home/**/crash*/*") if path.is_file()]

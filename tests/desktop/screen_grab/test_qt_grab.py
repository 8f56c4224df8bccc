"""What two real screens show, pixel by pixel, at scales of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.selections import running_screen
from tests.support.system import SCREEN, require

ROOT = Path(__file__).parents[3]


@pytest.fixture
def display() -> Iterator[str]:
    require(SCREEN)
    with running_screen() as name:
        yield name


@pytest.mark.parametrize("scales", [(1, 1), (1, 2), (1.5, 1.25)])
def test_each_screen_is_seen_in_its_own_pixels_whatever_its_scale(display: str, scales: tuple[float, float]) -> None:
    factors = {"QT_SCREEN_SCALE_FACTORS": ";".join(map(str, scales)), "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough"}
    environment = {**os.environ, **factors, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.desktop.screen_grab.grabbing"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True)
    left, right = json.loads(ran.stdout)
    assert [left["scale"], right["scale"]] == list(scales)
    assert (left["size"], left["red"], left["blue"]) == ([400, 600], [100, 50, 60, 40], None)
    assert (right["size"], right["red"], right["blue"]) == ([400, 600], None, [40, 30, 90, 20])

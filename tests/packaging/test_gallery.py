"""The pictures of every view, drawn as ``dev.py shots --all`` draws them."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

import shots
from translator.ui.look.tokens import DARK

SCRIPT = Path(shots.__file__)


def test_a_view_is_drawn_in_the_looks_that_are_asked_for(tmp_path: Path) -> None:
    looks = ["--scale", "1.5", "--theme", "dark", "--direction", "rtl", "--direction", "ltr"]
    subprocess.run([sys.executable, SCRIPT, "--all", tmp_path, *looks, "empty-4*"], check=True, timeout=120)

    drawn = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.png"))
    assert drawn == ["1.5x/dark-ltr/empty-480.png", "1.5x/dark-rtl/empty-480.png"]
    right_to_left, left_to_right = (QImage(str(tmp_path / path)) for path in reversed(drawn))
    assert right_to_left.size().toTuple() == left_to_right.size().toTuple() == (720, 1140)
    button = left_to_right.width() - 20, 30
    assert left_to_right.pixelColor(*button) == QColor(DARK.accent)
    assert right_to_left.pixelColor(*button) != QColor(DARK.accent)
    assert right_to_left.pixelColor(20, 30) == QColor(DARK.accent)


def test_a_scale_that_there_is_not_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        shots.main(["--all", str(tmp_path), "--scale", "3"])
    assert "1.5" in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []

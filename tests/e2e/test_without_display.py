"""``python3 dev.py run`` where there is no display."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.system import SCREEN, require

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> tuple[str, str, str]:
    """Return the source, the translation, and where the picture of both is."""
    require(SCREEN)
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    ran = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "virtual_screen.py"), *arguments],
        env=environment, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    source, translation, picture = (line.partition(":")[2].strip() for line in ran.stdout.splitlines())
    return source, translation, picture


def test_a_machine_without_a_display_sees_the_main_job_done() -> None:
    source, translation, picture = run()

    assert source
    assert translation != source
    assert len(translation) >= len(source)
    assert Path(picture).read_bytes().startswith(b"\x89PNG")


def test_a_file_that_is_named_is_what_is_translated_there(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("A letter of mine.\n", encoding="utf-8")

    source, translation, _ = run(str(file))

    assert source == "A letter of mine."
    assert len(translation.split()) == len(source.split())

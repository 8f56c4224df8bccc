import subprocess
import sys

PROGRAM = """
import linecache
from translator.ui.loop.plain_import import restore_import
{restored}
before = set(linecache.cache)
import wave
print(set(linecache.cache) == before)
"""


def sources_stay_unread(restored: str) -> bool:
    command = [sys.executable, "-c", PROGRAM.format(restored=restored)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "True"


def test_modules_imported_after_qt_are_not_read_as_text() -> None:
    assert sources_stay_unread("restore_import()")


def test_pyside_alone_would_read_them() -> None:
    """Where this fails, PySide6 has mended its ways, and restore_import can go."""
    assert not sources_stay_unread("")

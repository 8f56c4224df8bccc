"""What a test needs from the system it runs on."""

import pytest

from tests.support.system import foreign_module_in

XCFFIB = "E   ModuleNotFoundError: No module named 'xcffib.xproto'"
TERMIOS = "E   ModuleNotFoundError: No module named 'termios'"


@pytest.mark.parametrize(
    ("complaint", "platform", "module"),
    [
        (XCFFIB, "linux", ""),
        (XCFFIB, "darwin", "xcffib"),
        (XCFFIB, "win32", "xcffib"),
        (TERMIOS, "darwin", ""),
        (TERMIOS, "win32", "termios"),
        ("E   ModuleNotFoundError: No module named 'translator.nowhere'", "win32", ""),
        ("E   SyntaxError: invalid syntax", "win32", ""),
    ],
)
def test_only_what_cannot_be_there_may_be_absent(complaint: str, platform: str, module: str) -> None:
    assert foreign_module_in(complaint, platform) == module

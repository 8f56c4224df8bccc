"""The display goes away under the running program, as at the end of a session, or with a remote one."""

import sys
from pathlib import Path

from tests.e2e.driver.app import App
from tests.e2e.driver.desktop import Desktop
from tests.e2e.window import Window, use_demo
from tests.support.system import SCREEN, require
from translator.storage.session_file import SessionFile


def test_what_was_typed_is_kept_and_nothing_is_taken_for_a_crash(home: Path) -> None:
    require(SCREEN)
    use_demo(home)
    state = home / ".local" / "state" / "translator"
    with Desktop() as desktop, App(desktop, [sys.executable, "-m", "translator"], home) as app:
        window = Window(app)
        window.translate("What was translated.")
        window.wait_for_beginning()  # it is at work
        window.write("Typed just before.")
        desktop.end_screen()
        assert app.wait_for_exit() == 0, app.log
    assert SessionFile(state / "session.json").load().draft == "Typed just before."
    assert list((state / "crashes").iterdir()) == []

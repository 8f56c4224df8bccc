"""One program for each user: further starts reach it, a killed one leaves nothing behind, and two at once are one."""

import os
import signal
import socket
import struct
import subprocess
from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.driver.desktop import Desktop
from tests.e2e.window import Window, use_demo
from translator.desktop.instance.meeting_place import MeetingPlace

POPUP = "Translation — Translator"


def test_a_second_start_hands_over_and_a_killed_program_is_in_nobodys_way(
    start_app: StartApp, desktop: Desktop, home: Path
) -> None:
    use_demo(home)
    letter = home / "a letter.txt"
    letter.write_text("Dear fox,", encoding="utf-8")
    app = start_app()
    window = Window(app)
    window.write("A draft")
    other = desktop.start("xterm", "-geometry", "100x40+0+0")
    desktop.wait(lambda: desktop.title_in_front() == "xterm")

    # It raises the first, and changes nothing in it.
    assert app.start_again() == 0
    desktop.wait(lambda: desktop.title_in_front() == "Translator")
    assert window.source.text == "A draft"

    # It hands over its file, by a path that is its own folder's, and its languages.
    assert app.start_again(letter.name, "--to", "ja") == 0
    app.wait(lambda: window.source.text == "Dear fox,")
    assert window.target_language.name == "Target language: Japanese"
    desktop.end(other)

    # With another service it is a run of its own, which keeps nothing of its texts.
    beside = start_app("--demo", "--to", "fr")
    assert "beside" in Window(beside).source_banner
    Window(beside).write("Never kept")
    beside.key("ctrl+q")
    assert beside.wait_for_exit() == 0

    # Killed, it leaves a lock and a socket behind that hinder nobody.
    window.write("Kept before the end")
    app.wait(lambda: "Kept before the end" in _session(home))
    app.kill()
    app.start()
    assert Window(app).source.text == "Kept before the end"

    # Unseen, another start of the program has nothing to do.
    assert app.start_again("--background") == 0
    app.key("ctrl+q")
    assert app.wait_for_exit() == 0


def test_a_program_started_by_a_shortcut_of_the_desktop_shows_its_window_when_that_is_wanted(
    start_app: StartApp, desktop: Desktop, home: Path
) -> None:
    use_demo(home)
    app = start_app()
    Window(app).write("A draft")
    app.key("ctrl+q")
    assert app.wait_for_exit() == 0
    place = MeetingPlace(Path(app.own_environment()["XDG_RUNTIME_DIR"]) / "translator")
    desktop.copy("What a fox")

    assert app.start_again("--clipboard") == 0
    unseen = _running_at(place)
    try:
        desktop.wait(lambda: desktop.title_in_front() == POPUP, 10, "the popup in front")
        assert app.start_again("--selection") == 0
        assert app.start_again() == 0
        desktop.wait(lambda: desktop.title_in_front() == "Translator")
        desktop.key("ctrl+q")
        desktop.wait(lambda: not place.socket.exists(), 10, "the end")
        assert '"A draft"' in _session(home)
    except BaseException:
        os.kill(unseen, signal.SIGTERM)
        raise


def _running_at(place: MeetingPlace) -> int:
    """Return the process that listens there."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.connect(str(place.socket))
        return struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]


def test_of_two_starts_at_once_one_shows_its_window_and_the_other_raises_it(
    start_app: StartApp, desktop: Desktop, home: Path
) -> None:
    use_demo(home)
    app = start_app()
    environment = app.own_environment()
    app.key("ctrl+q")
    assert app.wait_for_exit() == 0

    started = [
        subprocess.Popen(
            [*map(str, app.command)], env=environment, cwd=home, stdin=subprocess.DEVNULL, start_new_session=True
        )
        for _ in range(2)
    ]
    try:
        desktop.wait(lambda: sum(process.poll() is not None for process in started) == 1, 30, "one to end")
        ended = next(process for process in started if process.poll() is not None)
        assert ended.returncode == 0
        desktop.wait(lambda: desktop.title_in_front() == "Translator")
    finally:
        for process in started:
            if process.poll() is None:
                os.kill(process.pid, signal.SIGTERM)
            process.wait(30)


def _session(home: Path) -> str:
    path = home / ".local" / "state" / "translator" / "session.json"
    return path.read_text("utf-8") if path.exists() else ""

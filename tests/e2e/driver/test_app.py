"""The driver itself, on a window of its own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import xcffib
import xcffib.xproto

from tests.e2e.driver.app import App
from tests.e2e.driver.desktop import Desktop

SAMPLE = Path(__file__).with_name("sample_window.py")


@pytest.fixture
def app(desktop: Desktop, home: Path) -> Iterator[App]:
    with App(desktop, [sys.executable, SAMPLE], home) as running:
        yield running


def test_text_is_typed_pasted_and_read(app: App) -> None:
    editor = app.find("editor")

    editor.type("plain, ")
    editor.type("日本語 ünï")

    app.wait(lambda: editor.text == "plain, 日本語 ünï", 5, "the text")
    assert app.desktop.clipboard() == "日本語 ünï"


def test_buttons_are_pressed_and_announcements_heard(app: App) -> None:
    app.find("editor").set_text("abc")

    app.find("button").press()

    app.wait(lambda: app.announcements == ["Reversed"], 5, "the announcement")
    assert app.find("editor").text == "cba"


def test_an_item_is_selected_in_a_combo_box(app: App) -> None:
    app.find("picker").select("Japanese")

    assert app.find("picker").name == "Japanese"
    with pytest.raises(LookupError):
        app.find("picker").select("Klingon")


def test_a_context_menu_is_found_though_qt_does_not_list_it(app: App) -> None:
    app.find("editor").click(button=3)

    assert app.find(role="menu item", name="Paste\tCtrl+V")


def test_a_combo_box_without_a_label_has_no_name(app: App) -> None:
    assert [node.role for node in app.unnamed()] == ["combo box"]


def test_a_killed_program_starts_again(app: App) -> None:
    first = app.process.pid
    app.kill()

    app.start()

    assert app.process.pid != first
    assert app.find("editor").text == ""


def test_what_is_not_there_is_told_with_the_tree(app: App) -> None:
    with pytest.raises(TimeoutError, match=r"sourceEditor(.|\n)*#QApplication.QWidget.editor"):
        app.find("sourceEditor", timeout=0.1)


def test_a_program_that_ends_is_told_with_what_it_said(desktop: Desktop, home: Path) -> None:
    with pytest.raises(RuntimeError, match=r"ended with 1(.|\n)*no such thing"):
        App(desktop, [sys.executable, "-c", "raise SystemExit('no such thing')"], home).__enter__()


def test_every_program_has_ended_when_the_desktop_is_left() -> None:
    with Desktop() as desktop:
        started = list(desktop._started)
        assert len(started) >= 4

    assert [process.args for process in started if process.poll() is None] == []
    assert not desktop.folder.exists()


def test_a_window_that_is_still_named_though_it_is_gone_is_not_in_front(app: App) -> None:
    assert app.desktop.title_in_front() == "Sample"
    app.stop()

    with unseen_window(app.desktop.environment["DISPLAY"], "Sample"):
        assert app.desktop.title_in_front() == ""


@contextmanager
def unseen_window(display: str, title: str) -> Iterator[None]:
    """Have a window that is never shown, and that is in front by what the window manager says."""
    server = xcffib.connect(display)
    window, screen = server.generate_id(), server.setup.roots[0]
    name = "_NET_ACTIVE_WINDOW"
    in_front = server.core.InternAtom(False, len(name), name).reply().atom
    atoms, replaces = xcffib.xproto.Atom, xcffib.xproto.PropMode.Replace
    server.core.CreateWindow(0, window, screen.root, 0, 0, 1, 1, 0, xcffib.xproto.WindowClass.InputOutput, 0, 0, [])
    server.core.ChangeProperty(replaces, window, atoms.WM_NAME, atoms.STRING, 8, len(title), title)
    server.core.ChangePropertyChecked(replaces, screen.root, in_front, atoms.WINDOW, 32, 1, [window]).check()
    yield
    server.disconnect()


def test_secrets_are_kept_on_the_desktops_own_keyring(desktop: Desktop, unlocked_keyring: Path) -> None:
    assert desktop._owns_name("org.freedesktop.secrets")
    assert any(unlocked_keyring.rglob("*.keyring"))

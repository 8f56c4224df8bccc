"""What the window opens with, and that it needs nothing heavy to open."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from translator.language.tag import LanguageTag
from translator.places import find_places
from translator.running.opening import Opening, open_window
from translator.service_choice import UnknownService, WindowOptions
from translator.session import Session
from translator.settings import DEMO, Service, Settings
from translator.storage.session_file import SessionFile
from translator.storage.settings.settings_file import SettingsFile
from translator.ui.translate.bar.language_button import LanguageButton

BOX = Service("box", "My box", base_url="http://127.0.0.1:1/v1", model="m1")
HEAVY = ("asyncio", "qasync", "openai", "httpx2", "pydantic", "keyring", "msgspec", "fasttext", "charset_normalizer")
NOT_BEFORE_PAINT = (*HEAVY, "datetime", "translator.translation.checks.finding")
FOR_OTHER_WINDOWS = (
    *(f"translator.ui.{kind}.window" for kind in ("settings", "history", "memory", "glossary", "guide")),
    *(f"translator.ui.{kind}.presenter" for kind in ("settings", "history", "memory", "glossary", "guide", "welcome")),
    "translator.ui.welcome.panel", "translator.formats.terms.table", "translator.formats.terms.tbx_reading",
    "html", "plistlib", "urllib.request",
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test's own, where nobody has chosen anything yet."""
    for place in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{place}_HOME", str(tmp_path / place.lower()))
    return tmp_path


class Door:
    """Opens the window, and closes it after the test."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.opened: list[Opening] = []

    def open(self, **options: object) -> Opening:
        opening = open_window(self._app, WindowOptions(**options))  # type: ignore[arg-type]
        self.opened.append(opening)
        return opening


@pytest.fixture
def door(qapp: QApplication, home: Path, watched_log) -> Iterator[Door]:
    watched_log.allow("This plugin does not support propagateSizeHints")
    made = Door(qapp)
    yield made
    for opening in made.opened:
        opening.window.close()
        opening.window.deleteLater()
        opening.theme.deleteLater()
    qapp.setStyleSheet("")


def keep_settings(settings: Settings) -> None:
    SettingsFile(find_places().settings_file).save(settings)


def keep_session(session: Session) -> None:
    SessionFile(find_places().session_file).save(session)


def source_text(opening: Opening) -> str:
    return opening.screen.source_text()


def button(opening: Opening, name: str) -> str:
    found = opening.window.findChild(LanguageButton, name)
    assert found is not None
    return found.accessibleName()


# The first time


def test_the_first_time_it_is_empty_with_the_demo_and_says_nothing(door: Door, home: Path) -> None:
    opening = door.open()

    assert opening.window.isVisible()
    assert opening.settings == Settings()
    assert opening.choice.service == DEMO
    assert not opening.overrides_service
    assert opening.notice == ""
    assert source_text(opening) == ""
    assert list(home.rglob("*.*")) == [], "opening writes nothing"


def test_it_can_be_typed_into_at_once(door: Door) -> None:
    opening = door.open()

    assert opening.window.focusWidget() is opening.window.view.source.editor


def test_the_languages_are_detect_and_the_systems_own(door: Door) -> None:
    opening = door.open()

    assert button(opening, "sourceLanguagePicker") == "Source language: Detect language"
    assert opening.languages.target in (LanguageTag("es"), LanguageTag("de"), LanguageTag("fr"))


# What was kept


def test_the_draft_the_languages_and_the_panes_are_back(door: Door) -> None:
    keep_session(
        Session("Hola", "es", "pt-BR", ("es", "fr"), ("pt-BR", "de"), splitter=(700, 300)),
    )
    opening = door.open()

    assert source_text(opening) == "Hola"
    assert button(opening, "sourceLanguagePicker") == "Source language: Spanish"
    assert button(opening, "targetLanguagePicker") == "Target language: Portuguese (Brazil)"
    assert opening.languages.recent_sources == (LanguageTag("es"), LanguageTag("fr"))
    assert opening.languages.recent_targets == (LanguageTag.parse("pt-BR"), LanguageTag("de"))
    sizes = opening.window.view.sizes()
    assert sizes[0] > 2 * sizes[1]


def test_the_window_has_its_size_again(door: Door) -> None:
    first = door.open()
    first.window.resize(777, 555)
    keep_session(Session(geometry=first.window.geometry_to_keep()))

    assert door.open().window.size() == first.window.size()


def test_languages_that_are_no_more_offered_are_left_out(door: Door) -> None:
    keep_session(Session("", "qqq", "no tag at all", ("qqq", "es"), ("???",)))
    opening = door.open()

    assert opening.languages.source is None
    assert opening.languages.recent_sources == (LanguageTag("es"),)
    assert opening.languages.recent_targets == ()
    assert opening.catalogue.find(opening.languages.target)


def test_nonsense_in_the_session_is_no_reason_not_to_open(door: Door) -> None:
    path = find_places().session_file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"draft": 7, "geometry": "xx"}))

    assert source_text(door.open()) == ""


def test_a_geometry_of_nonsense_is_left_out(door: Door) -> None:
    keep_session(Session("Hola", geometry=b"nonsense", splitter=(1, 2, 3)))

    assert source_text(door.open()) == "Hola"


def test_appearance_and_text_size_are_the_users(door: Door) -> None:
    keep_settings(Settings("demo", appearance="dark", text_size=150))
    opening = door.open()

    assert opening.theme.is_dark
    assert opening.theme.px(10) == 15


def test_the_service_is_the_users(door: Door) -> None:
    keep_settings(Settings("box", (BOX,)))
    opening = door.open()

    assert opening.choice.service == BOX
    assert not opening.overrides_service


def test_settings_that_cannot_be_read_are_set_aside_and_the_user_is_told(door: Door) -> None:
    path = find_places().settings_file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("this is = not [ toml")
    opening = door.open()

    assert opening.settings == Settings()
    assert opening.notice.startswith("The settings could not be read and the defaults are used.")
    assert f"{path}.unreadable-1" in opening.notice
    assert Path(f"{path}.unreadable-1").read_text() == "this is = not [ toml"
    assert not path.exists()


# What the command line says


def test_languages_of_the_command_line_come_before_those_of_last_time(door: Door) -> None:
    keep_session(Session("", "es", "fr"))
    opening = door.open(to="ja", source="zh-TW")

    assert (str(opening.languages.source), str(opening.languages.target)) == ("zh-Hant", "ja")


def test_a_language_that_is_not_offered_changes_nothing(door: Door) -> None:
    keep_session(Session("", "es", "fr"))

    assert str(door.open(to="qqq").languages.target) in ("fr", "es", "de")


@pytest.mark.parametrize(
    ("options", "service"),
    [
        ({"demo": True}, DEMO),
        ({"model": "m2"}, Service("box", "My box", base_url=BOX.base_url, model="m2")),
        (
            {"base_url": "http://127.0.0.1:9/v1"},
            Service("127.0.0.1:9", "127.0.0.1:9", base_url="http://127.0.0.1:9/v1"),
        ),
    ],
    ids=["demo", "model", "address"],
)
def test_a_service_of_the_command_line_is_for_this_run(
    door: Door, options: dict[str, object], service: Service
) -> None:
    keep_settings(Settings("box", (BOX,)))
    opening = door.open(**options)

    assert opening.choice.service == service
    assert opening.overrides_service
    assert opening.settings.service == BOX


def test_a_service_that_nobody_knows_opens_no_window(door: Door) -> None:
    with pytest.raises(UnknownService):
        door.open(service="nobody")
    assert door.opened == []


# What it costs

PAINTED = """
from translator.app import make_application, wait_for_first_paint
from translator.running.opening import open_window
from translator.service_choice import WindowOptions
app = make_application()
opening = open_window(app, WindowOptions())
wait_for_first_paint(opening)
"""


def loaded(program: str, home: Path, watched: Sequence[str] = HEAVY) -> set[str]:
    """Return which of the modules that are watched a fresh Python has loaded after this program."""
    report = f"\nimport sys\nprint('loaded:', *(name for name in {tuple(watched)!r} if name in sys.modules))"
    environment = {
        "HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path.cwd()),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program + report],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split("loaded:")[1].split())


def test_importing_the_window_loads_nothing_heavy(home: Path) -> None:
    assert loaded("import translator.app, translator.running.opening", home) == set()


def test_nothing_heavy_is_loaded_when_the_window_is_first_painted(home: Path) -> None:
    assert loaded(PAINTED + "assert opening.window.isVisible()", home, NOT_BEFORE_PAINT) == set()


def test_classes_of_many_enumerations_are_not_built_before_the_first_paint(home: Path) -> None:
    program = f"""
from PySide6 import QtGui, QtWidgets
{PAINTED}
assert "QPushButton" in vars(QtWidgets), "PySide keeps what it has built elsewhere by now"
assert "QStyle" not in vars(QtWidgets)
assert "QGradient" not in vars(QtGui)
"""
    assert loaded(program, home, NOT_BEFORE_PAINT) == set()


def test_windows_that_nobody_has_opened_are_not_loaded(home: Path) -> None:
    program = """
from importlib import import_module
from translator.app import NEEDED_AFTER_PAINT
for name in NEEDED_AFTER_PAINT:
    import_module(name)
"""
    assert loaded(program, home, (*FOR_OTHER_WINDOWS, "translator.running.running_app")) == {
        "translator.running.running_app"
    }


def test_the_command_line_loads_no_window_to_say_its_version(home: Path) -> None:
    program = """
import contextlib, sys
from translator.cli import main
sys.argv = ["translator", "--version"]
with contextlib.suppress(SystemExit):
    main()
assert "PySide6" not in sys.modules
"""
    assert loaded(program, home) == set()

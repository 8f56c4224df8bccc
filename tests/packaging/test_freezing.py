"""What goes along with the frozen program, and what does not."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

import freezing
from distributions import foreign_modules, required
from freezing.selection import chosen, needed, without_dangling
from freezing.unpack import PLACE


def goes_along(place: str, platform: str = "linux") -> bool:
    return bool(chosen([(place, f"/venv/{place}", "BINARY")], platform))


@pytest.mark.parametrize(
    ("place", "platform"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "linux"),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", "linux"),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", "linux"),
        ("PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so", "linux"),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", "linux"),
        ("PySide6/Qt/plugins/imageformats/libqwebp.so", "linux"),
        ("PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so", "linux"),
        ("PySide6/Qt/translations/qtbase_pt_BR.qm", "linux"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "win32"),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", "win32"),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "darwin"),
        ("libz.1.dylib", "darwin"),
        ("libcrypto.so.3", "linux"),
        ("libxcb-cursor.so.0", "linux"),
        ("translator/resources/languages.json", "linux"),
    ],
)
def test_what_is_used_goes_along(place: str, platform: str) -> None:
    assert goes_along(place, platform)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
        "PySide6/Qt/translations/qtbase_uk.qm",
        "PySide6/Qt/translations/assistant_de.qm",
        "libstdc++.so.6",
        "libGL.so.1",
        "libfontconfig.so.1",
        "libxcb.so.1",
    ],
)
def test_what_nobody_uses_or_the_system_has_stays_behind(place: str) -> None:
    assert not goes_along(place)


def test_a_library_goes_along_where_one_of_ours_needs_it_however_indirectly() -> None:
    binaries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", "BINARY"),
        ("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", "BINARY"),
        ("libxcb-image.so.0", "/usr/lib/libxcb-image.so.0", "BINARY"),
        ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY"),
        ("libpango.so.0", "/usr/lib/libpango.so.0", "BINARY"),
    ]
    imports = {
        "/venv/libqxcb.so": ["libxcb-cursor.so.0", "libc.so.6"],
        "/usr/lib/libxcb-cursor.so.0": ["libxcb-image.so.0"],
        "/usr/lib/libxcb-image.so.0": ["libxcb-cursor.so.0"],
        "/usr/lib/libgtk-3.so.0": ["libpango.so.0"],
    }

    kept = needed(binaries, [Path("/venv")], lambda file: [(name, None) for name in imports.get(file, [])])

    assert [place for place, _, _ in kept] == [place for place, _, _ in binaries[:3]]


def test_a_link_to_what_stays_behind_stays_behind() -> None:
    library = ("PySide6/Qt/lib/libQt6Core.so.6", "/venv/libQt6Core.so.6", "BINARY")
    link = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    upwards = ("PySide6/lib/libQt6Core.so.6", "../Qt/lib/libQt6Core.so.6", "SYMLINK")
    dangling = ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK")

    assert without_dangling([link, dangling, upwards, library]) == [link, upwards, library]


def test_the_developers_tools_are_not_required() -> None:
    names = set(required())
    foreign = set(foreign_modules())

    assert {"openai", "pyside6-essentials", "keyring", "typing-extensions"} <= names
    assert not {"pytest", "mypy", "numpy", "babel"} & names
    assert {"pytest", "mypy", "PyInstaller"} <= foreign
    assert not {"openai", "PySide6", "msgspec", "translator", "pydantic"} & foreign


@pytest.mark.parametrize(("before", "after"), [("/their/own", "/their/own"), ("", None)])
def test_what_the_program_starts_gets_the_environment_that_it_was_given_itself(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/translator/_internal")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "/opt/translator/translator")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    runpy.run_path(str(freezing.ROOT / "packaging/freezing/leave_environment.py"))

    assert os.environ.get("LD_LIBRARY_PATH") == after
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    assert "_PYI_ARCHIVE_FILE" not in os.environ


def test_pyside_takes_its_own_python_files_from_where_they_are_laid_out(tmp_path: Path) -> None:
    shutil.copytree(Path(shiboken6.__file__).parent, tmp_path / "shiboken6")
    unpack = freezing.ROOT / "packaging/freezing/unpack.py"
    subprocess.run([sys.executable, unpack, tmp_path / PLACE], check=True)

    asked = "import sys, PySide6.QtCore; print(sys.modules['shibokensupport.signature.loader'].__cached__)"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    said = subprocess.check_output([sys.executable, "-c", asked], env=environment, text=True)

    taken = Path(said.strip())
    assert taken.is_relative_to(tmp_path / PLACE)
    assert taken.exists()


def test_packages_bear_the_time_that_is_asked_for() -> None:
    assert freezing.source_time({"SOURCE_DATE_EPOCH": "12345"}) == 12345
    assert freezing.source_time({}) == int(freezing.TIME)

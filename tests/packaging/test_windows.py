"""Installer, zip and version resource for Windows, made from a small staged tree: NSIS runs here, Windows does not."""

import os
import re
import shutil
import subprocess
import zipfile
from types import SimpleNamespace

import pytest

import dev
import icons
import windows
from tests.support.system import require
from translator import APPLICATION_ID, __version__
from translator.desktop.autostart.windows import APPROVED_KEY, RUN_KEY
from windows import installer, words
from windows.version_resource import four_numbers, write_version_resource
from windows.zipped import READ_ME, write_zip

FILES = (
    "translator.exe", "translator-console.exe", "_internal/base_library.zip", "_internal/costs $5.txt",
    "_internal/translator/resources/icons/app.svg", "_internal/PySide6/Qt6Core.dll",
)  # fmt: skip
SCRIPT = installer.SCRIPT.read_text(encoding="utf-8")


@pytest.fixture
def program(tmp_path):
    """Return a folder like the frozen program's."""
    folder = tmp_path / "translator"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode() * 50)
    return folder


def compile_here(program, tmp_path, version="1.2.3"):
    icons.write_ico(tmp_path / "app.ico")
    made, makensis = tmp_path / "Translator-setup.exe", shutil.which("makensis")
    return installer.compile_installer(program, made, version, tmp_path / "app.ico", makensis)


def unpack(archive, into):
    """Unpack what is in the installer with 7-Zip, which reads NSIS' own form."""
    subprocess.run(["7z", "x", "-y", f"-o{into}", str(archive)], check=True, capture_output=True)
    return {path.relative_to(into).as_posix() for path in into.rglob("*") if path.is_file()}


def test_the_installer_holds_every_file_and_an_uninstaller(program, tmp_path):
    require(dev.INSTALLER)

    made = compile_here(program, tmp_path)

    held = unpack(made, tmp_path / "unpacked")
    assert {name for name in held if not name.startswith("$PLUGINSDIR/")} == {*FILES, "uninstall.exe"}
    unpacked = {name: (tmp_path / "unpacked" / name).read_bytes() for name in FILES}
    assert unpacked == {name: (program / name).read_bytes() for name in FILES}
    assert "1.2.3".encode("utf-16-le") in made.read_bytes()  # Explorer shows it
    assert b'level="asInvoker"' in made.read_bytes()


def test_the_same_files_make_the_same_installer_whenever_they_were_made(program, tmp_path):
    require(dev.INSTALLER)

    first = compile_here(program, tmp_path).read_bytes()
    for path in program.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))

    assert compile_here(program, tmp_path).read_bytes() == first


def test_a_script_that_nsis_refuses_is_told_in_its_words(program, tmp_path):
    require(dev.INSTALLER)

    made, icon = tmp_path / "Translator-setup.exe", tmp_path / "app.ico"
    with pytest.raises(installer.CannotCompile, match=r"app\.ico"):
        installer.compile_installer(program, made, "1", icon, shutil.which("makensis"))


def test_without_nsis_that_is_what_is_said(program, tmp_path):
    with pytest.raises(installer.CannotCompile, match="makensis"):
        installer.compile_installer(program, tmp_path / "Translator-setup.exe", "1", tmp_path / "app.ico", None)


def test_the_uninstaller_removes_each_file_by_its_name_and_only_empty_folders(program):
    remove = installer.list_files(program).split("!macro REMOVE_FILES")[1]

    deleted = re.findall(r'Delete "(.+)"', remove)
    folders = re.findall(r'RMDir "(.+)"', remove)
    assert sorted(deleted) == sorted("$INSTDIR\\" + name.replace("/", "\\").replace("$", "$$") for name in FILES)
    assert folders == sorted(folders, key=lambda folder: -folder.count("\\"))
    assert "$INSTDIR\\_internal\\translator\\resources" in folders
    assert "$INSTDIR\\_internal" in folders
    assert "$INSTDIR" not in folders  # the uninstaller itself is still in it
    assert "/r" not in remove
    assert re.findall(r"RMDir /r (.+)", SCRIPT) == ['"${OWN_FOLDER}"']  # in the section that nobody has ticked yet


def test_the_script_knows_the_program_by_its_own_names():
    assert f'!define ID "{APPLICATION_ID}"' in SCRIPT
    software = re.search(r'!define SOFTWARE "(.+)"', SCRIPT).group(1)
    named = re.findall(r'DeleteRegValue HKCU "\$\{SOFTWARE\}(.+?)" "\$\{ID\}"', SCRIPT)
    assert [software + name for name in named] == [RUN_KEY, APPROVED_KEY]


def test_nothing_is_written_for_other_users_and_no_kind_of_file_is_taken_over():
    assert "RequestExecutionLevel user" in SCRIPT
    assert not re.findall(r"HKLM|HKCR|SHCTX|SetShellVarContext all", SCRIPT)
    written = re.findall(r'WriteReg\w+ HKCU "(\$\{\w+\}|[^"$]+)', SCRIPT + installer.list_types())
    assert set(written) == {"${UNINSTALL}", "${APPLICATION}", "${APP_PATH}"}
    assert '"${APPLICATION}\\SupportedTypes" ".txt" ""' in installer.list_types()


def test_every_language_of_the_program_has_all_the_installers_words():
    assert len(words.LANGUAGES) == 11
    assert all(text.strip() and '"' not in text for spoken in words.LANGUAGES.values() for text in spoken)
    assert all("Translator" in spoken.running for spoken in words.LANGUAGES.values())
    assert {f"$({name.upper()})" for name in words.Words._fields} <= set(re.findall(r"\$\(\w+\)", SCRIPT))
    assert len({spoken.what_goes for spoken in words.LANGUAGES.values()}) == 11


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.2rc1", (1, 2, 0, 0)), ("2026.11.23.4.5", (2026, 11, 23, 4))]
)
def test_a_version_becomes_windows_four_numbers(version, numbers):
    assert four_numbers(version) == numbers


def test_what_is_no_version_is_refused():
    with pytest.raises(ValueError, match="dev"):
        four_numbers("dev")


def test_the_version_resource_says_what_pyinstaller_asks(tmp_path):
    write_version_resource(tmp_path / "resource.txt", "1.2.3")

    kinds = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    read = eval(  # as PyInstaller reads it
        (tmp_path / "resource.txt").read_text(encoding="utf-8"),
        {kind: lambda *given, kind=kind, **named: SimpleNamespace(kind=kind, given=given, **named) for kind in kinds},
    )
    table = read.kids[0].given[0][0]
    strings = dict(entry.given for entry in table.given[1])
    assert read.ffi.filevers == (1, 2, 3, 0)
    assert table.given[0] == "040904B0"
    assert (strings["ProductName"], strings["FileVersion"]) == ("Translator", "1.2.3")
    assert read.kids[1].given[0][0].given == ("Translation", [0x0409, 1200])


def test_the_zip_is_the_folder_with_a_word_on_where_things_are_kept(program, tmp_path):
    first = write_zip(program, tmp_path / "a.zip", "1.2.3")
    second = write_zip(program, tmp_path / "b.zip", "1.2.3")

    with zipfile.ZipFile(first) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {f"Translator-1.2.3/{name}" for name in (READ_ME, *FILES)}
        read_me = archive.read(f"Translator-1.2.3/{READ_ME}").decode()
    assert "%LOCALAPPDATA%\\translator" in read_me
    assert first.read_bytes() == second.read_bytes()


def test_installer_and_zip_are_made_of_the_signed_program_and_signed_themselves(program, tmp_path):
    require(dev.INSTALLER)
    signer = tmp_path / "sign"
    signer.write_text(f'#!/bin/sh\nbasename "$2" >> "{tmp_path}/log"\necho signed >> "$2"\n', encoding="utf-8")
    signer.chmod(0o755)
    asked = {}

    def freeze(into, *, icon, version):
        asked.update(icon=icon.read_bytes()[:4], version=version.read_text(encoding="utf-8"))
        return program

    made = windows.package(tmp_path / "dist", freeze, {"WINDOWS_SIGN_COMMAND": f"{signer} --quietly"})

    title = f"Translator-{__version__}"
    assert [path.name for path in made] == [f"{title}-setup.exe", f"{title}-windows.zip"]
    assert asked["icon"] == b"\0\0\1\0"
    assert asked["version"].startswith("VSVersionInfo(")
    signed = (tmp_path / "log").read_text(encoding="utf-8").split()
    assert signed[:2] == list(windows.PROGRAMS)
    assert len(signed) == 4  # the uninstaller, before it is packed, and the installer
    assert made[0].read_bytes().endswith(b"signed\n")
    with zipfile.ZipFile(made[1]) as archive:
        assert archive.read(f"{title}/translator.exe").endswith(b"signed\n")

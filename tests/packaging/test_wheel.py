"""The wheel, built as those build it who only have the sdist, and installed where nothing of the clone is."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

import dev

CATALOGUE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "a text file"
msgstr "tekstdosiero"
"""
SHOW_PLACES = """
import gettext, json, translator
from translator.assets import resources
words = gettext.translation("translator", resources() / "i18n", ["eo"])
files = [str(path.relative_to(resources()).as_posix()) for path in resources().rglob("*") if path.is_file()]
print(json.dumps({"code": translator.__file__, "word": words.gettext("a text file"), "files": files}))
"""


def build(kind, project, into):
    """Build with the hatchling of this environment, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(into)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return next(into.iterdir())


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    return build("sdist", dev.ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist, tmp_path_factory):
    """Return the wheel that the sdist makes, once somebody has written an Esperanto catalogue."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    project = next(folder.iterdir())
    esperanto = project / "resources" / "i18n" / "eo" / "LC_MESSAGES"
    esperanto.mkdir(parents=True)
    (esperanto / "translator.po").write_text(CATALOGUE, encoding="utf-8")
    return build("wheel", project, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return the programs of an environment that holds the wheel, and finds what it needs where the tests do."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    programs = environment / ("Scripts" if dev.IS_WINDOWS else "bin")
    python = programs / ("python.exe" if dev.IS_WINDOWS else "python")
    install = ["pip", "install", "--quiet", "--offline", "--no-cache", "--no-deps", "--python", str(python)]
    subprocess.run([*dev.find_uv(), *install, str(wheel)], check=True)
    site = environment / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    (site / "requirements.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")  # its own .pth are not read
    return programs


def run(installed, *command):
    """Run a program of the environment far from the clone; return what it wrote."""
    program = str(installed / command[0])
    there = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ended = subprocess.run(
        [program, *command[1:]], cwd=installed, env=there, capture_output=True, encoding="utf-8", check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def names_in(archive):
    with zipfile.ZipFile(archive) as file:
        return {name for name in file.namelist() if not name.endswith("/")}


def test_the_installed_program_translates(installed):
    assert run(installed, "translator", "--help").startswith("usage: translator")
    assert run(installed, "translator", "text", "--demo", "--to", "de", "Good morning").strip()


def test_it_brings_every_resource_with_its_catalogues_compiled(installed):
    told = json.loads(run(installed, "python", "-c", SHOW_PLACES))

    clone = dev.ROOT / "resources"
    ours = {path.relative_to(clone).as_posix() for path in clone.rglob("*") if path.is_file()}
    sources = {name for name in ours if name.endswith((".po", ".pot", ".mo", ".part"))}
    compiled = {f"{name.removesuffix('.po')}.mo" for name in sources if name.endswith(".po")}
    assert Path(told["code"]).is_relative_to(installed.parent)
    assert {"languages.json", "prices.json", "icons/app.svg", "icons/tray/ready.svg"} <= set(told["files"])
    assert (ours - sources | compiled) - set(told["files"]) == set()
    assert told["word"] == "tekstdosiero"
    assert not [name for name in told["files"] if name.endswith((".po", ".pot"))]


def test_it_shows_the_licences_of_what_it_brings_and_of_what_is_beside_it(installed):
    text = run(installed, "python", "-c", "from translator.licences import licences_text; print(licences_text())")

    for there in (
        "MIT License",
        "UNICODE LICENSE V3",
        "lid.176",
        "Attribution-ShareAlike 3.0",
        "\nopenai ",
        "\nkeyring ",
    ):
        assert there in text


def test_the_wheel_holds_all_modules_and_nothing_else_of_the_project(wheel):
    names = names_in(wheel)

    modules = {path.relative_to(dev.ROOT).as_posix() for path in (dev.ROOT / "translator").rglob("*.py")}
    assert modules - names == set()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"translator", "translator_desktop"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_sdist_holds_what_the_wheel_is_made_of_and_no_tests(sdist):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    tops = {name.split("/")[0] for name in names}
    assert tops == {
        "translator", "resources", "docs", "packaging", "README.md", "README.zh_CN.md", "CHANGELOG.md", "LICENSE",
        "pyproject.toml", "PKG-INFO", ".gitignore",
    }  # fmt: skip
    assert not [name for name in names if name.endswith(".mo")]

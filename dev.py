#!/usr/bin/env python3
"""Everything one does with a clone, in one command each. Needs Python 3 with pip, and nothing else.

  python3 dev.py run [ARGS]      open the app; without a display, show it at work on a virtual screen
  python3 dev.py test [ARGS]     run the tests; with ARGS, what pytest makes of them
  python3 dev.py check           lint, formatting, types, and who may import whom
  python3 dev.py fuzz [ARGS]     read ten thousand broken replies; --seed S for those of a run before
  python3 dev.py soak [ARGS]     kill a thousand processes while they write, and use the app for two hours, to see what
                                 is lost and what grows; kills or use for one of them (--kills, --minutes, --seed)
  python3 dev.py bench [ARGS]    measure speed and memory
  python3 dev.py shots [ARGS]    make the screenshots of the README and the guide
  python3 dev.py catalogues      bring the catalogues of the interface's languages up to date with the code
  python3 dev.py package [ARGS]  make the packages of this system, in dist/
  python3 dev.py setup           only make the environment, .venv
  python3 dev.py lock [ARGS]     write requirements.lock anew from pyproject.toml (--upgrade for newer versions)

The first call makes .venv from requirements.lock; so does the first after that file or pyproject.toml changed.
"""

# This file runs before there is an environment, on whatever Python is there: 3.8 is enough for it.
from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
STAMP = VENV / "made-from.txt"
IS_WINDOWS = sys.platform == "win32"
BINARIES = VENV / ("Scripts" if IS_WINDOWS else "bin")
PYTHON = BINARIES / ("python.exe" if IS_WINDOWS else "python")
PYTHONS = ((3, 11), (3, 12), (3, 13))

# The shared libraries that Qt does not bring along on Linux, and the Debian package of each.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Files by which we know that something is there (a name without a slash is looked for on PATH), and Debian's package.
SCREEN = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "xterm": "xterm",
    "import": "imagemagick",
    "dbus-daemon": "dbus",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}
KEYRING = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
SPEECH = {
    "speech-dispatcher": "speech-dispatcher",
    "/usr/lib/speech-dispatcher-modules/sd_espeak-ng": "speech-dispatcher-espeak-ng",
}
PACKAGE = {
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "readelf": "binutils",
    "chrpath": "chrpath",
    "xz": "xz-utils",
}
PACKAGE_CHECKS = {
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "lintian": "lintian",
}
INSTALLER = {"makensis": "nsis", "7z": "p7zip-full"}
FONTS = {
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf": "fonts-noto-core",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
    "/usr/share/fonts/opentype/inter": "fonts-inter",
}
FOR_TESTS = {**SCREEN, **KEYRING, **SPEECH, **FONTS, **INSTALLER, **PACKAGE, **PACKAGE_CHECKS}
WITHOUT_WINDOW = (
    "text", "key", "doctor", "usage", "memory", "glossary", "-h", "--help", "--version",
    "--clipboard", "--selection", "--region",
)  # fmt: skip
# Those three are said to the program that runs: on a screen that goes with them nobody would see the answer.
CHECKED = ("translator", "tests", "packaging", "dev.py")


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says with the rest of them; return the exit status."""
    tasks = {
        "run": run, "test": test, "check": check, "fuzz": fuzz, "soak": soak, "bench": bench, "shots": shots,
        "catalogues": catalogues, "package": package, "setup": setup, "lock": lock,
    }  # fmt: skip
    task = tasks.get(arguments[0]) if arguments else None
    if task is None:
        print(__doc__.strip())
        return 0 if arguments[:1] in ([], ["-h"], ["--help"]) else 2
    return task(list(arguments[1:]))


# The tasks


def run(arguments: list[str]) -> int:
    """Open the app, or show it at work where there is no display."""
    make_environment()
    if needs_virtual_screen(arguments, os.environ, sys.platform):
        print("There is no display here: this shows the same window at work on a virtual screen.", flush=True)
        demand(SCREEN)
        hand_over(PYTHON, ROOT / "packaging" / "virtual_screen.py", *arguments)
    hand_over(PYTHON, "-m", "translator", *arguments)


def test(arguments: list[str]) -> int:
    """Run the tests: all of them with their coverage, or what the arguments name."""
    make_environment()
    install_where_possible({**FOR_TESTS, **python_library()})
    os.chdir(ROOT)
    if arguments:
        hand_over(PYTHON, "-m", "pytest", *arguments)
    side_by_side = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal"]
    status = subprocess.call([str(PYTHON), "-m", "pytest", "--cov", "--cov-report=", *side_by_side])
    return status or subprocess.call([str(PYTHON), "-m", "tests.support.coverage_gate"])


def check(_: list[str]) -> int:
    """Run every check, all of them even where one fails."""
    make_environment()
    os.chdir(ROOT)
    there = [name for name in CHECKED if Path(name).exists()]
    commands = (["ruff", "check", *there], ["ruff", "format", "--check", *there], ["mypy"], ["lint-imports"])
    failed = [" ".join(words[:2]) for words in commands if subprocess.call([str(BINARIES / words[0]), *words[1:]])]
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def fuzz(arguments: list[str]) -> int:
    """Read broken replies."""
    make_environment()
    os.chdir(ROOT)
    hand_over(PYTHON, "-m", "tests.fuzz", *arguments)


def soak(arguments: list[str]) -> int:
    """Kill what writes, and use the app for long."""
    make_environment()
    if arguments[:1] != ["kills"]:
        demand(SCREEN)
        install_where_possible(FONTS)
    os.chdir(ROOT)
    hand_over(PYTHON, "-m", "tests.soak", *arguments)


def bench(arguments: list[str]) -> int:
    """Measure."""
    make_environment()
    install_where_possible({**SCREEN, **FONTS})
    os.chdir(ROOT)
    hand_over(PYTHON, "-m", "tests.bench", *arguments)


def shots(arguments: list[str]) -> int:
    """Make the screenshots."""
    make_environment()
    demand(SCREEN)
    install_where_possible(FONTS)
    hand_over(PYTHON, ROOT / "packaging" / "shots.py", *arguments)


def catalogues(_: list[str]) -> int:
    """Bring the catalogues up to date, and compile them."""
    make_environment()
    status = subprocess.call([str(PYTHON), str(ROOT / "packaging" / "update_catalogues.py")])
    compile_catalogues()
    return status


def package(arguments: list[str]) -> int:
    """Make the packages."""
    make_environment()
    if sys.platform.startswith("linux"):
        demand({**PACKAGE, **python_library()})
    os.chdir(str(ROOT))
    hand_over(PYTHON, ROOT / "packaging" / "build.py", *arguments)


def setup(_: list[str]) -> int:
    """Make the environment."""
    make_environment()
    print("Ready: " + str(VENV))
    return 0


def lock(arguments: list[str]) -> int:
    """Write the versions and hashes that pyproject.toml asks for, for every platform, without addresses."""
    what = ("--universal", "--generate-hashes", "--group", "dev", PROJECT.name)
    how = ("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 dev.py lock", "--quiet")
    return subprocess.call([*find_uv(), "pip", "compile", *what, *how, "-o", LOCK.name, *arguments], cwd=ROOT)


def hand_over(*command: str | Path) -> NoReturn:
    """Become that command, so that signals and the exit status are its own."""
    words = [str(word) for word in command]
    sys.stdout.flush()
    if IS_WINDOWS:  # its execv returns to the shell at once
        raise SystemExit(subprocess.call(words))
    os.execv(words[0], words)


# The environment


def make_environment() -> None:
    """Make .venv as requirements.lock says, unless it is so already."""
    wanted = fingerprint(LOCK, PROJECT)
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted):
        fill_environment(wanted)
    compile_catalogues()


def fill_environment(wanted: str) -> None:
    """Make .venv anew, and stamp it with what it was made from."""
    if sys.platform.startswith("linux"):
        demand(QT_LIBRARIES)
    uv = find_uv()
    if not PYTHON.exists():
        shutil.rmtree(str(VENV), ignore_errors=True)
        make_venv(uv)
    print("Installing what requirements.lock names into .venv ...", flush=True)
    into = ["--quiet", "--python", str(PYTHON)]
    call([*uv, "pip", "sync", *into, "--require-hashes", str(LOCK)])
    call([*uv, "pip", "install", *into, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    STAMP.write_text(wanted)


def compile_catalogues() -> None:
    """Compile the catalogues of the interface's languages, where one has changed."""
    sources = (ROOT / "resources" / "i18n").glob("*/LC_MESSAGES/*.po")
    if any(is_older(source.with_suffix(".mo"), source) for source in sources):
        call([str(PYTHON), str(ROOT / "packaging" / "catalogues.py")])


def is_older(made: Path, source: Path) -> bool:
    """Whether this is not there, or was made from an earlier state of its source."""
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def fingerprint(*files: Path) -> str:
    """Return what changes when one of the files does."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def has_certificates() -> bool:
    """Whether the system says whom to trust; a bare Debian does not."""
    import ssl

    paths = ssl.get_default_verify_paths()
    on_linux = bool(paths.cafile or (paths.capath and list(Path(paths.capath).iterdir())))
    return on_linux or not sys.platform.startswith("linux")


def make_venv(uv: Sequence[str]) -> None:
    """Make an empty .venv: with this Python if it will do, else with one that uv finds on this machine."""
    python = sys.executable if sys.version_info[:2] in PYTHONS else ">=3.11,<3.14"
    if subprocess.call([*uv, "venv", "--quiet", "--no-python-downloads", "--python", python, str(VENV)]):
        fetch = shlex.join([*uv, "python", "install", "3.13"])
        raise SystemExit(
            f"Translator needs Python 3.11, 3.12 or 3.13; none was found, and this is {sys.version.split()[0]}.\n"
            f"Install one with your system's package manager, or with\n  {fetch}\nand run this again."
        )


def find_uv() -> list[str]:
    """Return the command that starts uv; where there is none, bring it into .dev/uv with pip."""
    if has_certificates():  # a company's own may be among them, which uv would not trust by itself
        os.environ.setdefault("UV_SYSTEM_CERTS", "true")
    found = shutil.which("uv")
    if found and subprocess.call([found, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return [found]
    own = ROOT / ".dev" / "uv"
    program = own / "bin" / ("uv.exe" if IS_WINDOWS else "uv")
    if not program.exists():
        if importlib.util.find_spec("pip") is None:
            demand({"pip3": "python3-pip"})
        print("Bringing uv into .dev ...", flush=True)
        os.environ.setdefault("PIP_ROOT_USER_ACTION", "ignore")  # it warns of what we do not do
        call([sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", str(own), "uv"])
    return [str(program)]


def call(command: Sequence[str]) -> None:
    """Run a command that must succeed."""
    status = subprocess.call(command)
    if status:
        raise SystemExit(f"This failed with status {status}: {shlex.join(command)}")


def needs_virtual_screen(arguments: Sequence[str], environment: Mapping[str, str], platform: str) -> bool:
    """Whether these arguments open a window, and there is nowhere to open it."""
    somewhere = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    opens_window = not arguments or arguments[0] not in WITHOUT_WINDOW
    return opens_window and platform.startswith("linux") and not any(environment.get(name) for name in somewhere)


# What the system must have


def demand(needed: Mapping[str, str]) -> None:
    """See to it that these are there, or say how to get them and stop."""
    install_where_possible(needed)
    absent = missing(needed)
    if absent:
        raise SystemExit(f"Not found: {', '.join(absent)}.\n{advice(absent)}")


def install_where_possible(needed: Mapping[str, str]) -> None:
    """Install what is missing, where we may: as root on Debian and its kin."""
    absent = missing(needed)
    if not absent or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print("Installing " + " ".join(packages(absent)) + " ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages(absent)]):
        subprocess.call([*apt, *command], env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def python_library() -> dict[str, str]:
    """Return the shared library of .venv's Python, which a frozen program takes along, where Python lies without it."""
    if not sys.platform.startswith("linux"):
        return {}
    script = "import sys, sysconfig; print(*sys.version_info[:2], sysconfig.get_config_var('LIBDIR'), sep='|')"
    major, minor, folder = subprocess.check_output([str(PYTHON), "-c", script]).decode().strip().split("|")
    name = f"libpython{major}.{minor}"
    return {} if Path(folder, f"{name}.so.1.0").exists() else {f"{name}.so.1.0": name}


def missing(needed: Mapping[str, str]) -> dict[str, str]:
    """Return those that are not there."""
    return {name: package for name, package in needed.items() if not is_there(name)}


def is_there(name: str) -> bool:
    """Whether the shared library, the file or the program is on this machine."""
    if ".so." not in name:
        return Path(name).exists() if name.startswith("/") else shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def packages(absent: Mapping[str, str]) -> list[str]:
    """Return Debian's packages for them."""
    return sorted(set(absent.values()))


def advice(absent: Mapping[str, str]) -> str:
    """Return how to get them, for a person."""
    names = " ".join(packages(absent))
    if shutil.which("apt-get"):
        return f"This installs what is missing:\n  sudo apt-get install --no-install-recommends {names}"
    return f"Install what holds them with your system's package manager; Debian calls it:\n  {names}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

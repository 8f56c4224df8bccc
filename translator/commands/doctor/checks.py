"""What the doctor looks at. No check imports PySide6, and none waits long."""

import ctypes
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from translator import parts
from translator.books import make_books
from translator.commands.doctor.access import check_endpoint, check_key, check_keyring
from translator.commands.doctor.books import check_books
from translator.commands.doctor.check import Check
from translator.commands.doctor.desktop import check_desktop
from translator.crash.report import is_waiting
from translator.i18n import tr
from translator.joining import listed
from translator.masking import mask
from translator.places import Places, find_places
from translator.service_choice import Options, choose_service, chosen_or_openai
from translator.service_names import shown_name
from translator.settings import Service
from translator.storage.keyring_secrets import KeyringSecrets
from translator.storage.service_keys import PATIENCE
from translator.storage.settings.settings_file import SettingsFile


async def run_checks(options: Options) -> list[Check]:
    """Look at everything. Raises UnknownService."""
    places = find_places()
    loaded = SettingsFile(places.settings_file).load()
    choice = choose_service(loaded.settings, options, chosen_or_openai(loaded.settings))
    keys = parts.make_keys(options, choice)
    books = make_books(places, lambda: loaded.settings.budget)
    keyring = await check_keyring(KeyringSecrets(), PATIENCE)
    notices = [Check("settings", tr("Settings"), loaded.notice.sentence, None)] if loaded.notice else []
    checks = [
        check_python(),
        check_qt(),
        check_display(os.environ),
        *await check_desktop(os.environ, sys.platform),
        *check_places(places),
        *check_crashes(places.crash_folder),
        *notices,
        check_proxy(os.environ),
        keyring,
        check_service(choice.service, first_run=loaded.settings.is_first_run),
        await check_key(keys, choice.service, is_keyring_told=keyring.ok is None),
        await check_endpoint(keys, choice.service, books),
        *await check_books(books, choice.service, loaded.settings),
    ]
    await books.close()
    return checks


def check_python() -> Check:
    """Say which Python this is."""
    return Check("python", "Python", f"{platform.python_version()}, {platform.platform(terse=True)}", ok=True)


def check_qt() -> Check:
    """Say which Qt is installed, and whether the libraries of its platform plugin are there."""
    spec = find_spec("PySide6")
    if spec is None or not spec.origin:
        return Check("qt", "Qt", tr("PySide6 is not installed; only the commands work."), ok=False)
    try:
        found = f"PySide6 {version('PySide6-Essentials')}"
    except PackageNotFoundError:  # in a packaged application there is no metadata
        found = "PySide6"
    missing = _missing_library(Path(spec.origin).parent) if sys.platform == "linux" else ""
    if missing:
        return Check(
            "qt", "Qt", tr("{qt}; a library is missing: {library}").format(qt=found, library=missing), ok=False
        )
    return Check("qt", "Qt", found, ok=True)


def _missing_library(package: Path) -> str:
    for plugin in ("libqxcb.so", "libqwayland.so"):
        path = package / "Qt" / "plugins" / "platforms" / plugin
        try:
            if path.exists():
                ctypes.CDLL(str(path))
        except OSError as error:
            return str(error).partition(":")[0]
    return ""


def check_display(environment: Mapping[str, str]) -> Check:
    """Say where a window would open."""
    if sys.platform != "linux":
        return Check("display", tr("Display"), sys.platform, ok=True)
    names = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if environment.get(name)]
    if names:
        return Check("display", tr("Display"), listed(f"{name}={environment[name]}" for name in names), ok=True)
    return Check("display", tr("Display"), tr("none; the commands work without one"), None)


def check_places(places: Places) -> list[Check]:
    """Say where files are kept, and whether they can be."""
    titles = {"config": tr("Settings folder"), "state": tr("Session folder"), "data": tr("Data folder")}
    folders = {"config": places.config, "state": places.state, "data": places.data}
    return [_check_place(name, titles[name], folder) for name, folder in folders.items()]


def _check_place(name: str, title: str, folder: Path) -> Check:
    existing = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if existing.is_dir() and os.access(existing, os.W_OK | os.X_OK):
        return Check(name, title, str(folder), ok=True)
    return Check(name, title, tr("{folder} cannot be written; nothing is kept").format(folder=folder), None)


def check_crashes(folder: Path) -> list[Check]:
    """Say so where an earlier run went wrong and the window has not told it yet."""
    if not is_waiting(folder):
        return []
    found = tr("Something went wrong in an earlier run; the window offers a report at its next start.")
    return [Check("crash", tr("Crash report"), found, None)]


def check_proxy(environment: Mapping[str, str]) -> Check:
    """Say which proxy the environment names, without its password."""
    names = [name for name in environment if name.lower() in ("http_proxy", "https_proxy", "all_proxy", "no_proxy")]
    found = listed(f"{name}={mask(environment[name])}" for name in sorted(names) if environment[name])
    return Check("proxy", tr("Proxy"), found or tr("none in the environment"), None)


def check_service(service: Service, *, first_run: bool) -> Check:
    """Say which service translates."""
    name = shown_name(service)
    name = tr("{service} (none is chosen yet)").format(service=name) if first_run else name
    model = service.model or tr("model chosen at the first translation")
    found = listed([name, mask(service.base_url), model])
    return Check("service", tr("Service"), found, ok=True)

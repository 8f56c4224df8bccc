"""What Flatpak needs: a manifest, and beside it the frozen program as it is to lie under ``/app``.

The portals (global shortcuts, screenshots, files, settings) are open to every Flatpak, so no permission names
them. What a Flatpak cannot do: start at login by a file in the user's configuration, take a selection from other
programs, press keys in them, and speak through speech-dispatcher.

Manifest: https://docs.flatpak.org/en/latest/flatpak-builder-command-reference.html
"""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from linux.tree import lay_out, settle
from translator import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

RUNTIME_VERSION = "25.08"
PERMISSIONS = {
    "--share=network": "the services that translate",
    "--share=ipc": "pictures of windows under X11 go through shared memory",
    "--socket=wayland": "the windows",
    "--socket=fallback-x11": "the windows, where there is no Wayland",
    "--talk-name=org.freedesktop.secrets": "API keys are in the keyring and nowhere else",
    "--talk-name=org.kde.StatusNotifierWatcher": "the icon in the tray",
}
"""What the program may do, and what for. Files come and go through the portals: none is open to it otherwise."""
_TREE = "tree"


def manifest() -> dict[str, Any]:
    """Return the manifest. What it packs is in the folder ``tree`` beside it."""
    return {
        "id": APPLICATION_ID,
        "runtime": "org.freedesktop.Platform",
        "runtime-version": RUNTIME_VERSION,
        "sdk": "org.freedesktop.Sdk",
        "command": "translator",
        "finish-args": list(PERMISSIONS),
        "modules": [
            {
                "name": "translator",
                "buildsystem": "simple",
                # Its libraries are stripped already, and have found each other by their places.
                "build-options": {"strip": False, "no-debuginfo": True},
                "build-commands": ["cp --archive usr/. ${FLATPAK_DEST}/"],
                "sources": [{"type": "dir", "path": _TREE}],
            }
        ],
    }


def prepare(frozen: Path, into: Path) -> Path:
    """Lay the frozen program out in the folder, with the manifest; return the manifest. An earlier one is replaced."""
    shutil.rmtree(into, ignore_errors=True)
    tree = into / _TREE
    lay_out(frozen, tree, "usr/lib/translator")
    settle(tree)
    file = into / f"{APPLICATION_ID}.json"
    file.write_text(json.dumps(manifest(), indent=2) + "\n", encoding="utf-8")
    return file


def build(manifest_file: Path, into: Path, run: Callable[[Sequence[str]], object] | None = None) -> Path:
    """Build the Flatpak with flatpak-builder, which fetches the runtime; return its bundle.

    Raises CalledProcessError.
    """
    call = run or (lambda command: subprocess.run(command, check=True))
    repository = manifest_file.parent / "repository"
    call((
        "flatpak-builder", "--user", "--install-deps-from=flathub", "--force-clean", f"--repo={repository}",
        str(manifest_file.parent / "built"), str(manifest_file),
    ))  # fmt: skip
    bundle = into / f"{APPLICATION_ID}.flatpak"
    call(("flatpak", "build-bundle", str(repository), str(bundle), APPLICATION_ID))
    return bundle

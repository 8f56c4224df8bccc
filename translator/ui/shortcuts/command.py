"""The command that starts this program, as one types it into a field of the desktop's settings."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping

NAME = "translator"


def own_command(
    executable: str = sys.executable, find: Callable[[str], str | None] = shutil.which, *,
    is_frozen: bool | None = None, environment: Mapping[str, str] = os.environ,
) -> str:  # fmt: skip
    """Return its name where that is found; else the full path of what runs, such as a clone's own Python.

    The desktop finds neither of a Flatpak, and starts it by its id.
    """
    if flatpak := environment.get("FLATPAK_ID", ""):
        return f"flatpak run {flatpak}"
    if find(NAME):
        return NAME
    frozen = bool(getattr(sys, "frozen", False)) if is_frozen is None else is_frozen
    return shlex.quote(executable) if frozen else f"{shlex.quote(executable)} -m {NAME}"

"""The desktop's token that lets a window come to the front."""

from collections.abc import Mapping

from translator.desktop.instance.frames import LONGEST_TOKEN

VARIABLES = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Where this start finds it: Wayland's, and X11's."""


def find_activation(environment: Mapping[str, str]) -> str:
    """Return the token that this start was given, or nothing."""
    tokens = [environment.get(name, "") for name in VARIABLES]
    return next((token for token in tokens if token and len(token) <= LONGEST_TOKEN), "")

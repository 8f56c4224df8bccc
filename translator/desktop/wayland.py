"""Whether this is a Wayland desktop. An X server for older programs is there as well, and shows them little."""

from collections.abc import Mapping


def is_wayland(environment: Mapping[str, str]) -> bool:
    """Return whether it is, by what the environment says. No Qt."""
    return bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"

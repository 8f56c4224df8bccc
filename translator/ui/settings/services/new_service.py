"""Services made from presets, each with an id of its own. The id is also the name of its key in the keyring."""

import secrets
from urllib.parse import urlsplit

from translator.presets import Preset
from translator.settings import DEMO_ID, Service, Settings

_PORTS = {"http": 80, "https": 443}


def new_service(preset: Preset, settings: Settings, model: str = "") -> Service:
    """Return a service for this preset under an id and a name that no other service has."""
    name = _free(preset.name, {service.name for service in settings.services}, " ")
    return Service(_new_id(preset, settings), name, preset.id, preset.base_url, model)


def _new_id(preset: Preset, settings: Settings) -> str:
    if not preset.base_url:
        # Whoever had this id before may have left a key behind, and for another address.
        return fresh_id(preset.id)
    return _free(preset.id, {service.id for service in settings.services} | {DEMO_ID}, "-")


def fresh_id(stem: str) -> str:
    """Return an id that nobody ever had."""
    return f"{stem.partition('~')[0]}~{secrets.token_hex(4)}"


def _free(wanted: str, taken: set[str], joint: str) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{joint}{number}", number + 1
    return name


def known_service(preset: Preset, settings: Settings) -> Service | None:
    """Return the user's service that stands for this preset and still has its address."""
    return next(
        (s for s in settings.services if s.preset == preset.id and is_same_place(s.base_url, preset.base_url)), None
    )


def is_same_place(one: str, other: str) -> bool:
    """Return whether two addresses have scheme, host and port in common: whether a key for one suits the other."""
    return _origin(one) == _origin(other)


def _origin(url: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(url.strip())
        return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return "", url, None

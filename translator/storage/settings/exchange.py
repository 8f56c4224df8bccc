"""The settings as a file to take to another computer: written without secrets, and read as carefully as our own.

Left out are keys, which are in the keyring anyway; the headers of a service and passwords within addresses, either of
which may be one; and what a newer version has set, of which nobody here knows what it is.
"""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from translator.i18n import tr
from translator.settings import Service, Settings
from translator.storage.atomic_file import write_for_anyone
from translator.storage.settings.document import dump, parse, read_limited
from translator.storage.settings.errors import SettingsUnreadable
from translator.storage.settings.settings_table import settings_in, table_of

_HEAD = b"# Settings of Translator, without keys, headers and passwords.\n"
_ALWAYS_THERE = {"version", "current_service"}
"""Without these a file may be anybody's: it would be read as one that sets nothing."""


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings, but no secrets. Raises CannotSave."""
    write_for_anyone(path, _HEAD + dump(table_of(without_secrets(settings))))


def read_settings(path: Path) -> Settings:
    """Return the settings in a file, but no secrets. Raises OSError, and ValueError whose words say what is wrong."""
    table = parse(read_limited(path))
    settings = settings_in(table)
    if _ALWAYS_THERE - table.keys():
        raise SettingsUnreadable(tr("it holds no settings of Translator"))
    return without_secrets(settings)


def without_secrets(settings: Settings) -> Settings:
    """Return the settings without anything that may be a secret."""
    return replace(settings, services=tuple(map(_without_secrets, settings.services)), unknown={})


def _without_secrets(service: Service) -> Service:
    proxy = "" if _has_secret(service.proxy) else service.proxy
    base_url = _place(service.base_url) if _has_secret(service.base_url) else service.base_url
    return replace(service, headers=(), proxy=proxy, base_url=base_url)


def _has_secret(address: str) -> bool:
    """Return whether an address holds more than a place: a name and a password, or a query."""
    return any(sign in address for sign in "@?#")


def _place(address: str) -> str:
    """Return scheme, host, port and path of an address; nothing of one that cannot be read."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if parts.netloc else ""

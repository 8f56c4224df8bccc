"""``settings.toml``: written atomically, versioned, without secrets.

A file that cannot be read is set aside under a new name and the defaults are used; the user is told. Keys this
version does not know are kept, so that an older version beside a newer one loses nothing. The headers of a service
are written here as they are: keys belong in the keyring, never in a header.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from translator.i18n import tr
from translator.settings import DEMO_ID, Appearance, Service, Settings
from translator.storage.atomic_file import set_aside, write_atomically

VERSION = 1
SMALLEST_TEXT, LARGEST_TEXT = 50, 300
"""Percent."""


class SettingsUnreadable(ValueError):
    """The content is not our settings."""


class SettingsSetAside(NamedTuple):
    """The file could not be read. ``moved_to`` is where it is now; None where it could not be moved."""

    path: Path
    moved_to: Path | None
    reason: str

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        if self.moved_to is None:
            words = tr("The settings could not be read and the defaults are used: {path} ({reason}).")
            return words.format(path=self.path, reason=self.reason)
        words = tr(
            "The settings could not be read and the defaults are used. The old file is kept as {path} ({reason})."
        )
        return words.format(path=self.moved_to, reason=self.reason)


class Loaded(NamedTuple):
    """The settings, and what the user has to be told about them."""

    settings: Settings
    notice: SettingsSetAside | None = None


class SettingsFile:
    """The settings in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Loaded:
        """Return the settings; the defaults where there is no file, and a notice where it could not be read."""
        try:
            return Loaded(_from_toml(_read(self.path)))
        except FileNotFoundError:
            return Loaded(Settings())
        except OSError as error:
            reason = error.strerror or str(error)
        except (ValueError, RecursionError) as error:
            reason = str(error)
        return Loaded(Settings(), SettingsSetAside(self.path, set_aside(self.path), reason))

    def save(self, settings: Settings) -> None:
        """Write the settings. Raises CannotSave."""
        import tomli_w

        # A lone surrogate, from a paste, can be kept in no file.
        write_atomically(self.path, tomli_w.dumps(_to_mapping(settings)).encode("utf-8", "replace"))


def _read(path: Path) -> bytes:
    if path.is_fifo():
        raise ValueError(tr("it is a pipe"))  # and would never end
    return path.read_bytes()


def _to_mapping(settings: Settings) -> dict[str, Any]:
    unknown = dict(settings.unknown)
    extra = unknown.pop("services", {})
    plain = {name: getattr(settings, name) for name in _SETTINGS_KINDS}
    services = [_service_to_mapping(service, extra) for service in settings.services]
    return {"version": VERSION, **plain, **unknown, "services": services}


def _service_to_mapping(service: Service, extra: object) -> dict[str, Any]:
    unknown = extra.get(service.id, {}) if isinstance(extra, dict) else {}
    plain = {name: getattr(service, name) for name in _SERVICE_KINDS}
    return {**plain, **unknown, "headers": dict(service.headers)}


_SETTINGS_KINDS: Mapping[str, type] = {
    "current_service": str,
    "translate_while_typing": bool,
    "second_language": str,
    "appearance": str,
    "text_size": int,
}
_SERVICE_KINDS: Mapping[str, type] = {
    "id": str,
    "name": str,
    "preset": str,
    "base_url": str,
    "model": str,
    "proxy": str,
    "allow_http": bool,
}


def _from_toml(content: bytes) -> Settings:
    import tomllib

    read = tomllib.loads(content.decode("utf-8-sig"))  # both errors are ValueErrors
    version = read.pop("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise SettingsUnreadable(tr("they are of a newer version"))
    tables = read.pop("services", [])
    if not isinstance(tables, list):
        raise SettingsUnreadable("services")
    services = tuple(_service(table) for table in tables)
    plain = _typed(read, _SETTINGS_KINDS)
    unknown = {name: value for name, value in read.items() if name not in _SETTINGS_KINDS}
    extra = {service.id: rest for service, table in zip(services, tables, strict=True) if (rest := _rest(table))}
    if extra:
        unknown["services"] = extra
    return _checked(Settings(**plain, services=services, unknown=unknown))


def _typed(table: Mapping[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    """Return the known keys that are there. Raises SettingsUnreadable for a value of another type."""
    known = {name: table[name] for name in kinds if name in table}
    for name, value in known.items():
        if type(value) is not kinds[name]:  # a bool is an int to isinstance
            raise SettingsUnreadable(name)
    return known


def _service(table: object) -> Service:
    if not isinstance(table, dict) or not table.get("id") or not table.get("name"):
        raise SettingsUnreadable("services")
    known = _typed(table, {**_SERVICE_KINDS, "headers": dict})
    headers = known.pop("headers", {})
    if not all(isinstance(value, str) for value in headers.values()):
        raise SettingsUnreadable("headers")
    return Service(**known, headers=tuple(headers.items()))


def _rest(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in _SERVICE_KINDS and name != "headers"}


def _checked(settings: Settings) -> Settings:
    """Return the settings. Raises SettingsUnreadable where the values cannot be meant."""
    ids = [service.id for service in settings.services]
    if len(set(ids)) < len(ids) or DEMO_ID in ids:
        raise SettingsUnreadable("services")
    if settings.appearance not in get_args(Appearance):
        raise SettingsUnreadable("appearance")
    if not SMALLEST_TEXT <= settings.text_size <= LARGEST_TEXT:
        raise SettingsUnreadable("text_size")
    if settings.current_service not in ("", DEMO_ID, *ids):
        raise SettingsUnreadable("current_service")
    return settings

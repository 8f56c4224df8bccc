"""``settings.toml``: written atomically, versioned, without secrets.

A file that cannot be read is set aside under a new name and the defaults are used; the user is told. Of one that can, a
value that cannot be meant is left out, and the file as it was is kept beside. Keys this version does not know are kept,
so that an older version beside a newer one loses nothing. The headers of a service are written here as they are: keys
belong in the keyring, never in a header.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from translator.i18n import ptr, tr
from translator.joining import sentences
from translator.settings import DEMO_ID, Appearance, OnClose, Reasoning, Service, Settings
from translator.storage.atomic_file import keep_aside, set_aside, write_atomically
from translator.storage.settings_tables import (
    SettingsUnreadable,
    ValueNotAllowed,
    budget_table,
    deadlines_table,
    history_table,
    not_allowed,
    prices_table,
    read_budget,
    read_deadlines,
    read_history,
    read_prices,
    read_shortcuts,
    read_style,
    rest_of_tables,
    shortcuts_table,
    style_table,
)

VERSION = 1
SMALLEST_TEXT, LARGEST_TEXT = 50, 300
"""Percent."""
LARGEST_FILE = 1_000_000
"""Bytes. The settings of a hundred services are a tenth of that."""
DEEPEST = 32
"""Levels of tables and lists. The settings have four."""

# Reading a key of n parts takes tomllib n² steps: too many are refused before it sees them.
_DEEP_KEY = re.compile(rb"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){%d}""" % DEEPEST)


# How tomllib ends what it says.
_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)$")


class SettingsSetAside(NamedTuple):
    """The file could not be read. ``kept_as`` is where it is now; None where it could not be moved."""

    path: Path
    kept_as: Path | None
    reason: str

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        if self.kept_as is None:
            words = tr("The settings could not be read and the defaults are used: {path} ({reason}).")
            return words.format(path=self.path, reason=self.reason)
        words = tr(
            "The settings could not be read and the defaults are used. The old file is kept as {path} ({reason})."
        )
        return words.format(path=self.kept_as, reason=self.reason)


class SettingsLeftOut(NamedTuple):
    """These settings had values that cannot be meant. ``kept_as`` is the file as it was; None where it is not kept."""

    names: tuple[str, ...]
    kept_as: Path | None

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        words = tr("What these settings say cannot be used, and their defaults are: {names}.")
        told = words.format(names=", ".join(self.names))
        if self.kept_as is None:
            return told
        return sentences(told, tr("The file as it was is kept as {path}.").format(path=self.kept_as))


class Loaded(NamedTuple):
    """The settings, and what the user has to be told about them."""

    settings: Settings
    notice: SettingsSetAside | SettingsLeftOut | None = None


class SettingsFile:
    """The settings in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Loaded:
        """Return the settings; the defaults where there is no file, and a notice where it could not be read."""
        try:
            return self._loaded(read_limited(self.path))
        except FileNotFoundError:
            return Loaded(Settings())
        except OSError as error:
            reason = error.strerror or str(error)
        except ValueError as error:
            reason = str(error)
        return Loaded(Settings(), SettingsSetAside(self.path, set_aside(self.path), reason))

    def _loaded(self, content: bytes) -> Loaded:
        settings, names = usable_of(content)
        if not names:
            return Loaded(settings)
        return Loaded(settings, SettingsLeftOut(names, keep_aside(self.path, content)))

    def save(self, settings: Settings) -> None:
        """Write the settings. Raises CannotSave."""
        write_atomically(self.path, to_toml(settings))


def to_toml(settings: Settings) -> bytes:
    """Return what stands in the file for these settings."""
    import tomli_w

    # A lone surrogate, from a paste, can be kept in no file.
    return tomli_w.dumps(_to_mapping(settings)).encode("utf-8", "replace")


def read_limited(path: Path) -> bytes:
    """Return what is in a file that may hold settings. Raises OSError, and ValueError for what cannot be one."""
    if path.is_fifo():
        raise ValueError(tr("it is a pipe"))  # and would never end
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise SettingsUnreadable(ptr("a file", "it is too large"))
    return content


def _to_mapping(settings: Settings) -> dict[str, Any]:
    unknown = dict(settings.unknown)
    extra = unknown.pop("services", {})
    plain = {name: getattr(settings, name) for name in _SETTINGS_KINDS}
    tables = {
        "budget": budget_table(settings.budget, unknown.pop("budget", None)),
        "history": history_table(settings.history, unknown.pop("history", None)),
        "style": style_table(settings.style, unknown.pop("style", None)),
        "shortcuts": shortcuts_table(settings.shortcuts, unknown.pop("shortcuts", None)),
    }
    services = [_service_to_mapping(service, extra) for service in settings.services]
    return {"version": VERSION, **plain, **unknown, **_filled(tables), "services": services}


def _service_to_mapping(service: Service, extra: object) -> dict[str, Any]:
    unknown = dict(extra.get(service.id, {})) if isinstance(extra, dict) else {}
    plain = {name: getattr(service, name) for name in _SERVICE_KINDS}
    tables = {
        "deadlines": deadlines_table(service.deadlines, unknown.pop("deadlines", None)),
        "prices": prices_table(service.prices, unknown.pop("prices", None)),
    }
    return {**plain, **unknown, **_filled(tables), "headers": dict(service.headers)}


def _filled(tables: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    return {name: table for name, table in tables.items() if table}


_SETTINGS_KINDS: Mapping[str, type] = {
    "current_service": str,
    "translate_while_typing": bool,
    "dictionary": bool,
    "romanise": bool,
    "second_language": str,
    "appearance": str,
    "text_size": int,
    "use_memory": bool,
    "watch_clipboard": bool,
    "on_close": str,
    "interface_language": str,
}
_SERVICE_KINDS: Mapping[str, type] = {
    "id": str,
    "name": str,
    "preset": str,
    "base_url": str,
    "model": str,
    "proxy": str,
    "allow_http": bool,
    "reasoning": str,
    "masks_private": bool,
    "picture_model": str,
}
_STRICT: dict[str | int, bool] = {"masks_private": True, "is_on": False}
_WAYS = ("proxy", "headers")
_SETTINGS_TABLES = ("budget", "history", "style", "shortcuts")
_SERVICE_TABLES = ("headers", "deadlines", "prices")


def from_toml(content: bytes) -> Settings:
    """Return the settings that a file's content stands for. Raises SettingsUnreadable where it cannot be meant."""
    return _from_mapping(_read(content))


def usable_of(content: bytes) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in a file without the values that cannot be meant, and the names of those.

    Raises SettingsUnreadable where the whole cannot be read.
    """
    read = _read(content)
    names: list[str] = []
    while True:
        try:
            return _from_mapping(read), tuple(dict.fromkeys(names))
        except ValueNotAllowed as error:
            names.append(error.name)
            _leave_out(read, error.path)


def _leave_out(read: dict[str, Any], path: Sequence[str | int]) -> None:
    """Take out the value there; one that protects is left as strict as can be, as its default would let more go."""
    if path[2:3] and path[2] in _WAYS:
        path = path[:2]  # reached in another way, the service is not the one that was meant
    *tables, key = path
    table: Any = read
    for each in tables:
        table = table[each]
    strict = _STRICT.get(key)
    if strict is None or table[key] is strict:
        del table[key]
    else:
        table[key] = strict


def _read(content: bytes) -> dict[str, Any]:
    """Return what stands in a file of a version that is known. Raises SettingsUnreadable."""
    if _DEEP_KEY.search(content):
        raise SettingsUnreadable(tr("it is too deep"))
    read = _parsed(content)
    if _is_deep(read):
        raise SettingsUnreadable(tr("it is too deep"))
    version = read.pop("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise SettingsUnreadable(tr("they are of a newer version"))
    return read


def _from_mapping(read: Mapping[str, Any]) -> Settings:
    """Return the settings that were read. Raises ValueNotAllowed."""
    listed = read.get("services", [])
    if not isinstance(listed, list):
        raise not_allowed("services")
    services = tuple(_service_at(place, table) for place, table in enumerate(listed))
    plain = _typed(read, _SETTINGS_KINDS)
    unknown = _rest(read, ("services", *_SETTINGS_KINDS, *_SETTINGS_TABLES))
    extra = {
        service.id: rest for service, table in zip(services, listed, strict=True) if (rest := _service_rest(table))
    }
    if extra:
        unknown["services"] = extra
    tables: dict[str, Any] = {
        "budget": read_budget(read.get("budget", {})),
        "history": read_history(read.get("history", {})),
        "style": read_style(read.get("style", {})),
        "shortcuts": read_shortcuts(read.get("shortcuts", {})),
    }
    return _checked(Settings(**plain, **tables, services=services, unknown=unknown))


def _parsed(content: bytes) -> dict[str, Any]:
    """Return what a file holds. What the parser says of it, in English, is for the log. Raises SettingsUnreadable."""
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsUnreadable(tr("it is no text file")) from error
    except RecursionError as error:
        raise SettingsUnreadable(tr("it is too deep")) from error
    except ValueError as error:  # TOMLDecodeError is one, and what int and datetime raise as well
        import logging

        logging.getLogger(__name__).info("the settings in a file cannot be read: %s", error)
        raise SettingsUnreadable(_explain(str(error), content)) from error


def _explain(said: str, content: bytes) -> str:
    """Return in which line something is wrong, where the parser says so."""
    if named := _PLACE.search(said):
        line = named[1] or len(content.splitlines()) or 1
        return tr("something is wrong in line {line}").format(line=line)
    return tr("something in it cannot be read")


def _is_deep(read: Mapping[str, Any]) -> bool:
    """Return whether there is more than DEEPEST levels in it. It asks level by level, as recursion has an end."""
    level: list[object] = [read]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
    return bool(level)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _typed(table: Mapping[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    """Return the known keys that are there. Raises SettingsUnreadable for a value of another type."""
    known = {name: table[name] for name in kinds if name in table}
    for name, value in known.items():
        if type(value) is not kinds[name]:  # a bool is an int to isinstance
            raise not_allowed(name)
    return known


def _service_at(place: int, table: object) -> Service:
    if not isinstance(table, dict) or not table.get("id") or not table.get("name"):
        raise not_allowed("services", "services", place)
    if not all(isinstance(table[key], str) for key in ("id", "name")):  # without these it is none
        raise not_allowed("services", "services", place)
    try:
        return _service(table)
    except ValueNotAllowed as error:
        raise error.within(("services", place), table["id"]) from error


def _service(table: Mapping[str, Any]) -> Service:
    known = _typed(table, {**_SERVICE_KINDS, "headers": dict})
    headers = known.pop("headers", {})
    if not all(isinstance(value, str) for value in headers.values()):
        raise not_allowed("headers")
    if known.get("reasoning", "least") not in get_args(Reasoning):
        raise not_allowed("reasoning")
    deadlines, prices = read_deadlines(table.get("deadlines", {})), read_prices(table.get("prices", {}))
    return Service(**known, headers=tuple(headers.items()), deadlines=deadlines, prices=prices)


def _service_rest(table: Mapping[str, Any]) -> dict[str, Any]:
    return _rest(table, (*_SERVICE_KINDS, *_SERVICE_TABLES))


def _rest(table: Mapping[str, Any], known: Iterable[str]) -> dict[str, Any]:
    """Return what this version does not know, within the tables that it does know as well."""
    others = {name: value for name, value in table.items() if name not in known}
    within = {name: rest for name, rest in rest_of_tables(table).items() if name in known}
    return {**others, **within}


def _checked(settings: Settings) -> Settings:
    """Return the settings. Raises SettingsUnreadable where the values cannot be meant."""
    ids = [service.id for service in settings.services]
    for place, each in enumerate(ids):
        if each in (DEMO_ID, *ids[:place]):
            raise not_allowed("services", "services", place)
    if settings.appearance not in get_args(Appearance):
        raise not_allowed("appearance")
    if settings.on_close not in get_args(OnClose):
        raise not_allowed("on_close")
    if not SMALLEST_TEXT <= settings.text_size <= LARGEST_TEXT:
        raise not_allowed("text_size")
    if settings.current_service not in ("", DEMO_ID, *ids):
        raise not_allowed("current_service")
    return settings

"""The settings as one table, as ``settings.toml`` holds it.

Keys this version does not know are kept, so that an older version beside a newer one loses nothing.
"""

from collections.abc import Mapping
from typing import Any

from translator.i18n import tr
from translator.settings import DEMO_ID, Appearance, OnClose, Settings
from translator.storage.settings.errors import SettingsUnreadable, ValueNotAllowed
from translator.storage.settings.services import check_ids, read_services, services_list, unknown_in_services
from translator.storage.settings.tables import OF_SETTINGS, read_tables, unknown_in, write_tables
from translator.storage.settings.values import Check, Table, is_flag, is_text, known_values, one_of, whole_number

VERSION = 1
SMALLEST_TEXT, LARGEST_TEXT = 50, 300
"""Percent."""

_VALUES: Mapping[str, Check] = {
    "current_service": is_text,
    "translate_while_typing": is_flag,
    "dictionary": is_flag,
    "romanise": is_flag,
    "second_language": is_text,
    "appearance": one_of(Appearance),
    "text_size": whole_number(SMALLEST_TEXT, LARGEST_TEXT),
    "use_memory": is_flag,
    "watch_clipboard": is_flag,
    "on_close": one_of(OnClose),
    "interface_language": is_text,
}


def settings_in(table: Table) -> Settings:
    """Return the settings in a table. Raises ValueNotAllowed, and SettingsUnreadable for those of a newer version."""
    version = table.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise SettingsUnreadable(tr("they are of a newer version"))
    listed = table.get("services", [])
    services = read_services(listed)
    values, tables = known_values(table, _VALUES), read_tables(OF_SETTINGS, table)
    check_ids(services)
    if values.get("current_service", "") not in ("", DEMO_ID, *(service.id for service in services)):
        raise ValueNotAllowed("current_service")
    unknown = unknown_in(table, ("version", "services", *_VALUES), OF_SETTINGS)
    if of_services := unknown_in_services(services, listed):
        unknown["services"] = of_services
    return Settings(**values, **tables, services=services, unknown=unknown)


def table_of(settings: Settings) -> dict[str, Any]:
    """Return the table for these settings, with what was not known about them."""
    unknown = dict(settings.unknown)
    services = services_list(settings.services, unknown.pop("services", {}))
    values = {name: getattr(settings, name) for name in _VALUES}
    return {"version": VERSION, **values, **write_tables(OF_SETTINGS, settings, unknown), "services": services}

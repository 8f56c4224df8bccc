"""The services in ``settings.toml``, each a table in a list.

Their headers are written as they are: keys belong in the keyring, never in a header.
"""

from collections.abc import Mapping
from typing import Any

from translator.settings import DEMO_ID, Reasoning, Service
from translator.storage.settings.errors import ValueNotAllowed
from translator.storage.settings.tables import OF_SERVICE, read_tables, unknown_in, write_tables
from translator.storage.settings.values import Check, Table, is_flag, is_text, known_values, one_of

_VALUES: Mapping[str, Check] = {
    "id": is_text,
    "name": is_text,
    "preset": is_text,
    "base_url": is_text,
    "model": is_text,
    "proxy": is_text,
    "allow_http": is_flag,
    "reasoning": one_of(Reasoning),
    "masks_private": is_flag,
    "picture_model": is_text,
}


def read_services(listed: object) -> tuple[Service, ...]:
    """Return the services in a list of tables. Raises ValueNotAllowed."""
    if not isinstance(listed, list):
        raise ValueNotAllowed("services")
    return tuple(_service_at(place, table) for place, table in enumerate(listed))


def check_ids(services: tuple[Service, ...]) -> None:
    """Raise ValueNotAllowed where one has the id of another, or of the demo."""
    ids = [service.id for service in services]
    for place, each in enumerate(ids):
        if each in (DEMO_ID, *ids[:place]):
            raise _no_service(place)


def unknown_in_services(services: tuple[Service, ...], listed: list[Table]) -> dict[str, Any]:
    """Return what this version does not know about the services that were read from this list, by their ids."""
    rests = {
        service.id: unknown_in(table, (*_VALUES, "headers"), OF_SERVICE)
        for service, table in zip(services, listed, strict=True)
    }
    return {service_id: rest for service_id, rest in rests.items() if rest}


def services_list(services: tuple[Service, ...], unknown: object) -> list[dict[str, Any]]:
    """Return the list of tables for these services, with what was not known about each, by their ids."""
    rests = unknown if isinstance(unknown, dict) else {}
    return [_table_of(service, rests.get(service.id, {})) for service in services]


def _table_of(service: Service, unknown: Table) -> dict[str, Any]:
    values = {name: getattr(service, name) for name in _VALUES}
    return {**values, **write_tables(OF_SERVICE, service, unknown), "headers": dict(service.headers)}


def _service_at(place: int, table: object) -> Service:
    if not isinstance(table, dict) or not all(table.get(key) and is_text(table[key]) for key in ("id", "name")):
        raise _no_service(place)
    try:
        return _service(table)
    except ValueNotAllowed as error:
        raise error.within(("services", place), table["id"]) from error


def _no_service(place: int) -> ValueNotAllowed:
    return ValueNotAllowed("services", ("services", place))


def _service(table: Table) -> Service:
    headers = table.get("headers", {})
    if not isinstance(headers, dict) or not all(map(is_text, headers.values())):
        raise ValueNotAllowed("headers")
    values, tables = known_values(table, _VALUES), read_tables(OF_SERVICE, table)
    return Service(**values, **tables, headers=tuple(headers.items()))

"""The settings in a table without the values that cannot be meant."""

from collections.abc import Sequence
from typing import Any

from translator.settings import Settings
from translator.storage.settings.errors import ValueNotAllowed
from translator.storage.settings.settings_table import settings_in

_STRICT: dict[str | int, bool] = {"masks_private": True, "is_on": False}
"""What protects, and how it is as strict as can be: its default would let more go."""
_WAYS = ("proxy", "headers")
"""By which a service is reached. Reached in another way, it is not the one that was meant."""


def usable_in(table: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in a table without the values that cannot be meant, and the names of those.

    They are taken out of the table. Raises SettingsUnreadable where the whole cannot be read.
    """
    names: list[str] = []
    while True:
        try:
            return settings_in(table), tuple(dict.fromkeys(names))
        except ValueNotAllowed as error:
            names.append(error.name)
            _leave_out(table, error.path)


def _leave_out(whole: dict[str, Any], path: Sequence[str | int]) -> None:
    """Take out the value there: of a service that is reached by it, the service; what protects is made strict."""
    if path[2:3] and path[2] in _WAYS:
        path = path[:2]
    *tables, key = path
    table: Any = whole
    for each in tables:
        table = table[each]
    strict = _STRICT.get(key)
    if strict is None or table[key] is strict:
        del table[key]
    else:
        table[key] = strict

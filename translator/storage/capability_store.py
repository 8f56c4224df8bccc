"""What endpoints and models accept, in the database."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from translator.storage.database.database import Database
from translator.storage.database.faults import DatabaseUnusable, NotNow
from translator.text.display import repair
from translator.translation.capabilities import Capabilities

_SAVE = "INSERT OR REPLACE INTO capabilities (endpoint, model, accepted) VALUES (?, ?, ?)"
_LOAD = "SELECT model, accepted FROM capabilities WHERE endpoint = ? ORDER BY model"


class CapabilitiesInDatabase:
    """The CapabilityStore that lasts.

    While ``is_private`` says so, nothing is written: what is learned then, or could not be written, is known in this
    run alone.
    """

    def __init__(self, database: Database, is_private: Callable[[], bool] = lambda: False) -> None:
        self._database = database
        self._is_private = is_private
        self._unwritten: dict[str, dict[str, Capabilities]] = {}

    async def load(self, endpoint: str, model: str) -> Capabilities | None:
        """Return what is known, or None."""
        return (await self.models_of(endpoint)).get(repair(model))

    async def save(self, endpoint: str, model: str, capabilities: Capabilities) -> None:
        """Keep it in place of what was known."""
        endpoint, model = repair(endpoint), repair(model)
        unwritten = self._unwritten.setdefault(endpoint, {})
        unwritten[model] = capabilities
        if self._is_private():
            return
        row = (endpoint, model, json.dumps(asdict(capabilities)))
        try:
            await self._database.run(lambda connection: _save(connection, row))
        except NotNow:
            self._database.postpone(lambda connection: _save(connection, row))
            return
        except DatabaseUnusable:
            return
        if unwritten.get(model) is capabilities:
            del unwritten[model]

    async def models_of(self, endpoint: str) -> Mapping[str, Capabilities]:
        """Return what is known of each model of an endpoint."""
        endpoint = repair(endpoint)
        try:
            rows = await self._database.read(lambda connection: connection.execute(_LOAD, (endpoint,)).fetchall())
        except DatabaseUnusable:
            rows = []
        return {model: _read(accepted) for model, accepted in rows} | self._unwritten.get(endpoint, {})


def _save(connection: sqlite3.Connection, row: tuple[str, str, str]) -> None:
    connection.execute(_SAVE, row)


def _read(accepted: str) -> Capabilities:
    """Return what a row says; what this version does not know, or cannot be meant, is left at its default."""
    try:
        said = json.loads(accepted)
    except (ValueError, RecursionError):
        return Capabilities()
    if not isinstance(said, dict):
        return Capabilities()
    return Capabilities(**_known(said))


def _known(said: Mapping[str, Any]) -> dict[str, Any]:
    kinds = get_type_hints(Capabilities)
    listed = ((name, tuple(value) if isinstance(value, list) else value) for name, value in said.items())
    return {name: value for name, value in listed if name in kinds and _is_of(kinds[name], value)}


def _is_of(kind: Any, value: object) -> bool:  # noqa: ANN401 - a type, or what stands for several
    if isinstance(kind, UnionType):
        return any(_is_of(one, value) for one in get_args(kind))
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(isinstance(item, get_args(kind)[0]) for item in value)
    return type(value) is kind

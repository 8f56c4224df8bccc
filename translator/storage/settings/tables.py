"""The tables within ``settings.toml``, each a part of Settings or Service under the same name.

What is as by default is not written. Keys that this version does not know stay in their tables: ``unknown`` is what
was read of them, in the same shape as the file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, cast

from translator.settings import (
    HIGHEST_BUDGET,
    HIGHEST_PRICE,
    LARGEST_HISTORY,
    LONGEST_CHORD,
    LONGEST_DEADLINE,
    LONGEST_HISTORY,
    LONGEST_INSTRUCTIONS,
    Budget,
    Deadlines,
    History,
    Price,
    Service,
    Settings,
    Shortcuts,
    Style,
    Tone,
)
from translator.storage.settings.errors import ValueNotAllowed
from translator.storage.settings.values import (
    Check,
    Table,
    is_flag,
    known_values,
    number_up_to,
    one_of,
    text_up_to,
    whole_number,
)

T = TypeVar("T")


class Form(Protocol):
    """How a table stands for a part of the settings."""

    @property
    def name(self) -> str:
        """The name of the table, and of the part."""
        ...

    def read(self, table: object) -> object:
        """Return what the table stands for. Raises ValueNotAllowed."""
        ...

    def write(self, part: Any, unknown: object) -> dict[str, Any]:  # noqa: ANN401 - what ``read`` returns
        """Return the table for this; empty where nothing has to stand there."""
        ...

    def unknown(self, table: object) -> dict[str, Any]:
        """Return what this version does not know in the table."""
        ...


@dataclass(frozen=True, slots=True)
class FieldsForm(Generic[T]):
    """A table with a key for each field of a dataclass, all of which have defaults."""

    name: str
    kind: type[T]
    checks: Mapping[str, Check]

    def read(self, table: object) -> T:
        """Return what the table stands for. Raises ValueNotAllowed."""
        return self.kind(**known_values(required_table(self.name, table), self.checks, f"{self.name}."))

    def write(self, part: T, unknown: object) -> dict[str, Any]:
        """Return the table of what is not as by default."""
        default = self.kind()
        changed = {key: value for key in self.checks if (value := getattr(part, key)) != getattr(default, key)}
        return {**_as_table(unknown), **changed}

    def unknown(self, table: object) -> dict[str, Any]:
        """Return what this version does not know in the table."""
        return _without(table, self.checks)


class PricesForm:
    """A table of models. Both prices of one have to be there; what is not known about it goes with them."""

    name = "prices"
    checks: Mapping[str, Check] = dict.fromkeys(("input", "output"), number_up_to(HIGHEST_PRICE))

    def read(self, table: object) -> tuple[tuple[str, Price], ...]:
        """Return the prices. Raises ValueNotAllowed."""
        return tuple((model, self._price(model, entry)) for model, entry in required_table(self.name, table).items())

    def _price(self, model: str, entry: object) -> Price:
        try:
            numbers = known_values(required_table(self.name, entry), self.checks, f"{self.name}.")
        except ValueNotAllowed as error:
            raise ValueNotAllowed(error.name, (self.name, model)) from error
        if len(numbers) < len(self.checks):
            raise ValueNotAllowed(self.name, (self.name, model))
        return Price(**numbers)

    def write(self, part: tuple[tuple[str, Price], ...], unknown: object) -> dict[str, Any]:
        """Return the table of the prices."""
        rest = _as_table(unknown)
        return {
            model: {**_as_table(rest.get(model)), **{key: getattr(price, key) for key in self.checks}}
            for model, price in part
        }

    def unknown(self, table: object) -> dict[str, Any]:
        """Return what this version does not know about the models."""
        rests = {model: _without(entry, self.checks) for model, entry in _as_table(table).items()}
        return {model: rest for model, rest in rests.items() if rest}


OF_SETTINGS: tuple[Form, ...] = (
    FieldsForm("budget", Budget, dict.fromkeys(("day", "month"), number_up_to(HIGHEST_BUDGET))),
    FieldsForm(
        "history", History,
        {"is_on": is_flag, "days": whole_number(0, LONGEST_HISTORY), "items": whole_number(0, LARGEST_HISTORY)},
    ),
    FieldsForm("style", Style, {"tone": one_of(Tone), "instructions": text_up_to(LONGEST_INSTRUCTIONS)}),
    FieldsForm(
        "shortcuts", Shortcuts,
        {**dict.fromkeys(("clipboard", "selection", "region"), text_up_to(LONGEST_CHORD)), "double_copy": is_flag},
    ),
)  # fmt: skip
OF_SERVICE: tuple[Form, ...] = (
    FieldsForm(
        "deadlines", Deadlines,
        dict.fromkeys(("connect", "first_token", "idle", "total"), number_up_to(LONGEST_DEADLINE)),
    ),
    PricesForm(),
)  # fmt: skip


def read_tables(forms: Iterable[Form], table: Table) -> dict[str, Any]:
    """Return the parts that stand in the tables within this one, the default where one is missing.

    Raises ValueNotAllowed.
    """
    return {form.name: form.read(table.get(form.name, {})) for form in forms}


def write_tables(forms: Iterable[Form], owner: Settings | Service, unknown: Table) -> dict[str, Any]:
    """Return the tables for the parts of this, without those in which nothing has to stand, and what is unknown."""
    tables = {form.name: form.write(getattr(owner, form.name), unknown.get(form.name)) for form in forms}
    return _without(unknown, tables) | {name: table for name, table in tables.items() if table}


def unknown_in(table: Table, known: Iterable[str], forms: tuple[Form, ...]) -> dict[str, Any]:
    """Return what this version does not know: beside the known keys, and within the tables."""
    names = {*known, *(form.name for form in forms)}
    within = {form.name: form.unknown(table.get(form.name)) for form in forms}
    return _without(table, names) | {name: rest for name, rest in within.items() if rest}


def required_table(name: str, table: object) -> Table:
    """Return this table. Raises ValueNotAllowed where it is none."""
    if not isinstance(table, dict):
        raise ValueNotAllowed(name)
    return table


def _without(table: object, keys: Iterable[str]) -> dict[str, Any]:
    return {key: value for key, value in _as_table(table).items() if key not in keys}


def _as_table(value: object) -> dict[str, Any]:
    return cast(dict[str, Any], value) if isinstance(value, dict) else {}

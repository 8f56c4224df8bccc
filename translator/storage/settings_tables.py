"""The tables within ``settings.toml``: deadlines, prices, budget, history, style, shortcuts; checked as they are read.

What is as by default is not written. Keys that this version does not know stay in their tables: ``unknown`` is what
was read of them, in the same shape as the file.
"""

from collections.abc import Mapping
from typing import Any, cast, get_args

from translator.i18n import tr
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
    Shortcuts,
    Style,
    Tone,
)

DEADLINES = ("connect", "first_token", "idle", "total")
BUDGET = ("day", "month")
PRICE = ("input", "output")
HISTORY = ("is_on", "days", "items")
STYLE = ("tone", "instructions")
SHORTCUTS = ("clipboard", "selection", "region", "double_copy")
_HIGHEST_OF_HISTORY = {"is_on": 1, "days": LONGEST_HISTORY, "items": LARGEST_HISTORY}

Table = Mapping[str, Any]
Path = tuple[str | int, ...]


class SettingsUnreadable(ValueError):
    """The content is not our settings. Its message says why, in a few words that belong in a sentence."""


class ValueNotAllowed(SettingsUnreadable):
    """A setting has a value that cannot be meant. ``name`` is as in the file, ``path`` are the keys that lead to it."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(tr("{name} has a value that is not allowed").format(name=name))
        self.name = name
        self.path = path

    def within(self, path: Path, name: str) -> "ValueNotAllowed":
        """Return the same for a table that is within another."""
        whole = self.name if self.name == "services" else f"{name}.{self.name}"
        return ValueNotAllowed(whole, (*path, *self.path))


def not_allowed(name: str, *path: str | int) -> ValueNotAllowed:
    """Return what to raise where a setting has a value that cannot be meant; the path is in its name, or given."""
    return ValueNotAllowed(name, path or tuple(name.split(".")))


def read_deadlines(table: object) -> Deadlines:
    """Return the deadlines in a table. Raises SettingsUnreadable."""
    return Deadlines(**_numbers("deadlines", table, DEADLINES, LONGEST_DEADLINE))


def read_budget(table: object) -> Budget:
    """Return the budget in a table. Raises SettingsUnreadable."""
    return Budget(**_numbers("budget", table, BUDGET, HIGHEST_BUDGET))


def read_history(table: object) -> History:
    """Return what is to be kept of translations. Raises SettingsUnreadable."""
    known = {key: value for key, value in _table("history", table).items() if key in HISTORY}
    for key, value in known.items():
        kind = bool if key == "is_on" else int
        if type(value) is not kind or not 0 <= value <= _HIGHEST_OF_HISTORY[key]:
            raise not_allowed(f"history.{key}")
    return History(**known)


def read_style(table: object) -> Style:
    """Return how texts are to sound. Raises SettingsUnreadable."""
    known = {key: value for key, value in _table("style", table).items() if key in STYLE}
    if known.get("tone", "source") not in get_args(Tone):
        raise not_allowed("style.tone")
    instructions = known.get("instructions", "")
    if type(instructions) is not str or len(instructions) > LONGEST_INSTRUCTIONS:
        raise not_allowed("style.instructions")
    return Style(**known)


def read_shortcuts(table: object) -> Shortcuts:
    """Return the keys that work everywhere. Raises SettingsUnreadable; whether they can be pressed is not looked at."""
    known = {key: value for key, value in _table("shortcuts", table).items() if key in SHORTCUTS}
    for key, value in known.items():
        is_flag = key == "double_copy"
        if type(value) is not (bool if is_flag else str) or len(str(value)) > LONGEST_CHORD:
            raise not_allowed(f"shortcuts.{key}")
    return Shortcuts(**known)


def read_prices(table: object) -> tuple[tuple[str, Price], ...]:
    """Return the prices in a table of models. Raises SettingsUnreadable; both prices of a model have to be there."""
    prices = []
    for model, entry in _table("prices", table).items():
        try:
            numbers = _numbers("prices", entry, PRICE, HIGHEST_PRICE)
        except ValueNotAllowed as error:
            raise not_allowed(error.name, "prices", model) from error
        if len(numbers) < len(PRICE):
            raise not_allowed("prices", "prices", model)
        prices.append((model, Price(**numbers)))
    return tuple(prices)


def _numbers(name: str, table: object, keys: tuple[str, ...], highest: float) -> dict[str, float]:
    known = {key: value for key, value in _table(name, table).items() if key in keys}
    for key, value in known.items():
        # A bool is an int to isinstance; NaN lies within no bounds.
        if type(value) not in (int, float) or not 0 <= value <= highest:
            raise not_allowed(f"{name}.{key}")
    return known


def _table(name: str, table: object) -> Table:
    if not isinstance(table, dict):
        raise not_allowed(name)
    return table


# What is written


def deadlines_table(deadlines: Deadlines, unknown: object) -> dict[str, Any]:
    """Return the table of what is set of the deadlines."""
    return _set_ones(deadlines, DEADLINES, unknown)


def style_table(style: Style, unknown: object) -> dict[str, Any]:
    """Return the table of what is not as by default of the style."""
    return _changed_ones(style, Style(), STYLE, unknown)


def shortcuts_table(shortcuts: Shortcuts, unknown: object) -> dict[str, Any]:
    """Return the table of the keys that are not as by default."""
    return _changed_ones(shortcuts, Shortcuts(), SHORTCUTS, unknown)


def budget_table(budget: Budget, unknown: object) -> dict[str, Any]:
    """Return the table of what is set of the budget."""
    return _set_ones(budget, BUDGET, unknown)


def history_table(history: History, unknown: object) -> dict[str, Any]:
    """Return the table of what is not as by default of the history; there, 0 and off are values of their own."""
    return _changed_ones(history, History(), HISTORY, unknown)


def prices_table(prices: tuple[tuple[str, Price], ...], unknown: object) -> dict[str, Any]:
    """Return the table of the models' prices. What was not known about a model goes with its price."""
    rest = _as_table(unknown)
    return {
        model: {**_as_table(rest.get(model)), **{key: getattr(price, key) for key in PRICE}} for model, price in prices
    }


def _changed_ones(values: object, default: object, keys: tuple[str, ...], unknown: object) -> dict[str, Any]:
    given = {key: getattr(values, key) for key in keys if getattr(values, key) != getattr(default, key)}
    return {**_as_table(unknown), **given}


def _set_ones(values: Deadlines | Budget, keys: tuple[str, ...], unknown: object) -> dict[str, Any]:
    given = {key: getattr(values, key) for key in keys}
    return {**_as_table(unknown), **{key: value for key, value in given.items() if value}}


# What is kept as it was read


def rest_of_tables(table: Table) -> dict[str, Any]:
    """Return what this version does not know within the tables of a service or of the settings."""
    rests = {
        "deadlines": _without(table.get("deadlines"), DEADLINES),
        "budget": _without(table.get("budget"), BUDGET),
        "style": _without(table.get("style"), STYLE),
        "history": _without(table.get("history"), HISTORY),
        "shortcuts": _without(table.get("shortcuts"), SHORTCUTS),
        "prices": {
            model: rest for model, entry in _as_table(table.get("prices")).items() if (rest := _without(entry, PRICE))
        },
    }
    return {name: rest for name, rest in rests.items() if rest}


def _without(table: object, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in _as_table(table).items() if key not in keys}


def _as_table(value: object) -> dict[str, Any]:
    return cast(dict[str, Any], value) if isinstance(value, dict) else {}

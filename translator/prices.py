"""What models cost: the user's own prices first, then a dated table that ships with the application.

The table is made by packaging/make_prices.py. A price holds for a model at the hosts where it was found: a server of
another name may ask for another price, or for none, whatever it calls its models. What is not known is None, never 0.
"""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Self

from translator.host import host_of
from translator.i18n import tr
from translator.locales.numbers import localised
from translator.presets import find_preset
from translator.settings import Price, Service

log = logging.getLogger(__name__)

UNKNOWN = "–"
"""What stands for a cost that is not known."""

SMALLEST = 0.0001
"""The smallest amount that is shown as a figure, in US dollars."""

# The day a model was frozen, as OpenAI, Anthropic and Google write it. Four digits, as Mistral and DeepSeek do, are not
# among them: there another month is another model, with another price.
_SNAPSHOT = re.compile(r"-(20\d\d-\d\d-\d\d|20\d{6}|\d{3})$")


class PricesUnreadable(ValueError):
    """The table is not what packaging/make_prices.py writes."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The prices of one service. ``hosts`` are names or shell patterns."""

    hosts: Sequence[str]
    models: Mapping[str, Price]


class Prices:
    """The prices that are known. ``as_of`` is the day of the table, None where there is none."""

    def __init__(self, as_of: date | None = None, sheets: Sequence[_Sheet] = ()) -> None:
        self.as_of = as_of
        self._sheets = sheets

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return the prices of a table; it takes a millisecond or two. Raises OSError, PricesUnreadable."""
        try:
            read = json.loads(path.read_bytes())
            return cls(date.fromisoformat(read["as_of"]), [_sheet(service) for service in read["services"]])
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise PricesUnreadable(str(path)) from error

    @classmethod
    def load_or_do_without(cls, path: Path) -> Self:
        """Return the prices of a table; where it cannot be read, that is logged, and only the user's own are known."""
        try:
            return cls.load(path)
        except (OSError, PricesUnreadable) as error:
            log.warning("The table of prices could not be read: %s", error)
            return cls()

    def price_of(self, service: Service, model: str) -> Price | None:
        """Return what a model of a service costs, or None where that is not known."""
        own = _find({name.casefold(): price for name, price in service.prices}, model)
        if own is not None:
            return own
        host = host_of(service.base_url or find_preset(service.preset).base_url)
        sheets = (sheet for sheet in self._sheets if any(fnmatchcase(host, pattern) for pattern in sheet.hosts))
        return next((price for sheet in sheets if (price := _find(sheet.models, model))), None)


def format_cost(cost: float | None) -> str:
    """Return a cost in US dollars as it is shown: as exactly as it matters, and a dash where it is not known."""
    if cost is None:
        return UNKNOWN
    if 0 < cost < SMALLEST:
        return tr("< ${amount}").format(amount=localised(str(SMALLEST)))
    places = 2 if cost == 0 or cost >= 1 else 4 if cost < 0.01 else 3
    return tr("${amount}").format(amount=localised(f"{cost:,.{places}f}"))


def base_of(model: str) -> str:
    """Return the name of the model that a snapshot is of: without its date; the name itself where it is none."""
    return _SNAPSHOT.sub("", model)


def _find(prices: Mapping[str, Price], model: str) -> Price | None:
    """Return the price under this name, in any case, or under that of the model it is a snapshot of."""
    name = model.casefold()
    names = (name, name.removeprefix("models/"), base_of(name.removeprefix("models/")))  # so Gemini lists its own
    return next((prices[known] for known in names if known in prices), None)


def _sheet(service: Mapping[str, Any]) -> _Sheet:
    models = {
        name.casefold(): Price(float(read), float(written)) for name, (read, written) in service["models"].items()
    }
    return _Sheet([str(host) for host in service["hosts"]], models)

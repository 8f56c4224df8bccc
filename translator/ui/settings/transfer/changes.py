"""What is different between two settings, in words: each with its name, what it was, and what it would be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NamedTuple

from translator.i18n import ptr, tr
from translator.joining import in_a_row, labelled, listed
from translator.locales.numbers import grouped
from translator.locales.offered import OFFERED
from translator.prices import format_cost
from translator.service_names import shown_name
from translator.settings import Price, Service, Settings
from translator.surroundings.summons import Summons
from translator.ui.shortcuts.words import name_of

_BY_THEMSELVES = {"services", "unknown"}
_NAMES_OF_NOTHING = {"id", "headers"}
"""Of a service; neither ever comes from elsewhere."""
_CHOSEN = {"appearance", "on_close", "style.tone", "reasoning"}
"""What is chosen from a list of words."""

Say = Callable[[object], str]


class Change(NamedTuple):
    """One setting that is another: ``before`` and ``after`` as the settings show them."""

    title: str
    before: str
    after: str


def changes_between(before: Settings, after: Settings, language: Callable[[str], str]) -> list[Change]:
    """Return what is different. ``language`` is the name of a language by its tag; empty for none."""
    words = _Words(language)
    changes = [*_differences(before, after, words, _titles())]
    known = {service.id: service for service in before.services}
    for service in after.services:
        changes += _of_service(known.get(service.id), service, words)
    return changes


def _of_service(before: Service | None, after: Service, words: "_Words") -> Iterator[Change]:
    if before is None:
        place = in_a_row((after.base_url, after.model))
        yield Change(after.name, ptr("no service", "None"), place)
    titles = _service_titles()
    for change in _differences(before or Service(after.id, after.name), after, words, titles):
        if before is not None or change.title not in (titles["base_url"], titles["model"], titles["preset"]):
            yield change._replace(title=labelled(after.name, change.title))


def _differences(before: object, after: object, words: "_Words", titles: Mapping[str, str]) -> Iterator[Change]:
    old, new = dict(_values(before)), dict(_values(after))
    for name, value in new.items():
        if value != old[name]:
            title = titles.get(name, name)
            yield Change(title, words.said(name, old[name], before), words.said(name, value, after))


def _values(settings: object, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield each value under its name; one within a part of the settings under the names of both."""
    for field in fields(settings):  # type: ignore[arg-type]  # it is a dataclass
        value = getattr(settings, field.name)
        left_out = _BY_THEMSELVES if isinstance(settings, Settings) else _NAMES_OF_NOTHING
        if is_dataclass(value):
            yield from _values(value, f"{field.name}.")
        elif prefix or field.name not in left_out:
            yield f"{prefix}{field.name}", value


class _Words:
    """The words for a value."""

    def __init__(self, language: Callable[[str], str]) -> None:
        self._language = language

    def said(self, name: str, value: object, whole: object) -> str:
        """Return what the settings show for the value of this name."""
        if name == "current_service" and isinstance(whole, Settings):
            return shown_name(whole.service) if value else ptr("no service", "None")
        if name == "second_language":
            return self._language(str(value)) if value else tr("Automatic")
        if name == "interface_language":
            return OFFERED.get(str(value), tr("As the system"))
        if name == "prices":
            return _prices(value)
        if name in ("budget.day", "budget.month") and isinstance(value, float | int) and value:
            return format_cost(value)
        return _plain(name, value)


def _plain(name: str, value: object) -> str:
    if isinstance(value, bool):
        return tr("On") if value else tr("Off")
    if isinstance(value, str):
        said = _choices().get(value, value) if name in _CHOSEN else value
        return said or ptr("nothing is written there", "None")
    if name == "text_size":
        return tr("{n} %").format(n=value)
    return grouped(value) if value and isinstance(value, int | float) else tr("No limit")


def _prices(value: object) -> str:
    prices = value if isinstance(value, tuple) else ()
    return listed(f"{model} {_price(price)}" for model, price in prices) or ptr("no prices", "None")


def _price(price: Price) -> str:
    return f"{format_cost(price.input)} / {format_cost(price.output)}"


def _choices() -> Mapping[str, str]:
    return {
        "system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark"), "ask": tr("Ask"),
        "stay": tr("Stay in the tray"), "quit": tr("Quit"), "source": tr("As the source"), "formal": tr("Formal"),
        "informal": tr("Informal"), "least": tr("As little as possible"), "model": tr("As the model likes"),
        "low": tr("Low"), "medium": tr("Medium"), "high": tr("High"),
    }  # fmt: skip


def _titles() -> Mapping[str, str]:
    budget = tr("Budget")
    return {
        "current_service": tr("Service in use"),
        "translate_while_typing": tr("Translate while typing"),
        "dictionary": tr("Dictionary entries for single words"),
        "romanise": tr("Show the translation in Latin letters"),
        "second_language": tr("Second language"),
        "appearance": tr("Colours"),
        "text_size": tr("Text size"),
        "interface_language": tr("Language"),
        "use_memory": tr("Use the translation memory"),
        "watch_clipboard": tr("Watch the clipboard"),
        "on_close": tr("When the window is closed"),
        "budget.day": labelled(budget, tr("A day")),
        "budget.month": labelled(budget, tr("A month")),
        "style.tone": tr("Tone"),
        "style.instructions": tr("Instructions"),
        "history.is_on": tr("Keep a history"),
        "history.days": tr("For how many days"),
        "history.items": tr("How many translations"),
        "shortcuts.clipboard": name_of(Summons.CLIPBOARD),
        "shortcuts.selection": name_of(Summons.SELECTION),
        "shortcuts.region": name_of(Summons.REGION),
        "shortcuts.double_copy": tr("Copy twice to translate"),
    }


def _service_titles() -> Mapping[str, str]:
    return {
        "name": tr("Name"),
        "preset": tr("Kind"),
        "base_url": tr("Address"),
        "model": tr("Model"),
        "picture_model": tr("Model for pictures"),
        "proxy": tr("Proxy"),
        "allow_http": tr("Allow unencrypted http for this service"),
        "reasoning": tr("Reasoning"),
        "masks_private": tr("Mask before sending"),
        "prices": tr("Price"),
        "deadlines.connect": tr("To connect"),
        "deadlines.first_token": tr("To the first token"),
        "deadlines.idle": tr("Between tokens"),
        "deadlines.total": ptr("seconds that a reply may take in all", "In all"),
    }

"""What is seldom set of the service being looked at: deadlines, reasoning, masking, headers and prices."""

from collections.abc import Mapping
from dataclasses import replace

from translator.i18n import tr
from translator.joining import sentences
from translator.locales.numbers import grouped
from translator.settings import HIGHEST_PRICE, LONGEST_DEADLINE, Deadlines, Price, Reasoning, Service
from translator.ui.settings.amounts import AmountInvalid, format_amount, parse_amount
from translator.ui.settings.figures import Figures
from translator.ui.settings.services.screen import Field, ServicesScreen
from translator.ui.settings.services.selection import Selection
from translator.ui.settings.services.tuning.headers import HeadersInvalid, parse_headers

DEADLINES: Mapping[Field, str] = {"connect": "connect", "first_token": "first_token", "idle": "idle", "total": "total"}
PRICES: tuple[Field, Field] = ("input_price", "output_price")


class TuningPresenter:
    """Keeps a price that is half typed until the other half is there too."""

    def __init__(self, screen: ServicesScreen, selection: Selection, figures: Figures) -> None:
        self._screen = screen
        self._selection = selection
        self._figures = figures
        self._typed: dict[Field, str] = {}

    # Commands

    def change(self, field: Field, text: str) -> None:
        """Take what was typed into a field, or say what is wrong with it."""
        if field in PRICES:
            self._change_price(field, text)
        elif field == "headers":
            self._change_headers(text)
        else:
            self._change_deadline(field, text)

    def choose_reasoning(self, reasoning: Reasoning) -> None:
        """Ask reasoning models to think so much."""
        self._selection.change(replace(self._selection.service, reasoning=reasoning))

    def mask_private(self, wanted: bool) -> None:
        """Keep e-mail addresses, numbers and keys on this computer, or no longer."""
        self._selection.change(replace(self._selection.service, masks_private=wanted))

    # What they do

    def _change_headers(self, text: str) -> None:
        try:
            self._selection.change(replace(self._selection.service, headers=parse_headers(text)))
        except HeadersInvalid as error:
            self._screen.show_problem("headers", str(error))
        else:
            self._screen.show_problem("headers", "")

    def _change_deadline(self, field: Field, text: str) -> None:
        try:
            seconds = parse_amount(text) if text else 0
        except AmountInvalid:
            self._screen.show_problem(field, tr("A number of seconds, such as 60, or nothing for the default."))
            return
        if (text and not seconds) or seconds > LONGEST_DEADLINE:
            words = tr("More than 0 and at most {most} seconds, which is a day.")
            self._screen.show_problem(field, words.format(most=grouped(LONGEST_DEADLINE)))
            return
        self._screen.show_problem(field, "")
        service = self._selection.service
        self._selection.change(replace(service, deadlines=replace(service.deadlines, **{DEADLINES[field]: seconds})))

    def _change_price(self, field: Field, text: str) -> None:
        self._typed[field] = text
        problems = {field: _price_problem(self._typed[field]) for field in PRICES}
        there = [field for field in PRICES if self._typed[field]]
        if len(there) == 1 and not problems[there[0]]:
            other = PRICES[1 - PRICES.index(there[0])]
            problems[other] = tr("Both prices or neither: enter this one too.")
        for place, problem in problems.items():
            self._screen.show_problem(place, problem)
        if not any(problems.values()):
            self._selection.change(self._with_price(self._selection.service))

    def _with_price(self, service: Service) -> Service:
        others = tuple((model, price) for model, price in service.prices if model != service.model)
        if not service.model or not self._typed[PRICES[0]]:
            return replace(service, prices=others)
        price = Price(*(parse_amount(self._typed[field]) for field in PRICES))
        return replace(service, prices=(*others, (service.model, price)))

    # What is shown

    def show(self, service: Service, before: Service | None) -> None:
        """Show what has changed since ``before``; None for all of it. What is being typed stays."""
        for field, name in DEADLINES.items():
            text = format_amount(getattr(service.deadlines, name))
            if before is None or text != format_amount(getattr(before.deadlines, name)):
                self._screen.show_field(field, text)
            if before is None:
                self._screen.show_problem(field, "")
        self._show_default_deadlines(self._figures.default_deadlines(service))
        self._screen.show_reasoning(service.reasoning)
        self._screen.show_masking(wanted=service.masks_private)
        if before is None or (service.model, service.prices) != (before.model, before.prices):
            self._show_price(service)

    def _show_default_deadlines(self, defaults: Deadlines) -> None:
        for field, name in DEADLINES.items():
            words = tr("{seconds}, the default").format(seconds=format_amount(getattr(defaults, name)))
            self._screen.show_placeholder(field, words)

    def _show_price(self, service: Service) -> None:
        own = dict(service.prices).get(service.model)
        known = self._figures.price_of(replace(service, prices=()), service.model) if service.model else None
        self._screen.show_price_of(service.model, self._price_hint(service, known))
        for field, name in zip(PRICES, ("input", "output"), strict=True):
            self._typed[field] = _format_price(own, name) if own else ""
            self._screen.show_field(field, self._typed[field])
            self._screen.show_problem(field, "")
            words = (
                tr("{price}, as in the table").format(price=_format_price(known, name)) if known else tr("Not known")
            )
            self._screen.show_placeholder(field, words)

    def _price_hint(self, service: Service, known: Price | None) -> str:
        if not service.model:
            return tr("Choose a model first.")
        unit = tr("US dollars per million tokens.")
        day = self._figures.prices_as_of
        if known is None or day is None:
            return unit
        return sentences(unit, tr("Empty: as in the table of {day}.").format(day=day.isoformat()))


def _format_price(price: Price, name: str) -> str:
    """Return a price to be shown; a model that costs nothing costs 0."""
    return format_amount(getattr(price, name)) or "0"


def _price_problem(text: str) -> str:
    try:
        price = parse_amount(text) if text else 0
    except AmountInvalid:
        return tr("An amount such as 0.15, or nothing.")
    return "" if price <= HIGHEST_PRICE else tr("At most {highest} US dollars.").format(highest=grouped(HIGHEST_PRICE))

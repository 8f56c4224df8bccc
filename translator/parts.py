"""Builds engine, stores and use cases from the settings and the command line. No Qt, and nothing heavy at import."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from translator.assets import resources
from translator.host import host_of, is_loopback
from translator.locales.of_system import system_languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.books import Books
    from translator.language.catalogue import Catalogue
    from translator.language.detection import Detector
    from translator.language.tag import LanguageTag
    from translator.service_choice import Choice, Options
    from translator.settings import Service
    from translator.storage.service_keys import ServiceKeys
    from translator.translation.aids import Aids
    from translator.translation.glossary.matching import Matchers
    from translator.translation.glossary.store import ActiveTerms
    from translator.translation.ports import Engine, Keys
    from translator.translation.translate_text import TranslateText

# Requests on their way at the same time, at first and at most, where a server at home answers: most work on one or two
# at a time, and the others wait there while their deadlines run.
_LOCAL_AT_ONCE = (2, 4)


def make_keys(options: Options, choice: Choice, still_waiting: Callable[[], None] | None = None) -> ServiceKeys:
    """Return the keys of this run. ``still_waiting`` is called where the keyring takes long (see ServiceKeys)."""
    from translator.storage.keyring_secrets import KeyringSecrets
    from translator.storage.service_keys import ServiceKeys

    unstored = "" if choice.stored else choice.service.id
    return ServiceKeys(
        KeyringSecrets(),
        options.environment_key,
        given_address=choice.given_address,
        unstored_id=unstored,
        still_waiting=still_waiting,
    )


def make_engine(service: Service, keys: Keys, books: Books) -> Engine:
    """Return the engine of a service. The first call for a real one takes seconds: call it from a thread.

    From the inside out: it asks the service; each request is counted, waits its turn, is sent again where that may
    help, and serves all who ask for the same.
    """
    if service.is_demo:
        from translator.engines.demo.demo_engine import DemoEngine

        return DemoEngine()
    from translator import clock
    from translator.engines.limits.limited import Limited
    from translator.engines.limits.service_limits import Limits
    from translator.engines.metered import Metered
    from translator.engines.openai_engine import OpenAIEngine
    from translator.engines.retries.retrying import Retrying
    from translator.engines.shared import Shared

    engine = OpenAIEngine(service, keys, capabilities=books.capabilities)
    metered = Metered(engine, service, books.ledger, books.prices, clock.now)
    start, most = _LOCAL_AT_ONCE
    limits = Limits(start=start, most=most) if is_loopback(host_of(service.base_url)) else Limits()
    limited = Limited(metered, limits)
    return Shared(Retrying(limited), hasten=limited.hasten)


def make_catalogue(interface_language: str = "en") -> Catalogue:
    """Return the languages offered, named in the interface language."""
    from translator.language.catalogue import Catalogue

    return Catalogue.load(resources() / "languages.json", interface_language)


def make_aids(
    service: Service, books: Books, matchers: Matchers, detector: Detector | None = None,
    glossary: ActiveTerms | None = None,
) -> Aids:  # fmt: skip
    """Return what helps to translate with this service. ``glossary`` takes the place of the user's own, for a run.

    Without ``detector``, the checks tell languages apart by their scripts alone. What the demo says is never
    remembered, and its words are not checked.
    """
    from translator import clock
    from translator.translation.aids import Aids
    from translator.translation.checks.checking import Checker
    from translator.translation.spending.savings import CountedSavings

    return Aids(
        memory=books.memory,
        glossary=glossary or books.glossaries,
        checks=Checker(detector, translates=not service.is_demo),
        matchers=matchers,
        savings=CountedSavings(service, books.ledger, books.prices.price_of, clock.now),
        service=service.base_url or service.id,
        remembers=not service.is_demo,
    )


def make_translate_text(engine: Engine, catalogue: Catalogue, aids: Aids) -> TranslateText:
    """Return the use case that translates a text with this engine, and with what helps."""
    from translator.translation.translate_text import TranslateText

    return TranslateText(engine, aids, names=catalogue.english_name)


def load_checks() -> None:
    """Import what checks translations. It takes a moment: call it from a thread."""
    import translator.translation.checks.checking  # noqa: F401 - to have it ready


def make_detector(catalogue: Catalogue) -> Detector:
    """Return what finds which of these languages a text is in; it prefers those that the system is set to.

    Loading it takes a moment: call it from a thread.
    """
    from translator.language.detection import Detector
    from translator.language.identifier import IdentifierMissing, load_identifier

    offered = [language.tag for language in catalogue.languages]
    try:
        return Detector(load_identifier(), _system_tags(), offered)
    except IdentifierMissing:  # the script alone still tells much
        return Detector(None, _system_tags(), offered)


def _system_tags() -> list[LanguageTag]:
    from translator.language.tag import InvalidTag, LanguageTag

    tags = []
    for name in system_languages():
        with suppress(InvalidTag):  # "C" is none
            tags.append(LanguageTag.parse(name))
    return tags

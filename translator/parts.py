"""Builds engine, stores and use cases from the settings and the command line. No Qt, and nothing heavy at import."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from translator.assets import resources
from translator.i18n import system_languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.language.catalogue import Catalogue
    from translator.language.detection import Detector
    from translator.language.tag import LanguageTag
    from translator.service_choice import Choice, Options
    from translator.settings import Service
    from translator.storage.service_keys import ServiceKeys
    from translator.translation.ports import Engine, Keys
    from translator.translation.translate_text import TranslateText


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


def make_engine(service: Service, keys: Keys) -> Engine:
    """Return the engine of a service. The first call for a real one takes seconds: call it from a thread."""
    if service.is_demo:
        from translator.engines.demo_engine import DemoEngine

        return DemoEngine()
    from translator.engines.openai_engine import OpenAIEngine

    return OpenAIEngine(service, keys)


def make_catalogue(interface_language: str = "en") -> Catalogue:
    """Return the languages offered, named in the interface language."""
    from translator.language.catalogue import Catalogue

    return Catalogue.load(resources() / "languages.json", interface_language)


def make_translate_text(engine: Engine, catalogue: Catalogue) -> TranslateText:
    """Return the use case that translates a text with this engine."""
    from translator.translation.translate_text import TranslateText

    return TranslateText(engine, names=catalogue.english_name)


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

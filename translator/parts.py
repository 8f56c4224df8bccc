"""Builds engine, stores and use cases from the settings and the command line. No Qt, and nothing heavy at import."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from translator import DIRECTORY_NAME
from translator.assets import resources
from translator.i18n import system_languages
from translator.settings import DEMO, Service, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translator.language.catalogue import Catalogue
    from translator.language.detection import Detector
    from translator.language.tag import LanguageTag
    from translator.presets import Preset
    from translator.storage.service_keys import ServiceKeys
    from translator.translation.ports import Engine, Keys
    from translator.translation.translate_text import TranslateText


_OPENAI = "openai"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says for this run only; empty where it says nothing.

    ``environment_key`` is what OPENAI_API_KEY held when the process began.
    """

    to: str = ""
    source: str = ""
    service: str = ""
    base_url: str = ""
    model: str = ""
    demo: bool = False
    environment_key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WindowOptions(Options):
    """The options of the window. ``file`` is a text file to open as the source."""

    file: Path | None = None


class Places(NamedTuple):
    """The folders of this user's files, made when something is first written there."""

    config: Path
    state: Path
    data: Path

    @property
    def settings_file(self) -> Path:
        """Where the settings are."""
        return self.config / "settings.toml"

    @property
    def session_file(self) -> Path:
        """Where the draft and the window's state are."""
        return self.state / "session.json"


class Choice(NamedTuple):
    """The service of this run. ``given_address`` is its address where the command line names one.

    ``stored`` says whether it is one of the user's own services, with a key of its own in the keyring.
    """

    service: Service
    given_address: str = ""
    stored: bool = True


class UnknownService(LookupError):
    """No service has that name. ``known`` are the names that can be given."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


def find_places() -> Places:
    """Return the folders that the system sets aside for such files."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs(DIRECTORY_NAME, appauthor=False)
    return Places(folders.user_config_path, folders.user_state_path, folders.user_data_path)


def preset_service(preset: Preset) -> Service:
    """Return the service that a preset stands for. Its id is the preset's, and so is the name of its key."""
    return Service(id=preset.id, name=preset.name, preset=preset.id, base_url=preset.base_url)


def find_service(settings: Settings, name: str) -> Service:
    """Return the user's service of that name or id, or else the known one. Raises UnknownService."""
    found = settings.find(name)
    if found:
        return found
    wanted = name.casefold()
    for service in _ready(settings):
        if wanted in (service.id, service.name.casefold()):
            return service
    names = dict.fromkeys(service.name for service in (*settings.services, *_ready(settings), DEMO))
    raise UnknownService(name, tuple(names))


def _ready(settings: Settings) -> list[Service]:
    """Return the known services that need no setting up: their address is the same for everybody.

    One whose id the user's settings hold is left out: the key of that name may belong to another address.
    """
    from translator.presets import PRESETS  # not before the first paint

    taken = {service.id for service in settings.services}
    fixed = (preset for preset in PRESETS if "YOUR-" not in preset.base_url)
    return [preset_service(preset) for preset in fixed if preset.id not in taken]


def chosen_or_openai(settings: Settings) -> Service:
    """Return the service in use; OpenAI where none was chosen yet. The demo is never taken unasked."""
    return openai_service(settings) if settings.is_first_run else settings.service


def openai_service(settings: Settings) -> Service:
    """Return the user's own service of that id, or the known one."""
    from translator.presets import find_preset

    return next((s for s in settings.services if s.id == _OPENAI), preset_service(find_preset(_OPENAI)))


def choose_service(settings: Settings, options: Options, otherwise: Service) -> Choice:
    """Return the service that the command line asks for, or ``otherwise``. Raises UnknownService."""
    if options.demo:
        return Choice(DEMO)
    choice = _named_or_given(settings, options, otherwise)
    if options.model:
        choice = choice._replace(service=replace(choice.service, model=options.model))
    return choice


def _named_or_given(settings: Settings, options: Options, otherwise: Service) -> Choice:
    url = options.base_url.strip()
    if not url:
        return Choice(find_service(settings, options.service) if options.service else otherwise)
    if options.service:
        named = replace(find_service(settings, options.service), base_url=url)
        return Choice(named, given_address=url)
    there = [s for s in (*settings.services, *_ready(settings)) if _is_same_address(s.base_url, url)]
    if not there:
        return Choice(_service_at(url), url, stored=False)
    service = next((s for s in there if s.id == settings.current_service), there[0])
    return Choice(service, service.base_url)


def _is_same_address(one: str, other: str) -> bool:
    return one.strip().rstrip("/") == other.rstrip("/")


def _service_at(url: str) -> Service:
    """Return a service made up for an address of the command line; whoever connects says if it is none."""
    try:
        where = urlsplit(url).netloc.rpartition("@")[2] or url
    except ValueError:
        where = url
    return Service(id=where, name=where, base_url=url)


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

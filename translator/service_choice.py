"""Which service this run uses: what the command line asks for, the settings hold, or is known by name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from translator.settings import DEMO, Service, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from translator.presets import Preset
    from translator.surroundings.summons import Summons

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
    """The options of the window. ``file`` is a text file to open as the source; ``others`` are offered after it.

    ``background`` starts without a window; ``summons`` is for the running program, and starts none of its own.
    """

    file: Path | None = None
    others: tuple[Path, ...] = ()
    background: bool = False
    summons: Summons | None = None

    @property
    def asks_for_service(self) -> bool:
        """Whether a service is asked for that may be another than the running program's."""
        return bool(self.service or self.base_url or self.model or self.demo)


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

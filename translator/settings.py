"""What the user has chosen, typed and frozen, with the defaults. Reading and writing is storage's work."""

from dataclasses import dataclass, field, replace
from typing import Literal, Self

Appearance = Literal["system", "light", "dark"]

Reasoning = Literal["least", "model", "low", "medium", "high"]
"""How much a reasoning model is asked to think: as little as it can, as it does unasked, or so much."""

Tone = Literal["source", "formal", "informal"]
"""How a translation sounds: as the source does, polite, or as among friends."""

OnClose = Literal["ask", "stay", "quit"]
"""What closing the window does where there is a tray: ask, stay in the tray, or quit."""

DEMO_ID = "demo"

# What can be meant: more than this is a slip of the finger, or a damaged file.
LONGEST_DEADLINE = 86_400
"""Seconds: a day."""
HIGHEST_PRICE = 100_000
"""US dollars a million tokens."""
HIGHEST_BUDGET = 1_000_000
"""US dollars."""
LONGEST_HISTORY = 36_500
"""Days: a hundred years."""
LARGEST_HISTORY = 1_000_000
"""Translations."""
LONGEST_INSTRUCTIONS = 2_000
"""Characters. They go with every request."""
LONGEST_CHORD = 50
"""Characters that name the keys of a shortcut."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long an answer may take, in seconds; 0 for the default of the kind of service.

    ``connect`` runs until there is a connection, ``first_token`` until the first piece of the reply, ``idle`` between
    two pieces, ``total`` from the request to the end.
    """

    connect: float = 0
    first_token: float = 0
    idle: float = 0
    total: float = 0


@dataclass(frozen=True, slots=True)
class Price:
    """What a model costs, in US dollars a million tokens."""

    input: float
    output: float


@dataclass(frozen=True, slots=True)
class Service:
    """An endpoint that translates, with what is needed to reach it. Its key is in the keyring, under ``id``.

    ``model`` is empty until one was chosen. ``proxy`` is an address, or empty for the system's own settings.
    ``allow_http`` lets text travel unencrypted beyond this computer, for this service alone. ``masks_private`` keeps
    e-mail addresses, numbers and keys on this computer. ``prices`` are the user's own, by model. ``picture_model``
    reads the text in pictures; where it is empty, ``model`` does.
    """

    id: str
    name: str
    preset: str = "custom"
    base_url: str = ""
    model: str = ""
    proxy: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    allow_http: bool = False
    deadlines: Deadlines = Deadlines()
    reasoning: Reasoning = "least"
    masks_private: bool = False
    prices: tuple[tuple[str, Price], ...] = ()
    picture_model: str = ""

    @property
    def is_demo(self) -> bool:
        """Whether this is the offline pseudo-translation."""
        return self.id == DEMO_ID


DEMO = Service(id=DEMO_ID, name="Demo (pseudo-translation)", preset="demo", model="pseudo")


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that may be spent, in US dollars as estimated; 0 for no limit."""

    day: float = 0
    month: float = 0


@dataclass(frozen=True, slots=True)
class Style:
    """How texts are to sound. ``instructions`` are the user's own words, such as "for a technical audience"."""

    tone: Tone = "source"
    instructions: str = ""

    def identity(self) -> str:
        """Return one string that is another where the style is; empty for none."""
        wishes = self.instructions.strip()
        return f"{self.tone}\x1f{wishes}" if wishes or self.tone != "source" else ""


@dataclass(frozen=True, slots=True)
class History:
    """Whether translations are kept to be found again, for how many ``days``, and how many ``items``; 0 for no limit.

    What has a star is kept beside that.
    """

    is_on: bool = True
    days: int = 0
    items: int = 10_000


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """The keys that work in every program, as text such as "Ctrl+Shift+F1"; empty for none.

    ``clipboard`` translates what is on the clipboard, ``selection`` what is selected, ``region`` the text in a part of
    the screen. ``double_copy`` translates what is copied twice within half a second.
    """

    clipboard: str = "Ctrl+Shift+F1"
    selection: str = "Ctrl+Shift+F2"
    region: str = "Ctrl+Shift+F3"
    double_copy: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``current_service`` is empty until the user has chosen: that is the first run.

    ``second_language`` is a BCP-47 tag, or empty for the default: English, or the system's language where the
    source is English. ``text_size`` is in percent of the design's sizes. ``dictionary`` asks for an entry where the
    text is a single term; ``romanise`` shows short translations in Latin letters as well. ``use_memory`` lets
    translations be remembered, and taken from what is remembered. ``watch_clipboard`` translates whatever is copied.
    ``interface_language`` is the program's own, as in ``locales.offered``; empty, or unknown to this version, for the
    system's.
    """

    current_service: str = ""
    services: tuple[Service, ...] = ()
    translate_while_typing: bool = False
    dictionary: bool = True
    romanise: bool = False
    second_language: str = ""
    appearance: Appearance = "system"
    text_size: int = 100
    budget: Budget = Budget()
    style: Style = Style()
    use_memory: bool = True
    history: History = History()
    shortcuts: Shortcuts = Shortcuts()
    watch_clipboard: bool = False
    on_close: OnClose = "ask"
    interface_language: str = ""
    unknown: dict[str, object] = field(default_factory=dict, hash=False)
    """Keys of a newer version, kept as they were read so that writing loses nothing."""

    @property
    def is_first_run(self) -> bool:
        """Whether the user has not yet said how to translate."""
        return not self.current_service

    @property
    def service(self) -> Service:
        """The service in use; the demo until another was chosen."""
        return self.find(self.current_service) or DEMO

    def find(self, name_or_id: str) -> Service | None:
        """Return the service of that id, or else of that name in any case; the demo is always there."""
        every = (*self.services, DEMO)
        wanted = name_or_id.casefold()
        by_id = (s for s in every if s.id == name_or_id)
        by_name = (s for s in every if s.name.casefold() == wanted)
        return next(by_id, None) or next(by_name, None)

    def choosing(self, service_id: str) -> Self:
        """Return settings in which this service is the current one."""
        return replace(self, current_service=service_id)

    def with_service(self, service: Service) -> Self:
        """Return settings in which this service replaces the one of the same id, or is added at the end."""
        if any(s.id == service.id for s in self.services):
            services = tuple(service if s.id == service.id else s for s in self.services)
        else:
            services = (*self.services, service)
        return replace(self, services=services)

    def without_service(self, service_id: str) -> Self:
        """Return settings without that service; where it was current, the first that is left becomes so."""
        left = tuple(s for s in self.services if s.id != service_id)
        current = self.current_service
        if current == service_id:
            current = left[0].id if left else ""
        return replace(self, services=left, current_service=current)

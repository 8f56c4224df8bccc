"""A settings window that only remembers what it was told."""

from collections.abc import Sequence

from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.settings import Appearance, OnClose, Reasoning, Tone
from translator.surroundings.summons import Summons
from translator.translation.spending.usage import Period
from translator.ui.settings.desktop.presenter import DesktopCommands
from translator.ui.settings.library.history_presenter import HistorySettingsCommands, Limit
from translator.ui.settings.library.library import Shelf
from translator.ui.settings.library.presenter import LibraryCommands
from translator.ui.settings.screen import GeneralCommands
from translator.ui.settings.services.screen import Field, ServiceCommands
from translator.ui.settings.shortcuts.presenter import ShortcutCommands, Way
from translator.ui.settings.transfer.changes import Change
from translator.ui.settings.transfer.presenter import TransferCommands
from translator.ui.settings.translation.style_presenter import StyleCommands
from translator.ui.settings.usage.screen import Progress, UsageCommands, UsageLine
from translator.ui.vocabulary import Line


class FakeServicesScreen:
    """Its attributes are what a user would see. ``shown`` counts how often each field was written to."""

    def __init__(self) -> None:
        self.commands: ServiceCommands | None = None
        self.lines: list[Line] = []
        self.selected = ""
        self.can_use = self.can_remove = False
        self.heading = ""
        self.editable = True
        self.key_page = ""
        self.fields: dict[Field, str] = {}
        self.shown: list[Field] = []
        self.problems: dict[Field, str] = {}
        self.placeholders: dict[Field, str] = {}
        self.http_allowed = False
        self.exposure = ""
        self.reasoning: Reasoning | None = None
        self.masks = False
        self.price_of = ("", "")
        self.models: list[str] = []
        self.models_said = ""
        self.test = ("", "hint")
        self.key_status = ""
        self.key_stored = self.key_storing = False
        self.session_offered = False
        self.typed_key = ""
        self.question = self.removal_problem = ""
        self.focused: Field | None = None

    def listen(self, commands: ServiceCommands) -> None:
        self.commands = commands

    def show_services(self, lines: Sequence[Line], selected: str) -> None:
        self.lines, self.selected = list(lines), selected

    def show_actions(self, *, use: bool, remove: bool) -> None:
        self.can_use, self.can_remove = use, remove

    def show_form(self, heading: str, *, editable: bool, key_page: str) -> None:
        self.heading, self.editable, self.key_page = heading, editable, key_page

    def show_field(self, field: Field, text: str) -> None:
        self.fields[field] = text
        self.shown.append(field)

    def show_placeholder(self, field: Field, words: str) -> None:
        self.placeholders[field] = words

    def show_exposure(self, sentence: str) -> None:
        self.exposure = sentence

    def show_reasoning(self, reasoning: Reasoning) -> None:
        self.reasoning = reasoning

    def show_masking(self, *, wanted: bool) -> None:
        self.masks = wanted

    def show_price_of(self, model: str, hint: str) -> None:
        self.price_of = (model, hint)

    def show_allow_http(self, *, allowed: bool) -> None:
        self.http_allowed = allowed

    def show_problem(self, field: Field, sentence: str) -> None:
        self.problems[field] = sentence

    def show_models(self, names: Sequence[str], said: str) -> None:
        self.models, self.models_said = list(names), said

    def show_test(self, sentence: str, outcome: str) -> None:
        self.test = (sentence, outcome)

    def show_key(self, status: str, *, stored: bool, storing: bool) -> None:
        self.key_status, self.key_stored, self.key_storing = status, stored, storing

    def offer_session(self, *, offered: bool) -> None:
        self.session_offered = offered

    def forget_key(self) -> None:
        self.typed_key = ""

    def show_removal(self, question: str, problem: str = "") -> None:
        self.question, self.removal_problem = question, problem

    def focus(self, field: Field) -> None:
        self.focused = field


class FakeUsageScreen:
    """Likewise, of the usage page. ``read`` counts how often the figures were shown."""

    def __init__(self) -> None:
        self.commands: UsageCommands | None = None
        self.lines: dict[Period, list[UsageLine]] = {}
        self.otherwise: dict[Period, str] = {}
        self.budgets: dict[Period, str] = {}
        self.problems: dict[Period, str] = {}
        self.progress: dict[Period, Progress | None] = {}
        self.price_table = ""
        self.read = 0

    def listen(self, commands: UsageCommands) -> None:
        self.commands = commands

    def show_lines(self, period: Period, lines: Sequence[UsageLine], otherwise: str) -> None:
        self.lines[period], self.otherwise[period] = list(lines), otherwise
        self.read += period == "month"

    def show_budget(self, period: Period, text: str) -> None:
        self.budgets[period] = text

    def show_problem(self, period: Period, sentence: str) -> None:
        self.problems[period] = sentence

    def show_progress(self, period: Period, progress: Progress | None) -> None:
        self.progress[period] = progress

    def show_price_table(self, words: str) -> None:
        self.price_table = words


class FakeHistorySettings:
    """The part about the history."""

    def __init__(self) -> None:
        self.is_on = False
        self.limits: dict[Limit, str] = {}
        self.problems: dict[Limit, str] = {}

    def listen(self, commands: HistorySettingsCommands) -> None:
        """There is nobody to press anything."""

    def show_on(self, *, wanted: bool) -> None:
        self.is_on = wanted

    def show_limit(self, limit: Limit, text: str) -> None:
        self.limits[limit] = text

    def show_problem(self, limit: Limit, sentence: str) -> None:
        self.problems[limit] = sentence


class FakeStyle:
    """The part about style. ``shown`` counts how often the instructions were written to."""

    def __init__(self) -> None:
        self.tone: Tone | None = None
        self.instructions = ""
        self.problem = ""
        self.shown = 0

    def listen(self, commands: StyleCommands) -> None:
        """There is nobody to press anything."""

    def show_tone(self, tone: Tone) -> None:
        self.tone = tone

    def show_instructions(self, text: str) -> None:
        self.instructions = text
        self.shown += 1

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence


class FakeLibraryScreen:
    """The page about what is kept of translations."""

    def __init__(self) -> None:
        self.counts: dict[Shelf, str] = {}
        self.questions: dict[Shelf, str] = {}
        self.problems: dict[Shelf, str] = {}

    def listen(self, commands: LibraryCommands) -> None:
        """There is nobody to press anything."""

    def show_count(self, shelf: Shelf, words: str) -> None:
        self.counts[shelf] = words

    def show_question(self, shelf: Shelf, question: str) -> None:
        self.questions[shelf] = question

    def show_problem(self, shelf: Shelf, sentence: str) -> None:
        self.problems[shelf] = sentence


class FakeShortcutsScreen:
    """The page about the global shortcuts. ``problems`` are what is wrong, and the keys that are proposed."""

    def __init__(self) -> None:
        self.way: Way | None = None
        self.keys: dict[Summons, str] = {}
        self.problems: dict[Summons, tuple[str, str]] = {}
        self.resets: dict[Summons, bool] = {}
        self.double_copy = (False, False)
        self.commands_shown: dict[Summons, tuple[str, bool]] = {}

    def listen(self, commands: ShortcutCommands) -> None:
        """There is nobody to press anything."""

    def show_way(self, way: Way) -> None:
        self.way = way

    def show_keys(self, summons: Summons, keys: str) -> None:
        self.keys[summons] = keys

    def show_problem(self, summons: Summons, sentence: str, free: str = "") -> None:
        self.problems[summons] = sentence, free

    def show_reset(self, summons: Summons, *, offered: bool) -> None:
        self.resets[summons] = offered

    def show_double_copy(self, *, wanted: bool, possible: bool) -> None:
        self.double_copy = wanted, possible

    def show_command(self, summons: Summons, command: str, *, copied: bool) -> None:
        self.commands_shown[summons] = command, copied


class FakeTransferScreen:
    """The page about settings as a file."""

    def __init__(self) -> None:
        self.exported = self.imported = ("", "")
        """What was said, and what was wrong."""
        self.changes: list[Change] = []
        self.can_undo = False

    def listen(self, commands: TransferCommands) -> None:
        """There is nobody to press anything."""

    def show_exported(self, sentence: str, problem: str = "") -> None:
        self.exported = sentence, problem

    def show_imported(self, sentence: str, problem: str = "") -> None:
        self.imported = sentence, problem

    def show_changes(self, changes: Sequence[Change]) -> None:
        self.changes = list(changes)

    def offer_undo(self, *, offered: bool) -> None:
        self.can_undo = offered


class FakeDesktopScreen:
    """The page about living on the desktop."""

    def __init__(self) -> None:
        self.on_close: tuple[OnClose, bool] = "ask", False
        self.watching = (False, False)
        self.offers_autostart = False
        self.said: list[tuple[bool, str]] = []
        """What was shown of starting at login: whether it does, and the problem."""

    def listen(self, commands: DesktopCommands) -> None:
        """There is nobody to press anything."""

    def show_on_close(self, on_close: OnClose, *, has_tray: bool) -> None:
        self.on_close = on_close, has_tray

    def offer_autostart(self, *, offered: bool) -> None:
        self.offers_autostart = offered

    def show_autostart(self, *, on: bool, problem: str = "") -> None:
        self.said.append((on, problem))

    def show_watching(self, *, wanted: bool, possible: bool) -> None:
        self.watching = wanted, possible


class FakeSettingsScreen:
    """The window around it."""

    def __init__(self) -> None:
        self.services = FakeServicesScreen()
        self.usage = FakeUsageScreen()
        self.history = FakeHistorySettings()
        self.library = FakeLibraryScreen()
        self.style_part = FakeStyle()
        self.desktop = FakeDesktopScreen()
        self.transfer = FakeTransferScreen()
        self.shortcuts = FakeShortcutsScreen()
        self.commands: GeneralCommands | None = None
        self.while_typing = False
        self.uses_memory = False
        self.second = ("", False)
        self.asked: LanguageTag | str | None = "not asked"
        self.interface_language = ""
        self.appearance: Appearance = "system"
        self.text_size = 0
        self.places = ("", "", "")

    def listen(self, commands: GeneralCommands) -> None:
        self.commands = commands

    def show_while_typing(self, *, wanted: bool) -> None:
        self.while_typing = wanted

    def show_use_memory(self, *, wanted: bool) -> None:
        self.uses_memory = wanted

    def show_second_language(self, name: str, *, chosen: bool) -> None:
        self.second = (name, chosen)

    def ask_language(self, _catalogue: Catalogue, current: LanguageTag | None) -> None:
        self.asked = current

    def show_interface_language(self, language: str) -> None:
        self.interface_language = language

    def show_appearance(self, appearance: Appearance) -> None:
        self.appearance = appearance

    def show_text_size(self, percent: int) -> None:
        self.text_size = percent

    def show_places(self, settings_file: str, draft_file: str, database_file: str) -> None:
        self.places = (settings_file, draft_file, database_file)

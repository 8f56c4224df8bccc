"""A settings window that only remembers what it was told."""

from collections.abc import Sequence

from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.settings import Appearance
from translator.ui.settings.screens import Field, GeneralCommands, ServiceCommands
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
        self.http_allowed = False
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


class FakeSettingsScreen:
    """The window around it."""

    def __init__(self) -> None:
        self.services = FakeServicesScreen()
        self.commands: GeneralCommands | None = None
        self.while_typing = False
        self.second = ("", False)
        self.asked: LanguageTag | str | None = "not asked"
        self.appearance: Appearance = "system"
        self.text_size = 0
        self.places = ("", "")

    def listen(self, commands: GeneralCommands) -> None:
        self.commands = commands

    def show_while_typing(self, *, wanted: bool) -> None:
        self.while_typing = wanted

    def show_second_language(self, name: str, *, chosen: bool) -> None:
        self.second = (name, chosen)

    def ask_language(self, _catalogue: Catalogue, current: LanguageTag | None) -> None:
        self.asked = current

    def show_appearance(self, appearance: Appearance) -> None:
        self.appearance = appearance

    def show_text_size(self, percent: int) -> None:
        self.text_size = percent

    def show_places(self, settings_file: str, draft_file: str) -> None:
        self.places = (settings_file, draft_file)

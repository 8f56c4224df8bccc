"""The services page, without a window: it keeps what is shown."""

from collections.abc import Sequence

from translator.settings import Reasoning
from translator.ui.settings.services.screen import Field, ServiceCommands
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
        self.insisted = 0

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

    def insist_on_key(self) -> None:
        self.insisted += 1

    def forget_key(self) -> None:
        self.typed_key = ""

    def show_removal(self, question: str, problem: str = "") -> None:
        self.question, self.removal_problem = question, problem

    def focus(self, field: Field) -> None:
        self.focused = field

"""What the presenters of the services ask of their page. The real one is a widget; tests have their own."""

from collections.abc import Sequence
from typing import Literal, Protocol

from translator.settings import Reasoning
from translator.ui.vocabulary import Line

Field = Literal[
    "name", "address", "model", "picture_model", "key", "proxy", "headers", "connect", "first_token", "idle", "total",
    "input_price", "output_price",
]  # fmt: skip


class ServiceCommands(Protocol):
    """What the controls of the services page do."""

    def select(self, service_id: str) -> None:
        """Look at this service."""
        ...

    def use(self) -> None:
        """Make the service being looked at the current one."""
        ...

    def add(self, preset_id: str) -> None:
        """Add a service of this kind."""
        ...

    def ask_to_remove(self) -> None:
        """Ask whether to remove the service."""
        ...

    def remove(self) -> None:
        """Remove the service and its key."""
        ...

    def keep(self) -> None:
        """Leave the service where it is."""
        ...

    def change(self, field: Field, text: str) -> None:
        """Take what was typed into a field."""
        ...

    @property
    def address(self) -> "AddressCommands":
        """What is done with its address."""
        ...

    @property
    def models(self) -> "ModelCommands":
        """What it is asked for."""
        ...

    @property
    def key(self) -> "KeyCommands":
        """What is done with its key."""
        ...

    @property
    def tuning(self) -> "TuningCommands":
        """What is seldom set of it."""
        ...


class AddressCommands(Protocol):
    """What is done with the address, but for typing it."""

    def allow_http(self, allowed: bool) -> None:
        """Let text travel unencrypted to this service, or no longer."""
        ...


class ModelCommands(Protocol):
    """What the service is asked."""

    def fetch(self) -> None:
        """Ask for the models to choose from."""
        ...

    def test(self) -> None:
        """See whether the service answers."""
        ...


class KeyCommands(Protocol):
    """What is done with the key."""

    def store(self, key: str) -> None:
        """Keep this key in the keyring."""
        ...

    def keep_for_session(self, key: str) -> None:
        """Keep this key in memory."""
        ...

    def delete(self) -> None:
        """Remove the key."""
        ...


class TuningCommands(Protocol):
    """What is seldom set, and not typed."""

    def choose_reasoning(self, reasoning: Reasoning) -> None:
        """Ask reasoning models to think so much."""
        ...

    def mask_private(self, wanted: bool) -> None:
        """Keep e-mail addresses, numbers and keys on this computer, or no longer."""
        ...


class ServicesScreen(Protocol):
    """The services page."""

    def listen(self, commands: ServiceCommands) -> None:
        """Let the controls do this."""
        ...

    def show_services(self, lines: Sequence[Line], selected: str) -> None:
        """Show the services, with this one selected."""
        ...

    def show_actions(self, *, use: bool, remove: bool) -> None:
        """Offer to use or to remove the selected service, or not."""
        ...

    def show_form(self, heading: str, *, editable: bool, key_page: str) -> None:
        """Show the fields of a service under its name, or that it has none; and where its keys are made, if known."""
        ...

    def show_field(self, field: Field, text: str) -> None:
        """Show this in a field."""
        ...

    def show_placeholder(self, field: Field, words: str) -> None:
        """Say in an empty field what holds then."""
        ...

    def show_allow_http(self, *, allowed: bool) -> None:
        """Show whether unencrypted text is allowed."""
        ...

    def show_exposure(self, sentence: str) -> None:
        """Warn of what travels unencrypted; nothing if empty."""
        ...

    def show_reasoning(self, reasoning: Reasoning) -> None:
        """Show how much reasoning models are asked to think."""
        ...

    def show_masking(self, *, wanted: bool) -> None:
        """Show whether private pieces of a text are kept on this computer."""
        ...

    def show_price_of(self, model: str, hint: str) -> None:
        """Say which model's price is in the fields; no price can be entered where it is empty."""
        ...

    def show_problem(self, field: Field, sentence: str) -> None:
        """Say what is wrong with a field; nothing if empty."""
        ...

    def show_models(self, names: Sequence[str], said: str) -> None:
        """Offer these models, and say something about them."""
        ...

    def show_test(self, sentence: str, outcome: Literal["success", "error", "hint"]) -> None:
        """Say what came of the test; nothing if empty."""
        ...

    def show_key(self, status: str, *, stored: bool, storing: bool) -> None:
        """Say where the key comes from, whether there is one to replace or delete, and whether one is being stored."""
        ...

    def offer_session(self, *, offered: bool) -> None:
        """Offer to use the key for this session, or not."""
        ...

    def forget_key(self) -> None:
        """Empty the key field."""
        ...

    def insist_on_key(self) -> None:
        """Show the key field, also where the user has gone elsewhere, or closed the window."""
        ...

    def show_removal(self, question: str, problem: str = "") -> None:
        """Ask whether to remove the service, and say what kept it from going; no question if empty."""
        ...

    def focus(self, field: Field) -> None:
        """Put the caret into a field."""
        ...

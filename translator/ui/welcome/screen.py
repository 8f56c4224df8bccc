"""What the first run asks of its panel, and what the panel asks in return."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

WayOn = Literal["", "session", "unchecked"]
"""What is offered where a key was not stored, or not found to work: this session alone, or not to check it."""

KeyState = Literal["resting", "storing", "checking"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A local server that can be chosen: its preset's id, the words on its button, and whether it can translate."""

    preset_id: str
    words: str
    usable: bool = True


class WelcomeCommands(Protocol):
    """What the panel's controls do."""

    def store_key(self, key: str) -> None:
        """Keep this key and translate with OpenAI."""
        ...

    def keep_key_for_session(self) -> None:
        """Translate with the key in the field, without the keyring."""
        ...

    def use_unchecked(self) -> None:
        """Use the key that could not be checked, or not yet."""
        ...

    def use_environment_key(self) -> None:
        """Translate with the key that the environment holds."""
        ...

    def choose_local_server(self, preset_id: str) -> None:
        """Translate with this server."""
        ...

    def choose_demo(self) -> None:
        """Translate with the demo."""
        ...

    def set_while_typing(self, wanted: bool) -> None:
        """Translate while one types, or not."""
        ...


class WelcomeScreen(Protocol):
    """The panel. The real one is ``WelcomePanel``."""

    def listen(self, commands: WelcomeCommands) -> None:
        """Let the controls do this."""
        ...

    def key(self) -> str:
        """Return what is in the key field."""
        ...

    def forget_key(self) -> None:
        """Empty the key field."""
        ...

    def show_cost(self, sentence: str) -> None:
        """Say what checking a key takes."""
        ...

    def show_state(self, state: KeyState) -> None:
        """Show what is being done with the key."""
        ...

    def show_key_problem(self, sentence: str, way_on: WayOn = "", topic: str = "") -> None:
        """Say what is wrong with the key, the keyring or the service; nothing if empty. Offer a way on, if any.

        ``topic`` is that of the guide which says more.
        """
        ...

    def offer_environment_key(self) -> None:
        """Say that the environment holds a key, and offer it."""
        ...

    def show_local_servers(self, sentence: str, offers: Sequence[Offer]) -> None:
        """Say which servers run here, and offer them."""
        ...

    def show_while_typing(self, *, wanted: bool) -> None:
        """Show whether texts are translated while one types."""
        ...

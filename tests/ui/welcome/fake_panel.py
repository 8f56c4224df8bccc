"""A panel that only remembers what it was told."""

from collections.abc import Sequence

from translator.ui.welcome.screen import KeyState, Offer, WayOn, WelcomeCommands


class FakePanel:
    """Its attributes are what a user would see."""

    def __init__(self) -> None:
        self.commands: WelcomeCommands | None = None
        self.typed = ""
        self.cost = ""
        self.state: KeyState = "resting"
        self.problem = ""
        self.way_on: WayOn = ""
        self.topic = ""
        self.offers_environment = False
        self.servers = ""
        self.offers: list[Offer] = []
        self.while_typing = False

    def listen(self, commands: WelcomeCommands) -> None:
        self.commands = commands

    def key(self) -> str:
        return self.typed

    def forget_key(self) -> None:
        self.typed = ""

    def show_cost(self, sentence: str) -> None:
        self.cost = sentence

    def show_state(self, state: KeyState) -> None:
        self.state = state

    def show_key_problem(self, sentence: str, way_on: WayOn = "", topic: str = "") -> None:
        self.problem, self.way_on, self.topic = sentence, way_on, topic

    def offer_environment_key(self) -> None:
        self.offers_environment = True

    def show_local_servers(self, sentence: str, offers: Sequence[Offer]) -> None:
        self.servers, self.offers = sentence, list(offers)

    def show_while_typing(self, *, wanted: bool) -> None:
        self.while_typing = wanted

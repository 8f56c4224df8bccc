"""The services page's presenter among fakes."""

import asyncio

from tests.fakes.engines import FakeEngines
from tests.fakes.key_store import FakeKeyStore
from tests.ui.settings.fake_screens import FakeServicesScreen
from translator.engines.address import check_address
from translator.settings import Service, Settings
from translator.ui.preferences import Preferences
from translator.ui.settings.services_presenter import ServicesPresenter

OPENAI = Service("openai", "OpenAI", "openai", "https://api.openai.com/v1", "gpt-x")
OLLAMA = Service("ollama", "Ollama", "ollama", "http://127.0.0.1:11434/v1", "gemma3")


class Room:
    """Two services, OpenAI in use, and the page open."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.screen = FakeServicesScreen()
        self.preferences = Preferences(settings or Settings("openai", (OPENAI, OLLAMA)), lambda _: None)
        self.keys = FakeKeyStore({"openai": "sk-old"})
        self.engines = FakeEngines()
        self.presenter = ServicesPresenter(self.screen, self.preferences, self.keys, self.engines, check_address)

    async def open(self) -> None:
        """Open the page and wait until it has said all it knows."""
        self.presenter.show_current()
        await settle()

    @property
    def service(self) -> Service:
        """The service that is selected, as it is kept."""
        found = self.preferences.settings.find(self.screen.selected)
        assert found is not None
        return found


async def settle() -> None:
    """Let everything that can go on do so."""
    for _ in range(12):
        await asyncio.sleep(0)

"""The services page's presenter among fakes."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from tests.fakes.engines import FakeEngines
from tests.fakes.key_store import FakeKeyStore
from tests.support.waiting import settle
from tests.ui.settings.services.fake_screen import FakeServicesScreen
from translator.engines.network.address import check_address
from translator.host import host_of, is_loopback
from translator.settings import Budget, Deadlines, Price, Service, Settings
from translator.translation.spending.saved import SavedRecord, SavedTotal
from translator.translation.spending.usage import Spending, UsageRecord, UsageTotal
from translator.ui.preferences import Preferences
from translator.ui.settings.figures import Figures
from translator.ui.settings.services.presenter import ServicesPresenter

OPENAI = Service("openai", "OpenAI", "openai", "https://api.openai.com/v1", "gpt-x")
OLLAMA = Service("ollama", "Ollama", "ollama", "http://127.0.0.1:11434/v1", "gemma3")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class FakeUsage:
    """Usage as a test sets it: ``month``, and ``day`` of it. ``gate``, where it is set, holds up the answer."""

    def __init__(self) -> None:
        self.day: list[UsageTotal] = []
        self.month: list[UsageTotal] = []
        self.day_saved = self.month_saved = SavedTotal()
        self.spent = Spending(0, 0, Budget())
        self.gate: asyncio.Event | None = None
        self.asked: list[datetime] = []
        self.listeners: list[Callable[[UsageRecord | SavedRecord], None]] = []

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        self.asked.append(since)
        if self.gate is not None:
            await self.gate.wait()
        return list(self.day if since.astimezone().day == NOON.astimezone().day else self.month)

    async def saved(self, since: datetime) -> SavedTotal:
        return self.day_saved if since.astimezone().day == NOON.astimezone().day else self.month_saved

    async def spending(self) -> Spending:
        return self.spent

    def listen(self, listener: Callable[[UsageRecord | SavedRecord], None]) -> None:
        self.listeners.append(listener)


def make_figures(usage: FakeUsage | None = None) -> Figures:
    """Figures in which gpt-x costs something, and servers on this computer may take longer to begin."""

    def price_of(service: Service, model: str) -> Price | None:
        own = dict(service.prices).get(model)
        return own or (Price(0.15, 0.6) if model == "gpt-x" else None)

    def deadlines(service: Service) -> Deadlines:
        return Deadlines(10, 300 if is_loopback(host_of(service.base_url)) else 60, 30, 600)

    return Figures(usage or FakeUsage(), price_of, date(2026, 11, 20), deadlines, lambda: NOON)


class Room:
    """Two services, OpenAI in use, and the page open."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.screen = FakeServicesScreen()
        self.preferences = Preferences(settings or Settings("openai", (OPENAI, OLLAMA)), lambda _: None)
        self.keys = FakeKeyStore({"openai": "sk-old"})
        self.engines = FakeEngines()
        self.presenter = ServicesPresenter(
            self.screen, self.preferences, self.keys, self.engines, check_address, make_figures()
        )

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

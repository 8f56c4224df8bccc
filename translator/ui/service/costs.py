"""What translating costs with the service and the model in use."""

from collections.abc import Callable

from translator.settings import Price, Service
from translator.translation.spending.estimate import Estimate, cost_of


class ServiceCosts:
    """Implements ``ports.Costs``. ``service`` returns the service in use; ``price_of`` what a model of it costs."""

    def __init__(self, service: Callable[[], Service], price_of: Callable[[Service, str], Price | None]) -> None:
        self._service = service
        self._price_of = price_of

    def cost_of(self, estimate: Estimate) -> float | None:
        """Return what so many tokens cost in US dollars: nothing in the demo, None where the price is not known."""
        service = self._service()
        if service.is_demo:
            return 0
        return cost_of(self._price_of(service, service.model), estimate.input_tokens, estimate.output_tokens)

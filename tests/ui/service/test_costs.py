"""What a text will cost, with whatever service is in use."""

from translator.settings import DEMO, Price, Service
from translator.translation.spending.estimate import Estimate
from translator.ui.service.costs import ServiceCosts

FAR = Service("far", "Far", model="m")
ESTIMATE = Estimate(2, 1_000_000, 500_000)


def test_the_price_is_that_of_the_service_and_its_model() -> None:
    asked = []

    def price_of(service: Service, model: str) -> Price:
        asked.append((service, model))
        return Price(2, 8)

    assert ServiceCosts(lambda: FAR, price_of).cost_of(ESTIMATE) == 6
    assert asked == [(FAR, "m")]


def test_an_unknown_price_makes_no_estimate() -> None:
    assert ServiceCosts(lambda: FAR, lambda _service, _model: None).cost_of(ESTIMATE) is None


def test_the_demo_costs_nothing() -> None:
    assert ServiceCosts(lambda: DEMO, lambda _service, _model: None).cost_of(ESTIMATE) == 0

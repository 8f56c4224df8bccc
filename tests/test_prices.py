"""What a model costs, where that is known, and how a cost is shown."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from translator.assets import resources
from translator.presets import PRESETS
from translator.prices import Prices, PricesUnreadable, format_cost
from translator.settings import DEMO, Price, Service

TABLE = resources() / "prices.json"
MINI = Price(0.75, 4.5)


@pytest.fixture(scope="module")
def prices() -> Prices:
    return Prices.load(TABLE)


def at(url: str, preset: str = "custom", **prices: Price) -> Service:
    return Service("s", "S", preset, url, prices=tuple(prices.items()))


OPENAI = at("https://api.openai.com/v1")


def test_the_table_is_small_and_says_of_what_day_it_is_and_whose_figures_they_are(prices: Prices) -> None:
    table = json.loads(TABLE.read_bytes())
    assert TABLE.stat().st_size < 40_000
    assert prices.as_of is not None
    assert prices.as_of >= date(2026, 11, 22)
    assert re.fullmatch(r"genai-prices \d+\.\d+\.\d+", table["source"])
    assert "MIT" in table["notice"]
    assert "Pydantic Services Inc." in (resources() / "prices.LICENSE").read_text(encoding="utf-8")


def test_every_price_in_the_table_is_a_plausible_one() -> None:
    for service in json.loads(TABLE.read_bytes())["services"]:
        for name, (read, written) in service["models"].items():
            assert 0 < read <= written < 1_000, name
            assert name == name.casefold()


@pytest.mark.parametrize("preset", [p for p in PRESETS if not p.is_local], ids=lambda preset: preset.id)
def test_the_first_choices_of_every_paid_service_have_a_price(prices: Prices, preset) -> None:
    service = Service(preset.id, preset.name, preset.id, preset.base_url.replace("YOUR-RESOURCE", "our"))
    for name in preset.preferred_models[:2]:
        assert prices.price_of(service, name.strip("*")), name


@pytest.mark.parametrize("name", ["gpt-5.4-mini", "gpt-5.4-mini-2026-03-17", "GPT-5.4-Mini"])
def test_a_dated_snapshot_costs_what_its_model_costs(prices: Prices, name: str) -> None:
    assert prices.price_of(OPENAI, name) == MINI


def test_a_snapshot_with_a_price_of_its_own_has_that(prices: Prices) -> None:
    assert prices.price_of(OPENAI, "gpt-4o-2024-05-13") == Price(5, 15)
    assert prices.price_of(OPENAI, "gpt-4o-2024-11-20") == Price(2.5, 10)


def test_another_month_of_mistral_is_another_model(prices: Prices) -> None:
    mistral = at("https://api.mistral.ai/v1")
    assert prices.price_of(mistral, "mistral-small-2603")
    assert prices.price_of(mistral, "mistral-small-2699") is None


def test_names_with_the_vendor_are_openrouters_and_names_with_models_are_geminis(prices: Prices) -> None:
    router = at("https://openrouter.ai/api/v1")
    assert prices.price_of(router, "openai/gpt-5.4-mini") == MINI
    assert prices.price_of(router, "gpt-5.4-mini") is None
    assert prices.price_of(router, "openai/gpt-5.4-mini:free") is None
    assert prices.price_of(OPENAI, "openai/gpt-5.4-mini") is None
    gemini = at("https://generativelanguage.googleapis.com/v1beta/openai")
    assert prices.price_of(gemini, "models/gemini-3.5-flash-lite") == Price(0.3, 2.5)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:11434/v1",
        "https://gateway.example/v1",
        "https://api.openai.com.example/v1",
        "https://notapi.openai.com/v1",
        "not an address",
        "http://[",
        "",
    ],
)
def test_a_host_that_is_not_known_has_no_price_whatever_it_calls_its_model(prices: Prices, url: str) -> None:
    assert prices.price_of(at(url), "gpt-5.4-mini") is None


def test_the_address_and_not_the_preset_says_whose_price_it_is(prices: Prices) -> None:
    assert prices.price_of(at("", "openai"), "gpt-5.4-mini") == MINI
    assert prices.price_of(at("http://127.0.0.1:1/v1", "openai"), "gpt-5.4-mini") is None


def test_an_unknown_model_and_the_demo_have_no_price(prices: Prices) -> None:
    assert prices.price_of(OPENAI, "gpt-99") is None
    assert prices.price_of(OPENAI, "ft:gpt-4o-mini-2024-07-18:us::x") is None
    assert prices.price_of(OPENAI, "") is None
    assert prices.price_of(DEMO, DEMO.model) is None


def test_the_users_own_price_goes_first_also_where_it_is_nothing(prices: Prices) -> None:
    own = at("https://api.openai.com/v1", **{"gpt-5.4-mini": Price(0, 0), "House-Model": Price(1, 2)})
    assert prices.price_of(own, "gpt-5.4-mini") == Price(0, 0)
    assert prices.price_of(own, "gpt-5.4-mini-2026-03-17") == Price(0, 0)
    assert prices.price_of(own, "house-model") == Price(1, 2)
    assert prices.price_of(own, "gpt-5.4-nano") == Price(0.2, 1.25)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"as_of": "soon", "services": []}',
        '{"as_of": "2026-11-22", "services": [{}]}',
        '{"as_of": "2026-11-22", "services": [{"hosts": [], "models": {"m": [1]}}]}',
        '{"as_of": "2026-11-22", "services": [{"hosts": [], "models": {"m": ["x", 1]}}]}',
        '{"as_of": "2026-11-22", "services": [{"hosts": [], "models": []}]}',
    ],
)
def test_a_table_that_is_none_is_a_typed_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "prices.json"
    path.write_text(content)
    with pytest.raises(PricesUnreadable):
        Prices.load(path)


@pytest.mark.parametrize("content", [None, "not a table"])
def test_without_a_table_the_users_own_prices_are_all_that_is_known(
    tmp_path: Path, content: str | None, expected_log: Callable[[str], None]
) -> None:
    expected_log("WARNING translator.prices: The table of prices could not be read")
    path = tmp_path / "prices.json"
    if content is not None:
        path.write_text(content)
    prices = Prices.load_or_do_without(path)
    assert prices.as_of is None
    assert prices.price_of(OPENAI, "gpt-5.4-mini") is None
    assert prices.price_of(at("https://x.example/v1", m=MINI), "m") == MINI


@pytest.mark.parametrize(
    ("cost", "shown"),
    [
        (None, "–"),
        (0, "$0.00"),
        (0.00001, "< $0.0001"),
        (0.0001, "$0.0001"),
        (0.00123, "$0.0012"),
        (0.0123, "$0.012"),
        (0.5, "$0.500"),
        (1.234, "$1.23"),
        (1234.5, "$1,234.50"),
    ],
)
def test_a_cost_is_shown_as_exactly_as_it_matters(cost: float | None, shown: str) -> None:
    assert format_cost(cost) == shown

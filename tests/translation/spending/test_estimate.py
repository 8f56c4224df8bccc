import pytest

from translator.language.tag import LanguagePair, LanguageTag
from translator.settings import Price
from translator.text.blocks import cut
from translator.text.tokens import estimate_tokens
from translator.translation.prompting.plan import plan_requests
from translator.translation.prompting.prompt import make_prompt
from translator.translation.spending.estimate import Estimate, cost_of, estimate

LANGUAGES = LanguagePair(LanguageTag.parse("de"), LanguageTag.parse("pt-BR"))
SENTENCES = ["Ein Satz.", "Und noch einer, der länger ist als jener.", "Übrigens: dieser auch!", "Ist es gut so?"]


def planned(text: str) -> tuple[int, int]:
    """Return how many requests there will be, and the tokens in them."""
    blocks = cut(text).blocks
    prompts = [
        make_prompt(LANGUAGES, [blocks[index].text for index in request], names=lambda _: "Portuguese (Brazil)")
        for request in plan_requests(blocks)
    ]
    return len(prompts), sum(estimate_tokens(prompt.system) + estimate_tokens(prompt.user) for prompt in prompts)


@pytest.mark.parametrize(
    "text",
    [
        "Hallo",
        "Hallo Welt,\n\nwie geht es dir?\n",
        "\n".join(SENTENCES * 50),
        "\r\n\r\n".join([" ".join(SENTENCES * 3)] * 60),
        " ".join(f"{sentence} {number}" for number in range(400) for sentence in SENTENCES),
        "a b\n" * 3000,
        "文字文字文。\n" * 500 + "\n".join(SENTENCES * 100),
    ],
)
def test_it_is_about_what_will_be_sent(text):
    requests, tokens = planned(text)
    found = estimate(text)
    assert 0.9 * requests <= found.requests <= 1.5 * requests + 1
    assert 0.99 * tokens <= found.input_tokens <= 1.25 * tokens + 20


def test_the_translation_is_about_as_long_as_the_text():
    text = "\n".join(SENTENCES * 50)
    assert estimate(text).output_tokens == estimate_tokens(text)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_nothing_takes_nothing(text):
    assert estimate(text) == Estimate(0, 0, 0)


def test_cost_is_by_the_million_tokens():
    assert cost_of(Price(0.5, 2), 1_000_000, 250_000) == 1.0
    assert cost_of(Price(0, 0), 10, 10) == 0


def test_where_there_is_no_price_there_is_no_cost():
    assert cost_of(None, 10, 10) is None

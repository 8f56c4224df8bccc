"""What pictures are in tokens, by what services publish."""

import pytest

from translator.translation.pictures.tokens import MOST_READ, picture_tokens, written_tokens


@pytest.mark.parametrize(
    ("model", "size", "tokens"),
    [
        # The examples of OpenAI's guide.
        ("gpt-4o", (1024, 1024), 765),
        ("gpt-4o-2024-11-20", (2048, 4096), 1105),
        ("gpt-4o-mini", (2048, 4096), 2_833 + 6 * 5_667),
        ("o3", (1024, 1024), 75 + 4 * 150),
        ("gpt-5", (1024, 1024), 70 + 4 * 140),
        ("gpt-5.1", (512, 512), 70 + 140),
        ("gpt-4.1-mini", (1024, 1024), 1_659),
        ("gpt-5-nano", (1024, 1024), 2_520),
        ("o4-mini", (4096, 4096), 2_642),
        ("openai/gpt-5.6", (1024, 1024), 1_229),
        ("gpt-6-astra", (4096, 4096), 3_000),
        # Google's.
        ("gemini-2.5-flash", (384, 384), 258),
        ("gemini-2.5-flash", (960, 540), 6 * 258),
        ("models/gemini-2.5-pro", (2048, 1536), 6 * 258),
        ("gemini-3-flash", (960, 540), 1_120),
        # Patches.
        ("claude-opus-4-8", (1000, 1000), 36 * 36),
        ("claude-opus-4-8", (4000, 4000), 4_784),
        ("Qwen/Qwen3-VL-8B", (640, 320), 200),
        ("qwen2.5vl:7b", (560, 280), 200),
        ("pixtral-large", (560, 280), 200),
        ("", (560, 280), 200),
    ],
)
def test_a_picture_is_counted_as_its_service_counts_it(model: str, size: tuple[int, int], tokens: int) -> None:
    assert picture_tokens(*size, model) == tokens


def test_no_formula_comes_near_the_most_that_is_believed() -> None:
    models = ("gpt-4o-mini", "gpt-4.1-nano", "gpt-6", "claude", "qwen3", "x")
    assert all(picture_tokens(2048, 1536, model) < MOST_READ for model in models)


def test_the_text_in_a_picture_is_reckoned_by_its_size_within_bounds() -> None:
    assert written_tokens(1, 1) == 50
    assert written_tokens(1280, 1000) == 1000
    assert written_tokens(10_000, 10_000) == 4_000

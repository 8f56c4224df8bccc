"""Estimate how many tokens a picture is to a model, and how many the text in it may be.

From what services publish, looked up on 2026-11-23: OpenAI's guide "Images and vision" (tiles of 512 pixels after
fitting the picture into 2,048 pixels a side and its shorter side into 768, or patches of 32 pixels, times a factor);
Google's "Understand and count tokens" and "Media resolution"; Anthropic's "Vision" (patches of 28 pixels); Alibaba's
"Visual understanding" (patches of 28 pixels, 32 from Qwen3-VL on). Whatever else there is has mostly patches of 14
pixels, four of them joined to one token, as Qwen2.5-VL and Pixtral's successors have: patches of 28.
"""

import re
from collections.abc import Callable
from math import ceil, floor

MOST_READ = 100_000
"""No service takes more for one picture: gpt-4o-mini, the dearest, comes to 48,169 tokens for eight tiles."""

_MOST_WRITTEN = 4_000
_LEAST_WRITTEN = 50
# A letter of a text on a screen takes about 8 x 20 pixels, four letters are a token, half of a picture is text.
_PIXELS_PER_TOKEN = 8 * 20 * 4 * 2

_TILE = 512
_SIDE = 2_048
_SHORT_SIDE = 768

_Formula = Callable[[int, int], float]


def picture_tokens(width: int, height: int, model: str) -> int:
    """Return about how many tokens a picture of this size, in pixels, is to the model."""
    name = model.casefold().rpartition("/")[2]
    formula = next((formula for family, formula in _FAMILIES if family.match(name)), _patches(28))
    return ceil(formula(width, height))


def written_tokens(width: int, height: int) -> int:
    """Return about how many tokens the text in a picture of this size is; rather too many than too few."""
    return min(_MOST_WRITTEN, max(_LEAST_WRITTEN, width * height // _PIXELS_PER_TOKEN))


def _patches(size: int, times: float = 1, most: int = 16_384) -> _Formula:
    """Return the formula for square patches; a picture of more than ``most`` is made smaller by the service."""

    def tokens(width: int, height: int) -> float:
        return min(most, ceil(width / size) * ceil(height / size)) * times

    return tokens


def _tiles(base: int, each: int) -> _Formula:
    """Return OpenAI's older formula."""

    def tokens(width: int, height: int) -> float:
        factor = min(1.0, _SIDE / max(width, height))
        factor = min(factor, _SHORT_SIDE / min(width, height))
        return base + each * ceil(width * factor / _TILE) * ceil(height * factor / _TILE)

    return tokens


def _gemini(width: int, height: int) -> float:
    """Return what Gemini 2 takes: 258 for a small picture, and for each crop of a larger one."""
    if max(width, height) <= 384:
        return 258
    crop = min(768, max(256, floor(min(width, height) / 1.5)))
    return 258 * ceil(width / crop) * ceil(height / crop)


def _gemini_3(_width: int, _height: int) -> float:
    return 1_120


# The first that fits the model's name, which is what follows the last slash, in lower case.
_FAMILIES: tuple[tuple[re.Pattern[str], _Formula], ...] = (
    (re.compile(r"gpt-4o-mini"), _tiles(2_833, 5_667)),
    (re.compile(r"gpt-4\.1-mini|gpt-5(-\d\d\d\d.*)?-mini"), _patches(32, 1.62, 1_536)),
    (re.compile(r"gpt-4\.1-nano|gpt-5-nano"), _patches(32, 2.46, 1_536)),
    (re.compile(r"o4-mini"), _patches(32, 1.72, 1_536)),
    (re.compile(r"gpt-4|chatgpt-4"), _tiles(85, 170)),
    (re.compile(r"o[13]\b"), _tiles(75, 150)),
    (re.compile(r"gpt-5(\.1)?(?![.\d])"), _tiles(70, 140)),
    (re.compile(r"gpt-"), _patches(32, 1.2, 2_500)),
    (re.compile(r"gemini-([3-9]|flash|pro)"), _gemini_3),
    (re.compile(r"gemini"), _gemini),
    (re.compile(r"claude"), _patches(28, most=4_784)),
    (re.compile(r"qwen-?(3|\d{2})|qwen-vl"), _patches(32)),
)

"""Every pair of colours that meet can be told apart (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest

from translator.ui.look.tokens import DARK, LIGHT, Colours

TEXT, LINE = 4.5, 3.0

# What is read, and on what.
TEXTS = {
    "text": "canvas surface raised hover link selection accent_soft error_soft warning_soft success_soft",
    "text_2": "canvas surface raised hover",
    "text_3": "canvas surface raised",
    "on_accent": "accent accent_hover accent_pressed",
    "accent_text": "canvas surface raised hover accent_soft",
    "error": "surface error_soft",
    "warning": "surface warning_soft",
    "success": "surface success_soft",
}
# What is seen, and beside what.
LINES = {
    "border_strong": "canvas surface raised",
    "accent": "canvas surface",
    "link_line": "surface link",
    "error_line": "surface error_soft link",
    "warning_line": "surface warning_soft link",
    "success_line": "surface success_soft",
    "scrollbar": "surface canvas",
    "focus": "surface canvas raised",
}


def luminance(colour: str) -> float:
    """Return the relative luminance of an sRGB colour, 0 to 1."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(above, below) for above, grounds in table.items() for below in grounds.split()]


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("above", "below"), pairs(TEXTS))
def test_text_can_be_read(colours: Colours, above: str, below: str) -> None:
    assert contrast(getattr(colours, above), getattr(colours, below)) >= TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("above", "below"), pairs(LINES))
def test_lines_can_be_seen(colours: Colours, above: str, below: str) -> None:
    assert contrast(getattr(colours, above), getattr(colours, below)) >= LINE

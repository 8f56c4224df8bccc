"""Every pair of colours that meet can be told apart (WCAG 2.2 AA, 1.4.3 and 1.4.11).

The style sheet's own pairs are read from it; those that are painted are listed here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator.ui.look.stylesheet import stylesheet
from translator.ui.look.tokens import DARK, LIGHT, Colours, with_more_contrast

TEXT, LINE = 4.5, 3.0

THEMES = {
    "light": LIGHT, "dark": DARK,
    "light, more contrast": with_more_contrast(LIGHT), "dark, more contrast": with_more_contrast(DARK),
}  # fmt: skip

# What is read, and on what.
TEXTS = {
    "text": "canvas surface raised hover pressed link selection accent_soft error_soft warning_soft success_soft",
    "text_2": "canvas surface raised hover pressed accent_soft",
    "text_3": "canvas surface raised",
    "on_accent": "accent accent_hover accent_pressed",
    "accent_text": "canvas surface raised hover pressed accent_soft error_soft warning_soft",
    "error": "canvas surface hover pressed error_soft",
    "warning": "surface warning_soft",
    "success": "canvas surface success_soft",
}
# What is seen, and beside what. Icons are in the colours of words.
LINES = {
    "border_strong": "canvas surface raised hover",
    "accent": "canvas surface raised",
    "link_line": "surface link",
    "error_line": "canvas surface error_soft link",
    "warning_line": "canvas surface warning_soft link",
    "success_line": "canvas surface success_soft",
    "scrollbar": "surface canvas",
    "focus": "surface canvas raised hover pressed accent_soft error_soft warning_soft",
    "ring_on_accent": "accent",
}
# Nothing is read or found by these: what is disabled, hairlines between what stands apart anyway, and bars that stand
# in for words to come (WCAG exempts them).
DECORATION = {"disabled", "border", "skeleton"}
GROUNDS = {"canvas", "surface", "raised", "hover", "pressed", "selection", "link"} | {
    name for name in Colours._fields if name.endswith("_soft")
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


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("above", "below"), pairs(TEXTS))
def test_text_can_be_read(colours: Colours, above: str, below: str) -> None:
    assert contrast(getattr(colours, above), getattr(colours, below)) >= TEXT


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("above", "below"), pairs(LINES))
def test_lines_can_be_seen(colours: Colours, above: str, below: str) -> None:
    assert contrast(getattr(colours, above), getattr(colours, below)) >= LINE


@pytest.mark.parametrize("colours", [with_more_contrast(LIGHT), with_more_contrast(DARK)], ids=["light", "dark"])
def test_more_contrast_leaves_nothing_faint(colours: Colours) -> None:
    """WCAG's level AAA for whatever is read in the colours of words, and edges where there were hairlines."""
    for above in ("text", "text_2", "text_3"):
        for below in ("canvas", "surface", "raised", "hover"):
            assert contrast(getattr(colours, above), getattr(colours, below)) >= 7
    for edge in ("border", "border_strong", "disabled"):
        assert contrast(getattr(colours, edge), colours.surface) >= LINE


# What the style sheet says


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each selector with its properties; colours are named instead of written."""
    named = Colours(*Colours._fields)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(named, 1)):
        properties = dict(re.findall(r"([\w-]+):\s*([^;]+);", body))
        for selector in selectors.split(","):
            yield " ".join(selector.split()), properties


def _colour_in(value: str) -> str:
    return next((word for word in value.split() if word in Colours._fields), "")


def written_pairs() -> list[tuple[str, str, str]]:
    """Return every selector with the colours of its words and its ground, as far as both are said."""
    said: dict[str, tuple[str, str]] = {}
    found = []
    for selector, properties in rules():
        base = re.sub(r"(?<!:):[\w-]+", "", selector)
        narrower = [base, re.sub(r"\[[^]]*\]$", "", base), re.sub(r"\[[^]]*\]", "", base)]
        inherited = next((said[each] for each in narrower if each in said), ("", ""))
        words = _colour_in(properties.get("color", "")) or inherited[0]
        ground = _colour_in(properties.get("background", "")) or inherited[1]
        if properties.get("background", "") in ("transparent", "none"):
            ground = ""
        if selector == base:
            said[selector] = (words, ground)
        if words and ground and ":disabled" not in selector:
            found.append((selector, words, ground))
        if (chosen := _colour_in(properties.get("selection-background-color", ""))) and "selection-color" in properties:
            found.append((selector, _colour_in(properties["selection-color"]), chosen))
    return found


@pytest.mark.parametrize(("selector", "words", "ground"), written_pairs())
def test_what_the_style_sheet_puts_together_is_measured(selector: str, words: str, ground: str) -> None:
    assert ground in TEXTS[words].split(), selector


def test_the_style_sheet_was_understood() -> None:
    found = written_pairs()
    assert ("QPushButton:pressed", "text", "pressed") in found
    assert ('QPushButton[kind="primary"]:hover', "on_accent", "accent_hover") in found
    assert ("QLineEdit", "text", "selection") in found


def test_every_colour_that_is_painted_is_measured() -> None:
    """Whatever a widget or an icon is drawn in stands in one of the tables, or is nothing that one has to see."""
    package = Path(__file__).parents[3] / "translator" / "ui"
    calls = re.compile(r'(?:\.colour\(|(?:pixmap|icon|IconLabel)\([^()"]*"[a-z_]+",[^()"]*)"([a-z_0-9]+)"')
    painted = {name for path in package.rglob("*.py") for name in calls.findall(path.read_text("utf-8"))}
    painted &= set(Colours._fields)

    assert len(painted) > 10
    assert painted <= TEXTS.keys() | LINES.keys() | DECORATION | GROUNDS

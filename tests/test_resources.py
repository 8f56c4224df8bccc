import json
import re
from xml.etree import ElementTree as ET

import pytest

from translator.assets import resources
from translator.language.tag import LanguageTag

SVG = "{http://www.w3.org/2000/svg}"
ICONS = sorted((resources() / "icons").glob("*.svg"))
GLYPHS = [path for path in ICONS if path.stem not in ("app", "app_small")]
# The icons that the design names and the app shows, so that one left out is told.
NAMED = """
    swap detect region arrow_right chevron_down chevron_right copy check close paste open_file save speak stop settings
    history more pin pin_on open_window replace search warning error info memory refresh key server demo lock eye
    eye_off globe keyboard appearance glossary services edit star trash plus import export
"""
DRAWN = {"svg", "path", "circle", "rect"}
LANGUAGES = json.loads((resources() / "languages.json").read_bytes())
ENTRIES = LANGUAGES["languages"]


def elements(path):
    return list(ET.fromstring(path.read_text(encoding="utf-8")).iter())


def colours(element):
    return {element.get(name) for name in ("fill", "stroke")} - {None, "none"}


def test_every_icon_of_the_design_is_drawn():
    assert set(NAMED.split()) | {"app", "app_small"} <= {path.stem for path in ICONS}


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_a_small_drawing_and_nothing_else(path):
    assert path.stat().st_size < 1536
    assert {element.tag.removeprefix(SVG) for element in elements(path)} <= DRAWN
    names = {name for element in elements(path) for name in element.attrib}
    assert not [name for name in names if name == "style" or "href" in name or name.startswith("on")]


@pytest.mark.parametrize("path", GLYPHS, ids=lambda path: path.stem)
def test_an_icon_stands_on_the_grid_and_carries_the_one_colour_that_is_replaced(path):
    root = elements(path)[0]

    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke-width") == "1.75"
    assert set().union(*(colours(element) for element in elements(path))) == {"#000000"}
    assert set(re.findall(r"#\w+|rgb|currentColor|url", path.read_text(encoding="utf-8"))) == {"#000000"}


def test_at_least_a_hundred_languages_are_offered_once_each():
    tags = [entry["tag"] for entry in ENTRIES]

    assert len(tags) >= 100
    assert tags == sorted(set(tags))
    assert {"zh-Hans", "zh-Hant", "pt-BR", "pt-PT", "en-US", "en-GB", "nb", "sr-Latn", "yue"} <= set(tags)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["tag"])
def test_a_language_has_a_canonical_tag_and_all_its_names(entry):
    assert str(LanguageTag.parse(entry["tag"])) == entry["tag"]
    assert entry["endonym"].strip()
    assert list(entry["names"]) == LANGUAGES["interface"]
    assert all(name.strip() for name in entry["names"].values())
    assert re.fullmatch("[A-Z][a-z]{3}", entry["script"])


def test_no_two_languages_look_the_same_in_the_picker():
    for interface in LANGUAGES["interface"]:
        shown = [(entry["endonym"], entry["names"][interface]) for entry in ENTRIES]
        assert len(set(shown)) == len(shown)


def test_the_licence_of_the_names_is_told_and_there():
    assert "Unicode-3.0" in LANGUAGES["notice"]
    assert "UNICODE LICENSE V3" in (resources() / "languages.LICENSE").read_text(encoding="utf-8")

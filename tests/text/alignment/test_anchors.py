"""What a sentence and its translation share."""

import pytest

from translator.text.alignment.anchors import find_anchors


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was built in 1346.", "1346年に建てられた。"),
        ("There are 20 of them.", "عددها ۲۰."),
        ("Where is it?", "在哪里？"),
        ("“Home,” he said.", "「家へ。」"),
        ("See https://example.com for it.", "https://example.com"),
        ("Из Казани.", "From Kazan."),
        ("Les musées.", "Los museos."),
        ("Ask Bob.", "Frag Bob."),
    ],
)
def test_a_pair_is_found_among_others(source: str, target: str) -> None:
    assert set(find_anchors(["So it is.", source], [target, "世界"])) == {(1, 0)}


def test_what_occurs_in_unequally_many_sentences_says_nothing() -> None:
    assert find_anchors(["Why?", "When?"], ["Warum?", "Dann."]) == {}


def test_the_first_goes_with_the_first() -> None:
    assert set(find_anchors(["Why?", "Yes.", "When?"], ["为什么？", "什么时候？"])) == {(0, 0), (2, 1)}


def test_an_endless_number_is_no_trouble() -> None:
    digits = "9" * 10_000
    assert set(find_anchors([digits], [digits])) == {(0, 0)}

"""Linking the sentences of a block to those of its translation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.alignment.align import Link, align
from translator.text.sentences.segments import segment

_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=60),
    st.lists(st.sampled_from(["Yes. ", "What is it? ", "In 1990, Anna left. ", "好。", "“No!” "]), max_size=12).map(
        "".join
    ),
)


def _linked(source: str, target: str, languages: tuple[str, str]) -> list[tuple[str, str]]:
    links = align(source, target, *languages)
    return [(source[slice(*link.source)], target[slice(*link.target)]) for link in links]


@given(_TEXTS, _TEXTS)
def test_each_sentence_is_in_one_link_and_all_are_in_order(source: str, target: str) -> None:
    links = align(source, target, "en", "zh")
    for spans, text, language in (
        ([link.source for link in links], source, "en"),
        ([link.target for link in links], target, "zh"),
    ):
        sentences = segment(text, language) if source.strip() and target.strip() else []
        homes = [[span for span in spans if span[0] <= start and end <= span[1]] for start, end in sentences]
        assert all(len(home) == 1 for home in homes)
        assert spans == sorted(spans)
        assert {home[0] for home in homes} == set(spans)


@pytest.mark.parametrize(("source", "target"), [("", "Ja."), ("Yes.", " \n"), ("", "")])
def test_nothing_answers_nothing(source: str, target: str) -> None:
    assert align(source, target, "en", "de") == []


def test_a_single_sentence_is_answered_by_all() -> None:
    assert align(" Yes. ", "Ja. Doch. So ist es.", "en", "de") == [Link((1, 5), (0, 20))]
    assert align("Yes. It is.", " Ja ", "", "de") == [Link((0, 11), (1, 3))]


def test_sentences_are_linked_one_to_one() -> None:
    source = "The train leaves at 7.12. You have to change in Linz. Bring something to eat."
    target = "7時12分に発車します。リンツで乗り換えです。食べ物を持ってきてください。"
    assert [ours for ours, _ in _linked(source, target, ("en", "ja"))] == [
        "The train leaves at 7.12.",
        "You have to change in Linz.",
        "Bring something to eat.",
    ]


def test_merged_and_split_sentences_are_linked_to_what_they_became() -> None:
    source = "It was dark. It was cold. He opened the old door slowly, and nobody was there. Why?"
    target = "Es war dunkel und kalt. Langsam öffnete er die alte Tür. Niemand war da. Warum?"
    assert _linked(source, target, ("en", "de")) == [
        ("It was dark. It was cold.", "Es war dunkel und kalt."),
        (
            "He opened the old door slowly, and nobody was there.",
            "Langsam öffnete er die alte Tür. Niemand war da.",
        ),
        ("Why?", "Warum?"),
    ]

"""How long a text becomes in translation."""

import pytest

from translator.text.alignment.expansion import ratio


def test_it_is_what_both_texts_say_where_the_languages_are_unknown() -> None:
    assert ratio(100, 130, 3, ("", "de")) == pytest.approx(1.3)
    assert ratio(100, 130, 3, ("en", "xx")) == pytest.approx(1.3)


def test_what_is_usual_for_the_languages_counts_the_less_the_longer_the_text() -> None:
    usual = ratio(100, 37, 1, ("en", "zh"))
    assert usual == pytest.approx(0.37)
    short, long = (ratio(100, 60, sentences, ("en", "zh")) for sentences in (1, 100))
    assert usual < short < long < 0.6

"""Verbs whose vowels change, or that go apart."""

import pytest

from translator.translation.glossary.germanic_verbs import has_same_consonants, is_verb


@pytest.mark.parametrize("form", ["nimmt", "nahm", "genommen"])
def test_a_verb_may_be_in_a_text_with_other_vowels(form: str) -> None:
    assert has_same_consonants("nehmen", ["er", form], "de")


@pytest.mark.parametrize("form", ["gibt", "gab", "ging", "gegangen"])
def test_a_verb_with_hardly_a_consonant_might_be_anything_and_is_nothing(form: str) -> None:
    assert is_verb("gehen", "de")
    assert not has_same_consonants("gehen", ["er", form], "de")

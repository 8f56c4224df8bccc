"""A glossary is asked about until the answer will do."""

import pytest

from tests.fakes.glossary import DE, EN, FR
from tests.ui.glossary.fake_screen import FakeGlossaryScreen
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.glossary.term import Glossary
from translator.ui.glossary.question import GlossaryQuestion

ART = Glossary("art", EN, FR, is_on=False, id=2)


@pytest.fixture
def screen() -> FakeGlossaryScreen:
    return FakeGlossaryScreen()


@pytest.mark.parametrize(("source", "proposed"), [(DE, Glossary("", DE, FR)), (None, None)])
def test_a_new_glossary_is_proposed_for_the_languages_at_hand(
    screen: FakeGlossaryScreen, source: LanguageTag | None, proposed: Glossary | None
) -> None:
    question = GlossaryQuestion(screen, list, lambda: LanguagePair(source, FR))
    question.ask(None)

    assert screen.question == (proposed, "")
    assert question.answered("New", DE, EN) == Glossary("New", DE, EN)


def test_of_one_that_there_is_the_rest_stays_as_it_was(screen: FakeGlossaryScreen) -> None:
    question = GlossaryQuestion(screen, list, None)
    question.ask(ART)

    assert screen.question == (ART, "")
    assert question.answered(" Painting ", DE, FR) == Glossary("Painting", DE, FR, is_on=False, id=2)


@pytest.mark.parametrize("about", [None, ART])
def test_an_answer_that_will_not_do_is_asked_for_again_of_the_same(
    screen: FakeGlossaryScreen, about: Glossary | None
) -> None:
    question = GlossaryQuestion(screen, list, None)
    question.ask(about)
    for name, target in (("  ", EN), ("x" * 101, EN), ("x", DE)):
        assert question.answered(name, DE, target) is None
        assert screen.question is not None
        assert screen.question[0] == about
        assert screen.question[1]

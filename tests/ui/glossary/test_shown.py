"""What is shown of a glossary, and which of its terms are found."""

import pytest

from tests.fakes.glossary import ListedGlossaries, glossary_of
from tests.ui.glossary.fake_screen import FakeGlossaryScreen
from translator.translation.glossary.term import Term
from translator.ui.glossary.shown import ShownGlossary


@pytest.fixture
def screen() -> FakeGlossaryScreen:
    return FakeGlossaryScreen()


@pytest.fixture
async def shown(screen: FakeGlossaryScreen) -> ShownGlossary:
    store = ListedGlossaries()
    works = await store.save_glossary(glossary_of("Works"))
    terms = [Term("Werk", "works"), Term("Anlage", "plant", "a note", forbidden=("annex",))]
    await store.save_terms(works.id, terms)
    made = ShownGlossary(screen, store, str)
    await made.refresh()
    return made


async def test_terms_are_found_by_what_any_of_their_texts_hold(
    shown: ShownGlossary, screen: FakeGlossaryScreen
) -> None:
    for query, found in (("WERK", ["Werk"]), ("note plant", ["Anlage"]), ("annex", ["Anlage"]), ("", 2)):
        shown.find(query)
        assert found in (screen.sources, len(screen.sources))
    shown.find("ｗｅｒｋ")
    assert screen.sources == ["Werk"]
    shown.find("w")
    assert screen.count == "1 of 2 terms"
    shown.find("nowhere")
    assert screen.empty[0] == "Nothing found"


async def test_what_is_looked_for_stays_so_when_the_store_is_read_again(
    shown: ShownGlossary, screen: FakeGlossaryScreen
) -> None:
    shown.find("werk")
    await shown.refresh()

    assert screen.sources == ["Werk"]


async def test_one_that_is_gone_gives_way_to_the_first(shown: ShownGlossary, screen: FakeGlossaryScreen) -> None:
    shown.selected = 99
    await shown.refresh()

    assert (shown.selected, screen.selected) == (1, "1")
    assert shown.glossary == screen.glossary


async def test_what_is_removed_is_shown_no_more(shown: ShownGlossary, screen: FakeGlossaryScreen) -> None:
    shown.remove(list(shown.terms.values())[:1])

    assert (len(screen.sources), screen.count) == (1, "1 term")

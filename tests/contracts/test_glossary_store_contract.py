"""What every GlossaryStore keeps to (translator.translation.glossary.store)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.glossary import DE, EN, FR, ListedGlossaries, glossary_of
from translator.language.tag import LanguageTag
from translator.storage.database.database import Database
from translator.storage.glossary_store import GlossariesInDatabase
from translator.translation.glossary.store import GlossaryStore, GlossaryUnusable
from translator.translation.glossary.term import Term

BRITISH = LanguageTag("en", region="GB")
WHOLE = Term("Anlage", "plant", "as in works", "noun", True, False, ("facility", "annex"))
HANS, HANT = LanguageTag("zh", "Hans"), LanguageTag("zh", "Hant")


@pytest.fixture(params=["fake", "file", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[GlossaryStore]:
    if request.param == "fake":
        yield ListedGlossaries()
        return
    database = Database(None if request.param == "memory" else tmp_path / "translator.db")
    yield GlossariesInDatabase(database)
    assert not database.notice
    await database.close()


async def sources(store: GlossaryStore, source: LanguageTag | None, target: LanguageTag) -> list[str]:
    return [term.source for term in await store.terms_for(source, target)]


async def test_where_nothing_was_kept_there_is_nothing(store: GlossaryStore) -> None:
    assert list(await store.glossaries()) == []
    assert list(await store.terms(1)) == []
    assert list(await store.terms_for(DE, EN)) == []


async def test_glossaries_come_back_whole_and_by_name(store: GlossaryStore) -> None:
    works = await store.save_glossary(glossary_of("works"))
    art = await store.save_glossary(glossary_of("Art", (HANS, LanguageTag("pt", region="BR")), is_on=False))
    assert 0 < works.id != art.id > 0
    assert list(await store.glossaries()) == [art, works]
    assert str(art.target_language) == "pt-BR"


async def test_a_glossary_is_renamed_and_switched_off_with_its_terms_left_alone(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of())
    await store.save_terms(kept.id, [WHOLE])
    changed = await store.save_glossary(replace(kept, name="Mill", is_on=False))
    assert list(await store.glossaries()) == [changed]
    assert [term.source for term in await store.terms(kept.id)] == ["Anlage"]


async def test_terms_come_back_whole_in_the_order_of_their_source_texts(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of())
    saved = await store.save_terms(kept.id, [Term("Werk", "works"), WHOLE, Term("api", do_not_translate=True)])
    assert [term.id > 0 for term in saved] == [True] * 3
    found = await store.terms(kept.id)
    assert [term.source for term in found] == ["Anlage", "api", "Werk"]
    assert replace(found[0], id=0) == WHOLE
    assert {term.id for term in found} == {term.id for term in saved}


async def test_a_term_takes_the_place_of_the_one_of_its_id(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of())
    (term,) = await store.save_terms(kept.id, [WHOLE])
    changed = replace(term, target="works", forbidden=())
    assert list(await store.save_terms(kept.id, [changed])) == [changed]
    assert list(await store.terms(kept.id)) == [changed]


async def test_what_was_deleted_comes_back_under_its_id_and_no_other_gets_it(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of())
    one, two = await store.save_terms(kept.id, [WHOLE, Term("Werk", "works")])
    await store.delete_terms([one.id, two.id])
    assert list(await store.terms(kept.id)) == []
    (new,) = await store.save_terms(kept.id, [Term("neu", "new")])
    await store.save_terms(kept.id, [one])
    assert list(await store.terms(kept.id)) == [one, new]


async def test_a_deleted_glossary_takes_its_terms_with_it_and_both_can_be_put_back(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of())
    terms = await store.save_terms(kept.id, [WHOLE])
    await store.delete_glossary(kept.id)
    assert list(await store.glossaries()) == []
    assert list(await store.terms(kept.id)) == []
    assert await store.save_glossary(kept) == kept
    assert list(await store.terms(kept.id)) == []
    await store.save_terms(kept.id, terms)
    assert list(await store.terms(kept.id)) == list(terms)


async def test_terms_without_a_glossary_are_refused_all_of_them(store: GlossaryStore) -> None:
    with pytest.raises(GlossaryUnusable):
        await store.save_terms(7, [WHOLE, Term("Werk", "works")])
    assert list(await store.terms(7)) == []


async def test_only_glossaries_that_are_on_and_of_the_pair_are_respected(store: GlossaryStore) -> None:
    on = await store.save_glossary(glossary_of("on"))
    off = await store.save_glossary(glossary_of("off", is_on=False))
    other = await store.save_glossary(glossary_of("other", (DE, FR)))
    from_french = await store.save_glossary(glossary_of("from French", (FR, EN)))
    for glossary, source in ((on, "a"), (off, "b"), (other, "c"), (from_french, "d")):
        await store.save_terms(glossary.id, [Term(source, source)])
    assert await sources(store, DE, EN) == ["a"]
    assert await sources(store, DE, BRITISH) == ["a"]
    assert await sources(store, DE, FR) == ["c"]
    assert await sources(store, None, EN) == ["a", "d"]
    assert await sources(store, EN, DE) == []


async def test_scripts_are_kept_apart(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of("simple", (EN, HANS)))
    await store.save_terms(kept.id, [Term("plant", "工厂")])
    assert await sources(store, EN, HANS) == ["plant"]
    assert await sources(store, EN, HANT) == []


async def test_every_change_is_seen_at_once(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of())
    assert await sources(store, DE, EN) == []
    (term,) = await store.save_terms(kept.id, [WHOLE])
    assert await sources(store, DE, EN) == ["Anlage"]
    await store.save_terms(kept.id, [replace(term, source="Werk")])
    assert await sources(store, DE, EN) == ["Werk"]
    await store.save_glossary(replace(kept, is_on=False))
    assert await sources(store, DE, EN) == []
    await store.save_glossary(kept)
    assert await sources(store, DE, EN) == ["Werk"]
    await store.delete_terms([term.id])
    assert await sources(store, DE, EN) == []
    await store.save_terms(kept.id, [term])
    await store.delete_glossary(kept.id)
    assert await sources(store, DE, EN) == []


async def test_as_long_as_nothing_changes_the_terms_are_the_very_same(store: GlossaryStore) -> None:
    kept = await store.save_glossary(glossary_of())
    await store.save_terms(kept.id, [WHOLE])
    first = await store.terms_for(DE, EN)
    assert await store.terms_for(DE, EN) is first
    await store.save_terms(kept.id, [Term("Werk", "works")])
    assert await store.terms_for(DE, EN) is not first


async def test_texts_of_any_kind_are_kept_as_they_are(store: GlossaryStore) -> None:
    texts = ["模型", "a'b\"; DROP TABLE terms; --", "عقد", "two\nlines", "C++"]
    kept = await store.save_glossary(glossary_of(texts[1]))
    await store.save_terms(kept.id, [Term(text, text, text, forbidden=(text, "|;,")) for text in texts])
    found = await store.terms(kept.id)
    assert sorted(term.source for term in found) == sorted(texts)
    assert all(term.target == term.note == term.forbidden[0] == term.source for term in found)
    assert [glossary.name for glossary in await store.glossaries()] == [texts[1]]

"""After an edit only what has changed is asked for."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.aids import TOO_LONG, WRONG_NUMBER, FixedTerms
from tests.fakes.engine import LineEngine
from tests.fakes.memory import ListedMemory
from tests.translation.helpers import DE, EN, JA, finished, run
from translator.language.tag import LanguageTag
from translator.settings import Style
from translator.text.blocks import cut
from translator.translation.aids import Aids
from translator.translation.glossary.term import Term
from translator.translation.request import (
    Began,
    BlockOrigin,
    Completed,
    FinishedBlock,
    TextAdded,
    Translation,
    TranslationRequest,
)

SIX = "eins\n- zwei\ndrei\n\nvier\nfünf\n> sechs\n"
REQUEST = TranslationRequest(SIX, EN, DE)
BANK = Term("zwei", "two")


async def completed(engine: LineEngine, request: TranslationRequest, aids: Aids | None = None) -> Translation:
    ending = (await run(engine, request, aids))[-1]
    assert isinstance(ending, Completed)
    return ending.translation


async def asked_after(
    first: TranslationRequest, second: TranslationRequest, aids: tuple[Aids, Aids] = (Aids(), Aids()), model: str = ""
) -> list[str]:
    """Return what is asked for by the second request, which goes on from what the first one left."""
    left = (await completed(LineEngine(str.upper), first, aids[0])).finished
    engine = LineEngine(str.upper)
    engine.model = model or engine.model
    await completed(engine, replace(second, finished=left), aids[1])
    return lines_of(engine)


def lines_of(engine: LineEngine) -> list[str]:
    return [line for prompt in engine.prompts for line in prompt.lines]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (SIX, []),
        (SIX.replace("drei", "drei und mehr"), ["drei und mehr"]),
        (SIX.replace("drei\n", "drei\nneu\n"), ["neu"]),
        ("neu\n" + SIX, ["neu"]),
        (SIX + "neu", ["neu"]),
        (SIX.replace("drei\n", ""), []),
        ("> sechs\nfünf\nvier\ndrei\nzwei\neins", []),
        (SIX.replace("\n", "\n\n").replace("- ", "* "), []),
        (SIX.replace("eins", "neu").replace("fünf", "neu"), ["neu", "neu"]),
        ("eins\neins\neins", ["eins", "eins"]),
        ("", []),
    ],
    ids=[
        "nothing", "change", "insert", "at the start", "at the end", "delete", "move", "layout", "two", "repeat", "all",
    ],
)  # fmt: skip
async def test_only_what_an_edit_has_changed_is_asked_for(text, asked):
    assert await asked_after(REQUEST, replace(REQUEST, text=text)) == asked


async def test_equal_blocks_keep_their_translations_each_for_itself():
    engine = LineEngine(str.upper)
    known = finished((0, "ja", "yes"), (1, "ja", "aye"), (2, "nein", "no"), (3, "ja", "yeah"))
    request = TranslationRequest("ja\nneu\nja\nnein\nja\nja", EN, DE, finished=known)
    assert (await completed(engine, request)).text == "yes\nNEU\naye\nno\nJA\nyeah"


async def test_what_is_carried_over_keeps_its_place_its_links_its_findings_and_its_origin():
    left = (await completed(LineEngine(str.upper), REQUEST)).finished
    left = [replace(block, findings=(TOO_LONG,), origin=BlockOrigin.MEMORY) for block in left]
    events = await run(LineEngine(str.upper), replace(REQUEST, text="neu\n" + SIX, finished=left))
    assert isinstance(events[0], Began)
    assert events[0].known == tuple(replace(block, index=block.index + 1) for block in left)
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.finished[1:] == list(events[0].known)
    assert ending.translation.usage.from_memory == 0


async def test_only_the_new_block_and_its_gap_are_told_before_what_stands_behind_it():
    left = (await completed(LineEngine(str.upper), REQUEST)).finished
    text = SIX.replace("drei\n\n", "drei\n\n  neu und viel\n")
    events = await run(LineEngine(str.upper, size=7), replace(REQUEST, text=text, finished=left))
    assert isinstance(events[0], Began)
    assert events[0].standing == "EINS\n- ZWEI\nDREI"
    assert [event for event in events if isinstance(event, TextAdded)] == [
        TextAdded("\n\n  NEU UND", 3, 4),
        TextAdded(" VIEL", 3),
        TextAdded("\nVIER", 4, 1),
        TextAdded("\nFÜNF", 5, 1),
        TextAdded("\n> SECHS", 6, 3),
        TextAdded("\n", 6, 1),
    ]


# What makes a translation another one.

ALL = ["eins", "zwei", "drei", "vier", "fünf", "sechs"]


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        (replace(REQUEST, target=JA), ALL),
        (replace(REQUEST, target=LanguageTag.parse("en-GB")), ALL),
        (replace(REQUEST, source=LanguageTag("nl")), ALL),
        (replace(REQUEST, source=None), ALL),
        (replace(REQUEST, style=Style("formal")), ALL),
        (replace(REQUEST, style=Style(instructions="for children")), ALL),
        (replace(REQUEST, afresh=True), ALL),
        (replace(REQUEST, uses_memory=False), []),
        (replace(REQUEST, over_budget=True), []),
    ],
)
async def test_another_language_or_style_is_another_translation(second, asked):
    assert await asked_after(REQUEST, second) == asked


async def test_another_model_or_service_translates_anew():
    assert await asked_after(REQUEST, REQUEST, model="line-2") == ALL
    assert await asked_after(REQUEST, REQUEST, (Aids(service="a"), Aids(service="b"))) == ALL
    assert await asked_after(REQUEST, REQUEST, (Aids(service="a"), Aids(service="a"))) == []


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ((), (BANK,), ["zwei"]),
        ((BANK,), (), ["zwei"]),
        ((BANK,), (replace(BANK, target="twain"),), ["zwei"]),
        ((BANK,), (replace(BANK, forbidden=("couple",)),), ["zwei"]),
        ((BANK,), (replace(BANK, id=7, part_of_speech="noun"),), []),
        ((), (Term("elf", "eleven"),), []),
        ((BANK, Term("elf", "eleven")), (Term("zwölf", "twelve"), BANK), []),
    ],
)
async def test_a_change_in_the_glossary_changes_the_blocks_in_which_the_term_occurs_and_no_other(before, after, asked):
    aids = Aids(glossary=FixedTerms(*before)), Aids(glossary=FixedTerms(*after))
    assert await asked_after(REQUEST, REQUEST, aids) == asked


@pytest.mark.parametrize("second", [LanguageTag("nl"), None])
async def test_what_detection_guesses_makes_no_difference(second):
    guess = replace(REQUEST, source_is_guess=True)
    assert await asked_after(guess, replace(guess, source=second)) == []


async def test_the_model_is_the_one_that_answered_though_it_was_not_known_before():
    class Settling(LineEngine):
        def stream(self, prompt):
            self.model = "settled"
            return super().stream(prompt)

    first = Settling(str.upper)
    first.model = ""
    left = (await completed(first, REQUEST)).finished
    second = Settling(str.upper)
    second.model = "settled"
    await completed(second, replace(REQUEST, finished=left))
    assert lines_of(second) == []


# What the user has written, and what the user wants again.


def with_users_own(index: int, left: Sequence[FinishedBlock]) -> list[FinishedBlock]:
    return [replace(block, target="mine", origin=BlockOrigin.USER) if block.index == index else block for block in left]


@pytest.mark.parametrize("change", [{"afresh": True}, {"style": Style("formal")}, {"uses_memory": False}])
async def test_what_the_user_has_written_is_kept(change):
    left = with_users_own(2, (await completed(LineEngine(str.upper), REQUEST)).finished)
    memory = ListedMemory()
    translation = await completed(LineEngine(str.upper), replace(REQUEST, finished=left, **change), Aids(memory=memory))
    assert translation.text == SIX.upper().replace("DREI", "mine")
    assert translation.finished[2].origin is BlockOrigin.USER
    assert "mine" not in memory.answers.values()


async def test_what_the_user_has_written_goes_with_its_source():
    left = with_users_own(2, (await completed(LineEngine(str.upper), REQUEST)).finished)
    engine = LineEngine(str.upper)
    text = SIX.replace("drei", "drei!")
    assert (await completed(engine, replace(REQUEST, text=text, finished=left))).text == text.upper()
    assert lines_of(engine) == ["drei!"]


@pytest.mark.parametrize("index", [0, 2])
async def test_a_block_that_is_to_be_corrected_is_asked_for_alone_and_told_what_was_wrong(index):
    left = with_users_own(2, (await completed(LineEngine(str.lower), REQUEST)).finished)
    engine = LineEngine(str.upper)
    request = replace(REQUEST, finished=left, corrections={index: (WRONG_NUMBER, TOO_LONG)})
    translation = await completed(engine, request)
    source, earlier = left[index].source, left[index].target
    assert lines_of(engine) == [source]
    assert 'a number is another than in the source (expected: "12") (found: "21")' in engine.prompts[0].user
    assert "much shorter or longer" in engine.prompts[0].user
    assert f"\n<earlier>{earlier}</earlier>\n" in engine.prompts[0].user
    assert translation.finished[index].target == source.upper()
    assert translation.finished[index].origin is BlockOrigin.SERVICE
    others = [block for block in translation.finished if block.index != index]
    assert others == [block for block in left if block.index != index]


async def test_each_correction_names_its_line_and_what_stood_in_its_place():
    known = finished((0, "ja", "yes"), (1, "nein", "no"), (2, "ja", "aye"))
    engine = LineEngine(str.upper)
    request = TranslationRequest(
        "ja\nnein\nja", EN, DE, finished=known, corrections={0: (TOO_LONG,), 2: (WRONG_NUMBER,)}
    )
    assert (await completed(engine, request)).text == "JA\nno\nJA"
    user = engine.prompts[0].user
    assert user.index("Line 1 was") < user.index("<earlier>yes</earlier>") < user.index("Line 2 was")
    assert user.index("Line 2 was") < user.index("<earlier>aye</earlier>")


@pytest.mark.parametrize("known", [[], finished((3, "nein", "yes"))])
@pytest.mark.parametrize("findings", [(), (TOO_LONG,)])
async def test_nothing_is_said_of_an_earlier_translation_that_is_not_known_or_had_no_fault(known, findings):
    engine = LineEngine(str.upper)
    request = TranslationRequest("ja", EN, DE, finished=known, corrections={0: findings})
    assert (await completed(engine, request)).text == "JA"
    assert "before" not in engine.prompts[0].user


async def test_a_block_that_has_moved_is_corrected_in_view_of_what_it_was():
    engine = LineEngine(str.upper)
    request = TranslationRequest("neu\nja", EN, DE, finished=finished((0, "ja", "yes")), corrections={1: (TOO_LONG,)})
    await completed(engine, request)
    assert "Line 2 was translated before" in engine.prompts[0].user
    assert "<earlier>yes</earlier>" in engine.prompts[0].user


async def test_a_block_that_is_to_be_corrected_does_not_come_from_the_memory():
    memory = ListedMemory()
    left = (await completed(LineEngine(str.lower), REQUEST, Aids(memory=memory))).finished
    engine = LineEngine(str.upper)
    await completed(engine, replace(REQUEST, corrections={1: (TOO_LONG,)}), Aids(memory=memory))
    assert lines_of(engine) == ["zwei"]
    assert memory.answers[left[1].key] == "ZWEI"


# Whatever the text and the edit.

LINES = st.sampled_from(["eins", "- zwei", "drei %s", "", "42", "  vier ", "eins.", "Straße <b>5</b>", "fünf\r", "`x`"])
TEXTS = st.lists(LINES, max_size=12)


@given(TEXTS, st.integers(0, 12), st.integers(0, 3), TEXTS, st.sampled_from([EN, JA]))
def test_after_any_edit_it_is_as_if_all_had_been_asked_for_and_only_what_changed_is(old, place, removed, added, target):
    new = [*old[:place], *added, *old[place + removed :]]
    request = TranslationRequest("\n".join(new), target, DE)
    left = asyncio.run(completed(LineEngine(str.upper), replace(request, text="\n".join(old)))).finished
    whole_engine, engine = LineEngine(str.upper), LineEngine(str.upper)
    whole = asyncio.run(completed(whole_engine, request))
    translation = asyncio.run(completed(engine, replace(request, finished=left)))
    assert (translation.text, translation.segments) == (whole.text, whole.segments)
    assert [replace(block, key=b"") for block in translation.finished] == [
        replace(block, key=b"") for block in whole.finished
    ]
    unchanged = {block.source for block in whole.finished if block.origin is BlockOrigin.UNCHANGED}
    before, now = (Counter(block.text for block in cut("\n".join(lines)).blocks) for lines in (old, new))
    count = sum(count for text, count in (now - before).items() if text not in unchanged)
    assert len(lines_of(engine)) == count


async def test_what_the_user_has_made_of_a_block_without_words_is_kept():
    mine = FinishedBlock(0, "https://example.org/de", "https://example.org/en", BlockOrigin.USER)
    request = TranslationRequest("https://example.org/de\nneu", EN, DE, finished=[mine])
    translation = await completed(LineEngine(str.upper), request)
    assert translation.text == "https://example.org/en\nNEU"
    assert translation.finished[0].origin is BlockOrigin.USER


@pytest.mark.parametrize(
    ("text", "is_unchanged"),
    [
        ("\U0001f389\U0001f389", True), ("https://example.org/de", True), ("42\n\n\U0001f44d", True),
        ("\U0001f389 ja", False), ("42\nja", False),
    ],
)  # fmt: skip
async def test_a_text_without_a_word_is_sent_to_nobody_and_told_as_left_as_it_is(text, is_unchanged):
    engine = LineEngine(str.upper)
    translation = await completed(engine, TranslationRequest(text, EN, DE))
    assert translation.is_unchanged is is_unchanged
    assert (engine.prompts == []) is is_unchanged
    assert not is_unchanged or translation.text == text

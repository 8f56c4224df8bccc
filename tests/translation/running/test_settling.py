"""A block whose translation is there is aligned and checked, and told."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.aids import OTHER_WORDS, TOO_LONG, WRONG_NUMBER, FixedTerms, SayingChecks
from tests.fakes.engine import LineEngine, ScriptedEngine, reply
from tests.translation.helpers import DE, EN, JA, finished, german, plain, run
from translator.language.tag import LanguagePair
from translator.text.alignment.align import Link
from translator.translation.aids import Aids
from translator.translation.checks.checking import Checker
from translator.translation.checks.finding import Check, Finding
from translator.translation.glossary.term import Term
from translator.translation.request import (
    BlockOrigin,
    BlocksDone,
    BlockSettled,
    Completed,
    FinishedBlock,
    Incomplete,
    TextAdded,
    Translation,
    TranslationEvent,
    TranslationRequest,
)

REQUEST = TranslationRequest("eins\n- zwei\ndrei", EN, DE)


def settled(events: Sequence[TranslationEvent]) -> list[FinishedBlock]:
    return [event.block for event in events if isinstance(event, BlockSettled)]


def translation_of(events: Sequence[TranslationEvent]) -> Translation:
    ending = events[-1]
    assert isinstance(ending, Completed)
    return ending.translation


async def test_blocks_are_settled_when_their_request_has_ended():
    events = await run(LineEngine(str.upper, size=1000), TranslationRequest(german(70), EN, DE))
    kinds = [type(event) for event in events if isinstance(event, TextAdded | BlocksDone | BlockSettled)]
    assert kinds == [
        *[TextAdded] * 60, BlocksDone, *[BlockSettled] * 60, *[TextAdded] * 10, BlocksDone, *[BlockSettled] * 10
    ]  # fmt: skip
    assert [block.index for block in settled(events)] == list(range(70))
    assert settled(events) == translation_of(events).finished


async def test_what_is_found_is_told_with_the_block_and_in_the_end():
    checks = SayingChecks({"zwei": [WRONG_NUMBER, TOO_LONG]})
    events = await run(LineEngine(str.upper), REQUEST, Aids(checks=checks))
    assert [block.findings for block in settled(events)] == [(), (WRONG_NUMBER, TOO_LONG), ()]
    translation = translation_of(events)
    assert translation.finished == settled(events)
    assert translation.findings == [WRONG_NUMBER.shifted(7, 7), TOO_LONG]


async def test_a_finding_never_makes_a_translation_incomplete_nor_changes_its_text():
    checks = SayingChecks({"eins": [WRONG_NUMBER], "drei": [WRONG_NUMBER]})
    events = await run(LineEngine(str.upper), REQUEST, Aids(checks=checks))
    assert plain(events)[:-1] == plain(await run(LineEngine(str.upper), REQUEST))[:-1]
    assert translation_of(events).text == "EINS\n- ZWEI\nDREI"


async def test_checks_know_the_languages_and_the_terms_of_the_block():
    checks, term = SayingChecks(), Term("zwei", "two")
    await run(LineEngine(str.upper), REQUEST, Aids(checks=checks, glossary=FixedTerms(term, Term("elf", "eleven"))))
    assert checks.checked == [("eins", ()), ("zwei", (term,)), ("drei", ())]
    await run(LineEngine(str.upper), replace(REQUEST, source=None, target=JA), Aids(checks=checks))
    assert checks.languages == {LanguagePair(DE, EN), LanguagePair(None, JA)}


async def test_what_was_settled_before_is_not_looked_at_again():
    links, findings = (Link((0, 4), (0, 3)),), (TOO_LONG,)
    known = [FinishedBlock(1, "zwei", "two", BlockOrigin.USER, links, findings), *finished((2, "drei", "three"))]
    checks = SayingChecks()
    events = await run(LineEngine(str.upper), replace(REQUEST, finished=known), Aids(checks=checks))
    assert [source for source, _ in checks.checked] == ["eins", "drei"]
    assert [block.index for block in settled(events)] == [0, 2]
    assert translation_of(events).finished[1] == known[0]


async def test_what_was_not_translated_is_linked_and_has_nothing_wrong_with_it():
    checks = SayingChecks({"%s": [WRONG_NUMBER], "eins": [TOO_LONG]})
    events = await run(LineEngine(str.upper), TranslationRequest("%s\neins", EN, DE), Aids(checks=checks))
    first, second = translation_of(events).finished
    assert (first.origin, first.links, first.findings) == (BlockOrigin.UNCHANGED, (Link((0, 2), (0, 2)),), ())
    assert second.findings == (TOO_LONG,)


# What is found only where all is seen.


async def test_what_is_found_of_all_blocks_together_is_told_at_the_end_with_what_was_found_before():
    seen: list[Sequence[tuple[str, str]]] = []

    def together(blocks: Sequence[tuple[str, str]]) -> list[tuple[int, Finding]]:
        seen.append(blocks)
        return [(2, OTHER_WORDS), (0, OTHER_WORDS)]

    checks = SayingChecks({"eins": [TOO_LONG]}, together)
    known = finished((1, "zwei", "two"))
    events = await run(LineEngine(str.upper), replace(REQUEST, finished=known), Aids(checks=checks))
    assert seen == [[("eins", "EINS"), ("zwei", "two"), ("drei", "DREI")]]
    told = [(block.index, block.findings) for block in settled(events)]
    assert told == [(0, (TOO_LONG,)), (2, ()), (1, ()), (0, (TOO_LONG, OTHER_WORDS)), (2, (OTHER_WORDS,))]
    assert [block.findings for block in translation_of(events).finished] == [
        (TOO_LONG, OTHER_WORDS),
        (),
        (OTHER_WORDS,),
    ]


async def test_a_sentence_that_is_repeated_is_looked_at_wherever_it_stands():
    text = "Es regnet heute sehr. Ja.\nNein. Es regnet heute sehr."
    engine = ScriptedEngine([reply("It rains a lot today. Yes.\nNo. Today it is raining hard.")])
    events = await run(engine, TranslationRequest(text, EN, DE), Aids(checks=Checker()))
    translation = translation_of(events)
    [finding] = [each for each in translation.findings if each.check is Check.CONSISTENCY]
    assert finding.source is not None
    assert finding.target is not None
    assert text[slice(*finding.source)] == "Es regnet heute sehr."
    assert translation.text[slice(*finding.target)] == "Today it is raining hard."
    assert finding.expected == "It rains a lot today."


async def test_it_is_found_anew_after_an_edit():
    def together(blocks: Sequence[tuple[str, str]]) -> list[tuple[int, Finding]]:
        return [(place, OTHER_WORDS) for place, block in enumerate(blocks) if ("zwei", "two") in blocks and place == 0]

    checks = SayingChecks({"eins": [TOO_LONG]}, together)
    first = translation_of(
        await run(ScriptedEngine([reply("one\ntwo\nthree")], model="line-1"), REQUEST, Aids(checks=checks))
    )
    assert first.finished[0].findings == (TOO_LONG, OTHER_WORDS)
    again = replace(REQUEST, finished=first.finished)
    assert settled(await run(LineEngine(str.upper), again, Aids(checks=checks))) == []
    events = await run(LineEngine(str.upper), replace(again, text="eins\nzwo\ndrei"), Aids(checks=checks))
    assert [(block.index, block.findings) for block in settled(events)] == [(1, ()), (0, (TOO_LONG,))]


async def test_what_is_known_may_be_found_wrong_beside_the_rest():
    checks = SayingChecks(together=lambda _: [(1, OTHER_WORDS)])
    known = [FinishedBlock(1, "zwei", "two", links=(Link((0, 4), (0, 3)),))]
    events = await run(LineEngine(str.upper), replace(REQUEST, finished=known), Aids(checks=checks))
    assert settled(events)[-1] == replace(known[0], findings=(OTHER_WORDS,))
    assert translation_of(events).finished[1].findings == (OTHER_WORDS,)


# Links.

SENTENCES = st.sampled_from(
    ["Es regnet. ", "Warum? ", "Ja! ", "„Nein“, sagte sie. ", "これは本です。", "z. B. so ", "%s", "  "]
)
BLOCKS = st.lists(SENTENCES, min_size=1, max_size=6).map("".join)


def inside(link: tuple[int, int], text: str) -> bool:
    return 0 <= link[0] <= link[1] <= len(text)


@given(st.lists(BLOCKS, max_size=5), st.lists(BLOCKS, min_size=5, max_size=5), st.sampled_from([EN, JA]))
def test_links_lie_within_the_blocks_and_segments_are_these_links_in_the_whole_texts(lines, replies, target):
    text = "\n- ".join(lines)
    said = {}

    def translated(line: str) -> str:
        return said.setdefault(line, " ".join(replies[len(said) % len(replies)].split()) or "ja")

    request = TranslationRequest(text, target, DE)
    ending = asyncio.run(run(LineEngine(translated), request))[-1]
    assert isinstance(ending, Completed | Incomplete)
    pieces = []
    for block in ending.translation.finished:
        assert all(inside(link.source, block.source) and inside(link.target, block.target) for link in block.links)
        assert list(block.links) == sorted(block.links, key=lambda link: (link.source, link.target))
        pieces += [
            (block.source[slice(*link.source)], block.target[slice(*link.target)])
            for link in block.links or [Link((0, len(block.source)), (0, len(block.target)))]
        ]
    segments = ending.translation.segments
    assert pieces == [
        (text[each.source_start : each.source_end], ending.translation.text[each.target_start : each.target_end])
        for each in segments
    ]
    assert list(segments) == sorted(segments, key=lambda each: (each.source_start, each.target_start))


async def test_segments_are_sentences():
    text = "  - Es regnet. Warum?\n\n  - Ich gehe nach Hause."
    events = await run(
        ScriptedEngine([reply("It is raining. Why?\nI am going home.")]), TranslationRequest(text, EN, DE)
    )
    translation = translation_of(events)
    assert [
        (text[each.source_start : each.source_end], translation.text[each.target_start : each.target_end])
        for each in translation.segments
    ] == [("Es regnet.", "It is raining."), ("Warum?", "Why?"), ("Ich gehe nach Hause.", "I am going home.")]


async def test_what_the_user_has_emptied_stays_empty_and_has_nothing_wrong_with_it():
    emptied = FinishedBlock(0, "Eins.", "", BlockOrigin.USER)
    engine = ScriptedEngine([reply("Two.")])
    checks = SayingChecks({"": [TOO_LONG]})
    events = await run(engine, TranslationRequest("Eins.\nZwei.", EN, DE, finished=[emptied]), Aids(checks=checks))
    translation = translation_of(events)
    assert [prompt.lines for prompt in engine.prompts] == [("Zwei.",)]
    assert (translation.text, list(translation.findings)) == ("Two.", [])

"""Other ways to say a part of a translation."""

import asyncio
import json
import math

import pytest

from tests.fakes.engine import ScriptedEngine, reply
from translator.language.tag import LanguagePair, LanguageTag
from translator.settings import Style
from translator.translation.errors.requests import TextRefused
from translator.translation.errors.servers import BadReply, RunawayReply
from translator.translation.ports import Finished, Priority, ReplyForm, TextDelta
from translator.translation.request import Action, IncompleteReason
from translator.translation.words.alternatives import (
    LONGEST_PART,
    Alternative,
    AlternativesRequest,
    NoAlternatives,
    WhyNone,
    find_alternatives,
)

SOURCE = "Good morning. I like the big house. See you."
TARGET = "Guten Morgen. Ich mag das große Haus. Bis bald."
PAIR = LanguagePair(LanguageTag("en", region="US"), LanguageTag("de"))
ENGLISH = LanguageTag("en", region="US")
NAMES = {"de": "German", "en-US": "English"}


def request(part: str = "mag", target: str = TARGET, **more: object) -> AlternativesRequest:
    start = target.index(part)
    given = {"source": SOURCE, "languages": PAIR, **more}
    return AlternativesRequest(target=target, part=(start, start + len(part)), gloss_language=ENGLISH, **given)  # type: ignore[arg-type]


def offering(*items: object) -> str:
    return json.dumps({"alternatives": items}, ensure_ascii=False)


def item(wording: str, sentence: str, gloss: str = "so it is") -> dict[str, str]:
    return {"wording": wording, "gloss": gloss, "sentence": sentence}


async def found(said: str, asked: AlternativesRequest | None = None) -> list[Alternative]:
    return list(await find_alternatives(ScriptedEngine([reply(said)]), asked or request()))


async def why_none(said: str, asked: AlternativesRequest | None = None) -> WhyNone:
    with pytest.raises(NoAlternatives) as caught:
        await found(said, asked)
    return caught.value.reason


async def test_each_comes_with_its_gloss_and_the_block_as_it_then_reads() -> None:
    said = offering(item("liebe", "Ich liebe das große Haus.", "stronger"))
    assert await found(said) == [
        Alternative("liebe", "stronger", "Guten Morgen. Ich liebe das große Haus. Bis bald.")
    ]  # fmt: skip


async def test_the_rest_of_the_sentence_follows_where_grammar_asks_for_it() -> None:
    said = offering(item("Gebäude", "Ich mag das große Gebäude."), item("Villa", "Ich mag die große Villa."))
    targets = [each.target for each in await found(said, request("Haus"))]
    assert targets[1] == "Guten Morgen. Ich mag die große Villa. Bis bald."


async def test_what_is_asked_for_and_how() -> None:
    engine = ScriptedEngine([reply(offering(item("liebe", "Ich liebe das große Haus.")))])
    style = Style("formal", "for a </part> newspaper")
    asked = request(style=style, action=Action.COMMAND)
    await find_alternatives(engine, asked, lambda tag: NAMES[str(tag)])
    prompt = engine.prompts[0]
    assert (prompt.form, prompt.priority, prompt.action) == (
        ReplyForm.OBJECT, Priority.INTERACTIVE, Action.COMMAND,
    )  # fmt: skip
    assert prompt.user == (
        "The target language is German (de). The source is in English. Write each gloss in English. Write formally, "
        "with the polite form of address. Mind these wishes of the user: for a </part> newspaper\n\n"
        f"<source>\n{SOURCE}\n</source>\n\n"
        "<translation>\nIch <part>mag</part> das große Haus.\n</translation>"
    )
    assert "never instruction" in prompt.system
    alternatives = json.loads(prompt.schema)["properties"]["alternatives"]
    assert alternatives["items"]["required"] == ["wording", "gloss", "sentence"]


async def test_an_unknown_source_language_is_not_named() -> None:
    engine = ScriptedEngine([reply(offering(item("liebe", "")))])
    await find_alternatives(engine, request(languages=LanguagePair(None, LanguageTag("de"))))
    assert engine.prompts[0].user.startswith("The target language is de (de). Write each gloss in en-US.")


async def test_texts_cannot_end_what_they_stand_in() -> None:
    engine = ScriptedEngine([reply(offering(item("liebe", "Ich liebe A <\\/translation> B.")))])
    target = "Ich mag A </translation> B."
    asked = request(target=target, source="I like A </source> B.")
    alternatives = await find_alternatives(engine, asked)
    user = engine.prompts[0].user
    assert user.count("</source>") == user.count("</translation>") == 1
    assert alternatives[0].target == "Ich liebe A </translation> B."


async def test_no_more_than_three_are_given_and_none_twice_nor_the_present_one() -> None:
    words = ("mag", " Mag ", "liebe", "LIEBE", "schätze", "will", "brauche")
    said = offering(*(item(word, f"Ich {word} das große Haus.") for word in words))
    assert [each.wording for each in await found(said)] == ["liebe", "schätze", "will"]


@pytest.mark.parametrize(
    "said",
    [
        offering({"wording": "liebe"}),
        offering({"wording": "liebe", "sentence": ""}),
        offering(item("liebe", "I love the big house.", "")),
        offering(item("liebe", "Ich liebe das große Haus. " + "Und so weiter. " * 20, "")),
        offering("liebe"),
        '{"options": [{"text": "liebe"}]}',
        '{"wording": "liebe", "gloss": null}',
        '[{"alternative": "liebe"}]',
        'Sure:\n```json\n{"alternatives": [{"wording": "<part>liebe</part>",},]}\n```',
    ],
)
async def test_where_the_sentence_is_missing_or_none_only_the_part_is_replaced(said: str) -> None:
    assert await found(said) == [Alternative("liebe", "", "Guten Morgen. Ich liebe das große Haus. Bis bald.")]


async def test_a_sentence_in_which_nothing_has_changed_is_not_taken() -> None:
    said = offering(item("Haus", "Ich mag das große Haus."))
    assert (await found(said))[0].target == "Guten Morgen. Ich Haus das große Haus. Bis bald."


async def test_a_part_of_two_sentences_is_asked_about_in_both() -> None:
    engine = ScriptedEngine([reply(offering(item("Tag. Ich liebe", "Guten Tag. Ich liebe das große Haus.")))])
    alternatives = await find_alternatives(engine, request(" Morgen. Ich mag "))
    assert "Guten <part>Morgen. Ich mag</part> das große Haus.\n" in engine.prompts[0].user
    assert alternatives[0].target == "Guten Tag. Ich liebe das große Haus. Bis bald."


@pytest.mark.parametrize(
    "said", ['{"alternatives": []}', offering(item("mag", "")), offering({"gloss": "?"}, None, []), '{"words": 3}']
)
async def test_where_nothing_is_offered_that_is_told(said: str) -> None:
    assert await why_none(said) is WhyNone.NONE_OFFERED


@pytest.mark.parametrize("part", [". ", " ", "x" * (LONGEST_PART + 1)])
async def test_a_part_without_words_or_with_too_many_is_not_asked_about(part: str) -> None:
    target = f"a{part}b"
    assert await why_none("", request(part, target)) is WhyNone.NO_WORDS


async def test_private_words_are_not_sent_and_come_back() -> None:
    source = "Write to ann@example.org about the big house."
    target = "Schreib an ann@example.org wegen des großen Hauses."
    sentence = "Schreibe an <x1/> wegen des großen Hauses."
    engine = ScriptedEngine([reply(offering(item("Schreibe", sentence, "to <x1/>")))])
    asked = request("Schreib", target, source=source, masks_private=True, style=Style("source", "as ann@example.org"))
    alternatives = await find_alternatives(engine, asked)
    sent = engine.prompts[0]
    assert "ann@example.org" not in sent.user + "".join(sent.lines)
    assert alternatives == (
        Alternative("Schreibe", "to ann@example.org", "Schreibe an ann@example.org wegen des großen Hauses."),
    )


async def test_a_sentence_that_lost_a_code_is_not_taken() -> None:
    target = "Schreib an {name} wegen des Hauses."
    engine = ScriptedEngine([reply(offering(item("Schreibe", "Schreibe wegen des Hauses.")))])
    alternatives = await find_alternatives(engine, request("Schreib", target, source="Write to {name}."))
    assert "{name}" not in engine.prompts[0].user
    assert alternatives[0].target == "Schreibe an {name} wegen des Hauses."


async def test_a_private_part_is_not_asked_about() -> None:
    asked = request("ann@example.org", "An ann@example.org.", masks_private=True)
    assert await why_none("", asked) is WhyNone.PRIVATE


async def test_a_protected_part_that_is_not_private_is() -> None:
    asked = request("ann@example.org", "An ann@example.org in {city} und {town}.")
    said = offering(item("Ann", "An Ann in <x1/> und <x2/>."))
    assert (await found(said, asked))[0].target == "An Ann in {city} und {town}."


async def test_an_address_that_holds_a_private_word_is_one_code() -> None:
    target = "Siehe https://example.org/?m=ann@example.org dort."
    engine = ScriptedEngine([reply(offering(item("Lies", "Lies <x1/> dort.")))])
    asked = request("Siehe", target, source="See it.", masks_private=True)
    alternatives = await find_alternatives(engine, asked)
    assert "example.org" not in engine.prompts[0].user
    assert alternatives[0].target == "Lies https://example.org/?m=ann@example.org dort."


async def test_a_wish_that_holds_nothing_private_goes_along_while_masking() -> None:
    engine = ScriptedEngine([reply(offering(item("liebe", "")))])
    await find_alternatives(engine, request(masks_private=True, style=Style("informal", "short")))
    assert "short" in engine.prompts[0].user


@pytest.mark.parametrize(
    ("steps", "error"),
    [
        (reply("I would rather not say."), BadReply),
        ([TextDelta('{"alternatives": ['), Finished(IncompleteReason.LENGTH)], BadReply),
        ([TextDelta("I cannot help."), Finished(IncompleteReason.REFUSED)], TextRefused),
        ([Finished(IncompleteReason.FILTERED)], TextRefused),
        (reply("word " * 20_000), RunawayReply),
        ([TextRefused("Scripted")], TextRefused),
    ],
)
async def test_what_goes_wrong_is_an_error_of_its_type(steps: list, error: type[Exception]) -> None:
    with pytest.raises(error):
        await find_alternatives(ScriptedEngine([steps]), request())


async def test_what_came_before_a_reply_broke_off_counts() -> None:
    said = offering(item("liebe", "Ich liebe das große Haus."), item("will", "Ich will"))[:-12]
    steps = [TextDelta(said), Finished(IncompleteReason.LENGTH)]
    alternatives = await find_alternatives(ScriptedEngine([steps]), request())
    assert [each.wording for each in alternatives] == ["liebe"]


async def test_cancelling_closes_the_stream() -> None:
    engine = ScriptedEngine([[math.inf]])
    task = asyncio.create_task(find_alternatives(engine, request()))
    await engine.asked.wait()
    task.cancel()
    await asyncio.wait([task])
    assert (engine.open, engine.closed) == (0, 1)

"""How Japanese with kanji is read, as it was asked for and as it comes."""

import json

import pytest

from tests.fakes.engine import ScriptedEngine, reply
from translator.language.tag import LanguageTag
from translator.translation.errors.requests import TextRefused
from translator.translation.errors.servers import BadReply
from translator.translation.ports import Finished, Priority, ReplyForm
from translator.translation.request import Action, IncompleteReason
from translator.translation.words.reading import NoReading, Reading, ReadingRequest, find_reading

JAPANESE = LanguageTag("ja")
REQUEST = ReadingRequest("東京へ行く。", JAPANESE)
WHOLE = {"kana": "とうきょうへいく。", "romaji": "Tōkyō e iku."}
READING = Reading("とうきょうへいく。", "Tōkyō e iku.")


def written(said: object) -> str:
    return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)


async def reading(said: object, request: ReadingRequest = REQUEST) -> Reading:
    return await find_reading(ScriptedEngine([reply(written(said))]), request)


async def test_what_is_asked_for_and_how() -> None:
    engine = ScriptedEngine([reply(written(WHOLE))])
    asked = ReadingRequest("東京へ行く。", JAPANESE, action=Action.COMMAND)
    assert await find_reading(engine, asked, lambda _tag: "Japanese") == READING
    prompt = engine.prompts[0]
    assert (prompt.form, prompt.priority, prompt.action) == (
        ReplyForm.OBJECT, Priority.INTERACTIVE, Action.COMMAND,
    )  # fmt: skip
    assert prompt.user == "The language is Japanese (ja).\n\n<source>\n東京へ行く。\n</source>"
    assert "never instruction" in prompt.system
    schema = json.loads(prompt.schema)
    assert (schema["required"], schema["additionalProperties"]) == (["kana", "romaji"], False)


async def test_the_text_cannot_end_what_it_stands_in() -> None:
    engine = ScriptedEngine([reply(written({"kana": "ひ<\\/source", "romaji": "hi <\\/source"}))])
    found = await find_reading(engine, ReadingRequest("日</source", JAPANESE))
    assert found == Reading("ひ</source", "hi </source")
    assert engine.prompts[0].user.count("</source") == 1


@pytest.mark.parametrize(
    "said",
    [
        WHOLE,
        [WHOLE],
        {"reading": WHOLE},
        {"hiragana": WHOLE["kana"], "romanization": [WHOLE["romaji"]]},
        f"Here it is:\n```json\n{written(WHOLE)}\n```",
        {"kana": " とうきょうへいく。 ", "romaji": "\nTōkyō  e iku.\n"},
    ],
)
async def test_as_it_was_asked_for_and_nearly_so(said: object) -> None:
    assert await reading(said) == READING


async def test_lines_stay_lines() -> None:
    said = {"kana": "ひ\nつき", "romaji": ["hi", "tsuki"]}
    assert await reading(said, ReadingRequest("日\n月", JAPANESE)) == Reading("ひ\nつき", "hi\ntsuki")


@pytest.mark.parametrize("kana", ["", "東京へいく。", "to Tokyo", 5])
async def test_kana_that_are_none_are_left_out(kana: object) -> None:
    assert await reading({**WHOLE, "kana": kana}) == Reading("", READING.latin)


@pytest.mark.parametrize("romaji", ["", "とうきょう", "東京", "…"])
async def test_letters_that_are_missing_are_made_from_the_kana(romaji: str) -> None:
    assert await reading({"kana": "とうきょう", "romaji": romaji}) == Reading("とうきょう", "toukyou")


@pytest.mark.parametrize("said", [{"kana": "東京", "romaji": "東京"}, {"answer": "no"}, {"reading": "東京"}])
async def test_what_says_nothing_is_no_reading(said: object) -> None:
    with pytest.raises(NoReading):
        await reading(said)


async def test_private_words_are_not_sent_and_come_back() -> None:
    engine = ScriptedEngine([reply('{"kana": "<x1/>へれんらく。", "romaji": "<x1/> e renraku."}')])
    request = ReadingRequest("mia@example.com へ連絡。", JAPANESE, masks_private=True)
    found = await find_reading(engine, request)
    assert found == Reading("mia@example.comへれんらく。", "mia@example.com e renraku.")
    prompt = engine.prompts[0]
    assert "example.com" not in prompt.user + prompt.system + "".join(prompt.lines)


async def test_a_line_that_lost_a_private_word_is_none() -> None:
    request = ReadingRequest("mia@example.com へ連絡。", JAPANESE, masks_private=True)
    found = await reading({"kana": "へれんらく。", "romaji": "<x1/> e renraku."}, request)
    assert found == Reading("", "mia@example.com e renraku.")
    with pytest.raises(NoReading):
        await reading({"kana": "<x1/>へれんらく。", "romaji": "e renraku."}, request)


async def test_where_all_is_private_nothing_is_asked() -> None:
    engine = ScriptedEngine([])
    with pytest.raises(NoReading):
        await find_reading(engine, ReadingRequest("mia@example.com", JAPANESE, masks_private=True))
    assert engine.prompts == []


async def test_what_cannot_be_read_is_told() -> None:
    with pytest.raises(BadReply):
        await reading("I do not know.")
    with pytest.raises(TextRefused):
        await find_reading(ScriptedEngine([[Finished(IncompleteReason.REFUSED)]]), REQUEST)

"""Each question is asked once a session."""

import pytest

from tests.fakes.engine import ScriptedEngine, reply
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.words.alternatives import AlternativesRequest, NoAlternatives
from translator.translation.words.dictionary import EntryRequest
from translator.translation.words.reading import Reading, ReadingRequest
from translator.translation.words.word_by_word import Remembered, WordByWord

PAIR = LanguagePair(LanguageTag("en"), LanguageTag("de"))
WORDING = AlternativesRequest("I like it.", "Ich mag es.", (4, 7), PAIR, LanguageTag("en"))
TERM = EntryRequest("run", PAIR, LanguageTag("en"))


async def test_what_was_answered_is_not_asked_for_again() -> None:
    engine = ScriptedEngine([reply('{"wording": "liebe"}'), reply('{"translation": "laufen"}')])
    words = WordByWord(engine, str, Remembered())
    assert await words.alternatives(WORDING) == await words.alternatives(WORDING)
    assert await words.entry(TERM) == await words.entry(TERM)
    assert len(engine.prompts) == 2


async def test_another_service_is_asked_for_itself() -> None:
    engine, remembered = ScriptedEngine([reply('{"translation": "laufen"}')] * 2), Remembered()
    await WordByWord(engine, str, remembered, "one").entry(TERM)
    await WordByWord(engine, str, remembered, "other").entry(TERM)
    assert len(engine.prompts) == 2


async def test_that_nothing_was_found_is_not_remembered() -> None:
    engine = ScriptedEngine([reply('{"alternatives": []}'), reply('{"wording": "liebe"}')])
    words = WordByWord(engine, str, Remembered())
    with pytest.raises(NoAlternatives):
        await words.alternatives(WORDING)
    assert (await words.alternatives(WORDING))[0].target == "Ich liebe es."


async def test_a_reading_is_asked_for_once_for_each_text() -> None:
    engine = ScriptedEngine([reply('{"kana": "とうきょう", "romaji": "Tōkyō"}')] * 2)
    words = WordByWord(engine, str, Remembered())
    request = ReadingRequest("東京", LanguageTag("ja"))
    assert await words.reading(request) == await words.reading(request) == Reading("とうきょう", "Tōkyō")
    await words.reading(ReadingRequest("東京", LanguageTag("ja"), masks_private=True))
    assert len(engine.prompts) == 2

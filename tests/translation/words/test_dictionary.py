"""Dictionary entries, as they were asked for and as they come."""

import json

import pytest

from tests.fakes.engine import ScriptedEngine, reply
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.errors.servers import BadReply
from translator.translation.ports import Priority, ReplyForm
from translator.translation.words.dictionary import EntryRequest, NoEntry, find_entry
from translator.translation.words.entry import Entry, Example, Form, Sense

REQUEST = EntryRequest("run", LanguagePair(LanguageTag("en"), LanguageTag("de")), LanguageTag("en"))
NAMES = {"de": "German", "en": "English"}
WHOLE = {
    "headword": "run",
    "pronunciation": "/rʌn/",
    "senses": [
        {
            "part_of_speech": "verb",
            "register": "",
            "translations": ["laufen", "rennen"],
            "examples": [{"source": "She runs fast.", "target": "Sie läuft schnell."}],
        },
        {"part_of_speech": "noun", "register": "informal", "translations": ["der Lauf"], "examples": []},
    ],
    "forms": [{"name": "past", "form": "ran"}],
}
ENTRY = Entry(
    "run",
    "/rʌn/",
    (
        Sense("verb", ("laufen", "rennen"), "", (Example("She runs fast.", "Sie läuft schnell."),)),
        Sense("noun", ("der Lauf",), "informal"),
    ),
    (Form("past", "ran"),),
)


async def entry(said: object) -> Entry:
    text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return await find_entry(ScriptedEngine([reply(text)]), REQUEST)


async def test_an_entry_as_it_was_asked_for() -> None:
    assert await entry(WHOLE) == ENTRY


async def test_what_is_asked_for_and_how() -> None:
    engine = ScriptedEngine([reply(json.dumps(WHOLE))])
    await find_entry(engine, REQUEST, lambda tag: NAMES[str(tag)])
    prompt = engine.prompts[0]
    assert (prompt.form, prompt.priority) == (ReplyForm.OBJECT, Priority.BACKGROUND)
    assert prompt.user == (
        "From English (en) into German (de). Labels in English.\n\n<source>\nrun\n</source>"
    )  # fmt: skip
    schema = json.loads(prompt.schema)
    assert schema["required"] == ["headword", "pronunciation", "senses", "forms"]
    assert schema["additionalProperties"] is False


async def test_the_term_cannot_end_what_it_stands_in_and_its_language_may_be_unknown() -> None:
    engine = ScriptedEngine([reply(json.dumps(WHOLE))])
    await find_entry(engine, EntryRequest("</source>", LanguagePair(None, LanguageTag("de")), LanguageTag("en")))
    assert engine.prompts[0].user.count("</source>") == 1
    assert engine.prompts[0].user.startswith("From the language of the term into de (de).")


@pytest.mark.parametrize(
    "said",
    [
        {"entry": WHOLE},
        {**WHOLE, "meanings": WHOLE["senses"], "senses": []},
        f"```json\n{json.dumps(WHOLE)}\n```\nAnything else?",
        {
            "word": "run",
            "ipa": "/rʌn/",
            "senses": [
                {"pos": "verb", "translations": "laufen; rennen, laufen", "example": ["She runs fast.", "He runs."]},
                {"partOfSpeech": "noun", "register": "informal", "translation": [{"text": "der Lauf"}, ""]},
            ],
            "forms": {"past": "ran"},
        },
    ],
)  # fmt: skip
async def test_and_nearly_so(said: object) -> None:
    got = await entry(said)
    if isinstance(said, dict) and "word" in said:  # two strings in a list are two examples
        assert got.senses[0].examples == (Example("She runs fast.", ""), Example("He runs.", ""))
        assert got.senses[0].translations == ENTRY.senses[0].translations
        assert (got.senses[1], got.forms, got.pronunciation) == (ENTRY.senses[1], ENTRY.forms, "/rʌn/")
    else:
        assert got == ENTRY


async def test_what_is_missing_is_empty() -> None:
    assert await entry({"senses": {"translations": "laufen"}}) == Entry("run", "", (Sense("", ("laufen",)),))
    assert await entry({"translation": "laufen"}) == Entry("run", "", (Sense("", ("laufen",)),))
    assert await entry([{"translation": "laufen"}]) == Entry("run", "", (Sense("", ("laufen",)),))


async def test_examples_and_forms_come_in_several_shapes() -> None:
    sense = {"translations": ["laufen"], "examples": [["Run!", "Lauf!"], ["Go!"], {"text": "Stop!"}, ""]}
    got = await entry({"senses": [sense], "forms": [{"label": "past", "form": "ran"}, "running", {"name": "x"}]})
    assert got.senses[0].examples == (Example("Run!", "Lauf!"), Example("Go!", ""))
    assert got.forms == (Form("past", "ran"), Form("", "running"))
    assert (await entry({"senses": [sense], "forms": {"name": "past", "form": "ran"}})).forms == (Form("past", "ran"),)


async def test_there_is_a_limit_to_everything() -> None:
    many = [{"translations": [f"word {n}" for n in range(8)], "part_of_speech": "v" * 400}] * 8
    got = await entry({"senses": many, "forms": [f"form {n}" for n in range(12)]})
    assert (len(got.senses), len(got.senses[0].translations), len(got.forms)) == (6, 6, 8)
    assert got.senses[0].part_of_speech == ""


@pytest.mark.parametrize("said", [{"headword": "run", "senses": []}, {"senses": ["laufen", {"translations": []}]}])
async def test_a_word_that_is_none_has_no_entry(said: object) -> None:
    with pytest.raises(NoEntry):
        await entry(said)


async def test_what_cannot_be_read_is_an_error() -> None:
    with pytest.raises(BadReply):
        await entry("There is no such word.")
